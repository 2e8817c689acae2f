export type CheckName = 'content' | 'hash' | 'chain' | 'signature' | 'seal'

export interface VerifyView {
  readonly label: string
  readonly holds: boolean
  readonly checks: readonly { readonly name: CheckName; readonly holds: boolean }[]
  readonly contentHash: string
  /** Null for the first of the chain. */
  readonly previous: string | null
  readonly hash: string
  readonly signature: string
  readonly fingerprint: string
  readonly sealId: number
  readonly seal: string
  readonly packageHref: string
  readonly files: readonly { readonly href: string; readonly name: string; readonly size: number }[]
  readonly chain: readonly {
    readonly position: number
    readonly label: string
    readonly href: string
    readonly hash: string
    readonly signedOn: string
    readonly holds: boolean
    readonly current: boolean
  }[]
}
