import type { DeadlinePhraseKind, PlainDate } from '../calendar/index.ts'

/** Half-open range of UTF-16 offsets. Each use says in which text. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** One run of source text that became part of a joined text: `text` offset `at` came from source offset `source`. */
export interface Piece {
  readonly at: number
  readonly source: number
  readonly length: number
}

export interface ContentsEntry {
  readonly section: string
  readonly title: string
  readonly number: string | null
  readonly page: number | null
}

export interface IssueHead {
  /** 公报名, e.g. 某市人民政府公报; null when the text is a single document and no gazette. */
  readonly title: string | null
  readonly year: number | null
  readonly number: number | null
  readonly serial: number | null
  /** As printed on the cover: 2021年第6期（总第219期）. */
  readonly label: string | null
  readonly sponsor: string | null
  readonly publisher: string | null
  readonly contents: readonly ContentsEntry[]
}

/** A place in a document that can be cited; pieces split over pages are joined. */
export interface ProvisionRead {
  /** From the document down, parts included: ['附件', '一', '（一）']. */
  readonly path: readonly string[]
  readonly kind: 'part' | 'section' | 'item' | 'article' | 'paragraph'
  /** The numbering as printed (一、, （一）, 第三条), or null for an unnumbered paragraph. */
  readonly mark: string | null
  readonly heading: string | null
  /** Own text without children, joined over page breaks; numbering and heading included. */
  readonly text: string
  readonly pieces: readonly Piece[]
  /** 1-based line of the source where it begins. */
  readonly line: number
  readonly children: readonly ProvisionRead[]
}

export type DeadlineKind = DeadlinePhraseKind

export interface DeadlineRead {
  readonly phrase: string
  readonly kind: DeadlineKind
  readonly due: PlainDate | null
  readonly start: PlainDate | null
  /** For recurring, relative, duration and fuzzy ones: the rule in one stable line, e.g. `monthly by day 10`. */
  readonly rule: string | null
}

export interface TargetRead {
  readonly phrase: string
  readonly metric: string
  readonly op: '>=' | '<=' | '>' | '<' | '=' | 'about'
  readonly value: number
  readonly unit: string
}

export interface AssignmentRead {
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  /** The label as printed: 牵头部门/责任部门. */
  readonly label: string | null
  /** What this clause covers, where a measure has several; else null. */
  readonly covers: string | null
}

/** Where in the measure's own `text` a value was read; `index` points into the list of that kind, in reading order. */
export interface Mark {
  readonly kind: 'lead' | 'support' | 'deadline' | 'target'
  readonly index: number
  readonly span: Span
}

export interface MeasureRead {
  /** Number of the document, or its title when it has none. */
  readonly document: string
  readonly path: readonly string[]
  readonly title: string
  /** The whole clause, joined over page breaks, without its numbering. */
  readonly text: string
  readonly assignments: readonly AssignmentRead[]
  readonly deadlines: readonly DeadlineRead[]
  readonly targets: readonly TargetRead[]
  readonly marks: readonly Mark[]
  readonly pieces: readonly Piece[]
  /** First to last source offset. */
  readonly span: Span
  readonly line: number
  /** The first cell that a table's row shares with its neighbours; else null. */
  readonly group: string | null
  /** The party that leads by a rule of the document (列第一位者为牵头单位，下同); a proposal, no printed lead. */
  readonly leadByRule: string | null
}

/** A general date of the document's own body, or a target it sets for all its measures. */
export interface MilestoneRead {
  readonly phrase: string
  readonly due: PlainDate | null
  readonly text: string
  readonly span: Span
}

export interface DocumentRead {
  readonly number: string | null
  readonly title: string
  readonly issuer: string | null
  readonly date: PlainDate | null
  /** 文种: 通知, 意见, 办法, 方案, 任免, 大事记 … */
  readonly kind: string | null
  readonly addressees: string | null
  readonly effectiveFrom: PlainDate | null
  readonly effectiveUntil: PlainDate | null
  readonly milestones: readonly MilestoneRead[]
  readonly provisions: readonly ProvisionRead[]
  /** Page in the printed issue, from the contents. */
  readonly page: number | null
  readonly line: number
  /** Masthead, number, title and salutation, and the signature, as they stand in the source. */
  readonly head: readonly Piece[]
  readonly signature: readonly Piece[]
}

export interface AppointmentRead {
  readonly person: string
  readonly action: 'appoint' | 'remove' | 'lapse'
  readonly post: string
  readonly date: PlainDate | null
  readonly document: string
  readonly probation_months: number | null
  /** 列…之后, 副县级 and the like, as printed. */
  readonly note: string | null
  readonly line: number
}

export interface ChronicleRead {
  readonly start: PlainDate
  readonly end: PlainDate
  readonly text: string
  readonly people: readonly string[]
  readonly line: number
}

/** Something that a person should look at. Nothing read is dropped because of it. */
export interface Fault {
  /** 1-based line of the source. */
  readonly line: number
  /** Stable code, e.g. `page-jump-unmatched`, `lead-missing`, `year-unknown`, `not-a-gazette`. */
  readonly code: string
  /** Chinese, for an officer. */
  readonly message: string
}

/** One document with everything that was read in it. */
export interface DocumentReading {
  readonly document: DocumentRead
  readonly measures: readonly MeasureRead[]
  readonly appointments: readonly AppointmentRead[]
  readonly chronicle: readonly ChronicleRead[]
  readonly faults: readonly Fault[]
}

export interface IssueRead {
  readonly issue: IssueHead
  readonly documents: readonly DocumentRead[]
  readonly measures: readonly MeasureRead[]
  readonly appointments: readonly AppointmentRead[]
  readonly chronicle: readonly ChronicleRead[]
  readonly faults: readonly Fault[]
}
