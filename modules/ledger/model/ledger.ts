import type { DeadlineKind, MeasureRead, Span, TargetRead } from '@guangyue/kernel/gazette-text'

export type Release = 'nothing' | 'tracked' | 'progress'
export type Source = 'pack' | 'gazette' | 'xlsx' | 'hand'
export type MeasureState = 'draft' | 'confirmed'

/** A figure of a clause; facts of a pack may say by which day and from where. */
export interface ReadTarget extends TargetRead {
  readonly by?: string | null
  readonly baseline?: number | null
}

/** What a measure was made of. Text is null where only facts are held (pack, spreadsheet, by hand). */
export interface Reading extends Pick<MeasureRead, 'title' | 'assignments' | 'deadlines' | 'marks'> {
  readonly targets: readonly ReadTarget[]
  readonly text: string | null
  /** 1-based line of the source. */
  readonly line: number | null
  /** Lead by a rule of the document (列第一位者为牵头单位); a proposal, no printed lead. */
  readonly leadByRule: string | null
}

/** Who a printed name is, as found at the time of drafting or as a person chose. */
export interface DraftParty {
  readonly name: string
  readonly kind: 'body' | 'group' | 'several' | 'unknown'
  readonly bodyId: string | null
  readonly groupId: string | null
  readonly members: readonly string[]
  readonly complete: boolean
  readonly candidates: readonly string[]
}

export interface DraftDate {
  readonly phrase: string
  readonly kind: DeadlineKind
  readonly due: string | null
  readonly start: string | null
  readonly rule: string | null
  /** Place in the reading's deadlines; null when typed by a person. */
  readonly index: number | null
}

export interface DraftTarget extends TargetRead {
  readonly index: number | null
}

/** One task that the reader of a clause would set up. The parties are printed names. */
export interface TaskProposal {
  readonly title: string
  readonly span: Span | null
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly dates: readonly DraftDate[]
  readonly targets: readonly DraftTarget[]
}

/** A proposal with an identity and its parties looked up: what stands in a draft. */
export interface DraftTask extends Omit<TaskProposal, 'leads' | 'supports'> {
  readonly id: string
  readonly leads: readonly DraftParty[]
  readonly supports: readonly DraftParty[]
}

export type FaultCode =
  | 'lead-missing'
  | 'lead-unknown'
  | 'lead-several'
  | 'lead-group-empty'
  | 'rule-lead'
  | 'name-unknown'
  | 'name-several'
  | 'group-incomplete'
  | 'year-unknown'
  | 'reading'
  | 'reading-changed'

/** A thing that a person should look at; a blocking one forbids confirming. */
export interface DraftFault {
  readonly code: FaultCode
  readonly message: string
  readonly blocking: boolean
  readonly task: string | null
  readonly name: string | null
  readonly line: number | null
}

/** A general date of a document. */
export interface DocumentMilestone {
  readonly phrase: string
  readonly due: string | null
  readonly name: string
  readonly inherited: boolean
}
