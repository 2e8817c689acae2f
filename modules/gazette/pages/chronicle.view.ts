export interface ChronicleView {
  readonly filter: {
    readonly month: string
    readonly from: string
    readonly to: string
    readonly person: string
    readonly body: string
    readonly text: string
  }
  readonly filtered: boolean
  readonly months: readonly { readonly month: string; readonly entries: number }[]
  readonly people: readonly { readonly person: string; readonly entries: number }[]
  readonly bodies: readonly string[]
  readonly days: readonly ChronicleDay[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** Address of a page, without its number: append it. */
  readonly pageHref: string
  readonly sheetHref: string
}

/** One entry, under its lasting address. */
export interface EntryView {
  readonly start: string
  readonly end: string
  readonly runs: readonly TextRun[]
  readonly document: { readonly title: string; readonly href: string }
  readonly issue: { readonly label: string; readonly href: string } | null
  readonly before: { readonly href: string; readonly day: string } | null
  readonly after: { readonly href: string; readonly day: string } | null
}

export interface ChronicleDay {
  readonly start: string
  readonly end: string
  readonly entries: readonly { readonly key: string; readonly href: string; readonly runs: readonly TextRun[] }[]
}

/** A run of an entry's text; a name of a person or body on record leads to it. */
export interface TextRun {
  readonly text: string
  readonly href: string | null
}
