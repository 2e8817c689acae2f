import type { ActWord } from './official-acts.ts'

export interface OfficialsView {
  readonly filter: { readonly day: string; readonly body: string; readonly name: string }
  readonly bodies: readonly string[]
  readonly tenures: readonly TenureRow[]
  /** The newest. */
  readonly acts: readonly ActsOfDocument[]
  readonly actsInAll: number
  readonly ending: readonly TenureRow[]
}

export interface TenureRow {
  readonly key: string
  readonly person: string
  readonly personHref: string
  readonly post: string
  /** `YYYY-MM-DD`; null: before the issues held. */
  readonly since: string | null
  readonly until: string | null
  readonly appointedBy: Basis | null
  readonly endedBy: Basis | null
  readonly probationUntil: string | null
  readonly note: string | null
}

export interface Basis {
  readonly label: string
  /** Null when the document is not on record. */
  readonly href: string | null
}

/** The register of acts. */
export interface ActsView {
  readonly filter: {
    readonly name: string
    readonly body: string
    readonly from: string
    readonly to: string
    readonly action: ActWord | ''
  }
  readonly filtered: boolean
  readonly bodies: readonly string[]
  readonly groups: readonly ActsOfDocument[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
  /** Address of a page, without its number: append it. */
  readonly pageHref: string
  readonly sheetHref: string
}

export interface ActsOfDocument {
  readonly key: string
  readonly title: string
  readonly number: string | null
  /** Null when the document is not on record. */
  readonly href: string | null
  readonly date: string | null
  readonly acts: readonly ActRow[]
}

export interface ActRow {
  readonly key: string
  readonly action: ActWord
  readonly person: string
  readonly personHref: string
  readonly post: string
  readonly probationMonths: number | null
  readonly note: string | null
}

export interface PersonView {
  readonly person: string
  readonly tenures: readonly TenureRow[]
  readonly acts: readonly ActsOfDocument[]
  readonly chronicle: readonly {
    readonly key: string
    readonly href: string
    readonly start: string
    readonly end: string
    readonly text: string
  }[]
}
