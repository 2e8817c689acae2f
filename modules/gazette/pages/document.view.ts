import type { Course } from '@guangyue/platform/ui'
import type { CoverageCounts, CoverageState, HangingKind, HangingLight } from '../chain.ts'

/** A document as its readers see it: head, contents, text, and what has become of the clause they look at. */
export interface DocumentView {
  readonly head: DocumentHead
  /** Null when nothing of it is public yet. */
  readonly coverage: CoverageCounts | null
  readonly contents: readonly ContentsNode[]
  /** What the jump link above the text names. */
  readonly place: string | null
  readonly blocks: readonly (TextBlock | TableBlock)[]
  /** Address of the whole text when only a chapter is shown. */
  readonly wholeHref: string | null
  readonly panel: ClausePanel
  readonly downloadHref: string | null
  /** Headings that the pack knows while the text is not held. */
  readonly headings: readonly string[]
}

export interface DocumentHead {
  readonly number: string | null
  readonly title: string
  readonly issuer: string | null
  readonly signedOn: string | null
  readonly addressees: string | null
  readonly openness: string | null
  readonly validity: 'in-force' | 'ended' | 'not-yet' | 'unknown'
  readonly effectiveFrom: string | null
  readonly effectiveUntil: string | null
  readonly issue: { readonly label: string; readonly href: string } | null
  readonly page: number | null
  readonly textHeld: boolean
  readonly version: number
}

export interface ContentsNode {
  readonly key: string
  readonly label: string
  readonly href: string
  readonly part: 'part' | 'clause'
  readonly current: 'here' | 'open' | 'no'
  readonly light: HangingLight | null
  readonly children: readonly ContentsNode[]
}

/** A provision as it stands in the text. */
export interface TextBlock {
  readonly key: string
  readonly anchor: string
  readonly look: 'part' | 'chapter' | 'section' | 'clause' | 'paragraph'
  /** 附件一（一）. */
  readonly place: string
  readonly href: string
  readonly lead: string
  /** Printed in bold after the numbering; empty where there is none. */
  readonly heading: string
  readonly paragraphs: readonly string[]
  readonly current: 'here' | 'no'
  readonly counts: readonly { readonly kind: HangingKind; readonly n: number }[]
  readonly light: HangingLight | null
}

/** Clauses that are the rows of one table. */
export interface TableBlock {
  readonly key: string
  readonly look: 'table'
  readonly heads: readonly string[]
  readonly rows: readonly TableRow[]
}

export interface TableRow
  extends Pick<TextBlock, 'key' | 'anchor' | 'place' | 'href' | 'current' | 'counts' | 'light'> {
  /** As many as there are heads. */
  readonly cells: readonly string[]
}

/** What a clause, or the document as a whole, has become. */
export interface ClausePanel {
  readonly of: 'clause' | 'document'
  readonly title: string
  readonly state: CoverageState | null
  readonly judgement: { readonly name: string; readonly reason: string } | null
  readonly groups: readonly { readonly kind: HangingKind; readonly things: readonly PanelThing[] }[]
  /** Of the document as a whole; empty for a clause. */
  readonly counts: LightCounts
  readonly citation: string
  readonly href: string
  /** The legal day. */
  readonly today: string
}

export type LightCounts = Readonly<Partial<Record<HangingLight, number>>>

export interface PanelThing {
  readonly key: string
  readonly title: string
  readonly href: string
  /** Null where the public is told only that it is tracked. */
  readonly light: HangingLight | null
  /** `YYYY-MM-DD`. */
  readonly due: string | null
  /** Days from today to `due`; negative when past. */
  readonly daysLeft: number | null
  readonly detail: string | null
  /** Drawn on the clause's own page. */
  readonly course: Course | null
}
