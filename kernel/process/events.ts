import type { PlainDate } from '../calendar/index.ts'
import type { DayTerm, Outcome, Post } from './procedure.ts'

/** Who acts, as the service found them: the applicant, somebody of a unit, or the program for what falls due by itself. */
export type Person =
  | { readonly kind: 'applicant' }
  | { readonly kind: 'unit'; readonly unit: string; readonly post: Post }
  | { readonly kind: 'program' }

/** What can be done to a case. */
export type Act =
  | { readonly type: 'submit' }
  /** One department of a joint review says what is missing; nothing where all is there. */
  | { readonly type: 'check'; readonly check: string; readonly missing: readonly string[] }
  /** 一次性告知: `missing` of the accepting unit and of all checks go out in one notice. */
  | { readonly type: 'ask-supplement'; readonly missing: readonly string[] }
  | { readonly type: 'supplement'; readonly materials: readonly string[] }
  | { readonly type: 'accept' }
  | { readonly type: 'not-accept'; readonly reasons: string; readonly remedy: string }
  | { readonly type: 'deem-accepted' }
  | { readonly type: 'do-step'; readonly step: string; readonly outcome: string; readonly words: string }
  | { readonly type: 'transfer'; readonly step: string; readonly to: string; readonly reasons: string }
  | { readonly type: 'suspend'; readonly ground: string; readonly noticedOn: PlainDate | null }
  | { readonly type: 'resume' }
  | { readonly type: 'extend'; readonly by: DayTerm; readonly reasons: string; readonly noticedOn: PlainDate | null }
  | { readonly type: 'withdraw'; readonly reasons: string }
  | { readonly type: 'terminate'; readonly reasons: string }
  | { readonly type: 'decide-tacitly' }
  | { readonly type: 'correct'; readonly words: string; readonly reasons: string }
  | { readonly type: 'deliver'; readonly how: string }
  | { readonly type: 'rate'; readonly grade: 1 | 2 | 3 | 4 | 5; readonly words: string }
  | { readonly type: 'archive' }

export type ActType = Act['type']

/** What happened, appended and never changed. Conditions were weighed when it happened: `steps` says which were opened. */
export type CaseEvent = { readonly on: PlainDate; readonly by: Person } & (
  | { readonly type: 'submitted' }
  | { readonly type: 'checked'; readonly check: string; readonly missing: readonly string[] }
  | { readonly type: 'supplement-asked'; readonly missing: readonly string[] }
  | { readonly type: 'supplemented'; readonly materials: readonly string[] }
  /** `since` is earlier than the day of the event when it was deemed accepted. */
  | { readonly type: 'accepted'; readonly since: PlainDate; readonly deemed: boolean }
  | { readonly type: 'not-accepted'; readonly reasons: string; readonly remedy: string }
  | { readonly type: 'stage-entered'; readonly stage: string; readonly steps: readonly string[] }
  | { readonly type: 'step-done'; readonly step: string; readonly outcome: string; readonly words: string }
  | { readonly type: 'transferred'; readonly step: string; readonly to: string; readonly reasons: string }
  | { readonly type: 'suspended'; readonly ground: string; readonly noticedOn: PlainDate }
  | { readonly type: 'resumed' }
  | { readonly type: 'extended'; readonly term: DayTerm; readonly reasons: string; readonly noticedOn: PlainDate }
  | { readonly type: 'withdrawn'; readonly reasons: string }
  | { readonly type: 'terminated'; readonly reasons: string }
  | { readonly type: 'decided'; readonly outcome: Outcome; readonly words: string; readonly tacit: boolean }
  | { readonly type: 'corrected'; readonly words: string; readonly reasons: string }
  | { readonly type: 'delivered'; readonly how: string }
  | { readonly type: 'rated'; readonly grade: 1 | 2 | 3 | 4 | 5; readonly words: string }
  | { readonly type: 'archived' }
)

export type EventType = CaseEvent['type']
