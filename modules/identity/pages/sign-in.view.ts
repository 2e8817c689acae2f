/** What the sign-in page shows. What was typed stays, the password never does. */
export interface SignInView {
  readonly next: string
  readonly username: string
  readonly problem: { readonly what: string; readonly todo?: string } | null
  /** Sign-ins of the demonstration, shown on the page itself. */
  readonly demo: {
    readonly password: string
    readonly accounts: readonly { readonly username: string; readonly name: string; readonly role: string }[]
  } | null
}

export interface CodeView {
  readonly next: string
  readonly problem: { readonly what: string; readonly todo?: string } | null
}
