export interface IssuesView {
  /** Null: all years. */
  readonly year: number | null
  readonly years: readonly { readonly year: number; readonly issues: number }[]
  readonly issues: readonly {
    readonly label: string
    readonly title: string
    readonly href: string
    readonly documents: number
    readonly textHeld: boolean
    readonly corrected: boolean
  }[]
  /** Documents on record that stand in no issue. */
  readonly single: readonly DocumentRow[]
}

export interface DocumentRow {
  readonly title: string
  readonly href: string
  readonly number: string | null
  readonly signedOn: string | null
  readonly issuer: string | null
  readonly page: number | null
  readonly textHeld: boolean
}

export interface IssueView {
  readonly title: string
  readonly label: string
  readonly sponsor: string | null
  readonly publisher: string | null
  readonly textHeld: boolean
  /** How many texts of the issue were imported; more than one: it was corrected. */
  readonly version: number
  readonly sections: readonly {
    readonly name: string | null
    readonly entries: readonly (Omit<DocumentRow, 'href'> & { readonly href: string | null })[]
  }[]
  /** Where it is verified and downloaded, for an issue that was signed here. */
  readonly signed: {
    readonly verifyHref: string
    readonly signedOn: string
    readonly files: readonly { readonly href: string; readonly name: string; readonly size: number }[]
  } | null
  /** Documents of the issue that its printed contents do not name. */
  readonly others: readonly DocumentRow[]
}
