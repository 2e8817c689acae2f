import type { PlainDate } from '../calendar/index.ts'
import type { CaseEvent, EventType } from './events.ts'
import type { Outcome } from './procedure.ts'

/** Where a case stands. `ended`: withdrawn, terminated or not accepted, without a decision. */
export type Phase = 'new' | 'submitted' | 'supplementing' | 'reviewing' | 'decided' | 'ended'

export interface OpenStep {
  readonly key: string
  readonly since: PlainDate
  /** Another unit than the procedure's, to which it was transferred. */
  readonly unit: string | null
}

export interface CaseState {
  readonly phase: Phase
  readonly submittedOn: PlainDate | null
  /** When the authority last got materials: from here it has its days to say what is missing. */
  readonly receivedOn: PlainDate | null
  /** What each check found missing; a check that is not in it has not answered. */
  readonly checks: Readonly<Record<string, readonly string[]>>
  /** All that was ever asked for, in the one notice. */
  readonly asked: readonly string[]
  /** Asked for and not yet handed in. */
  readonly lacking: readonly string[]
  readonly acceptedOn: PlainDate | null
  readonly stage: string | null
  readonly open: readonly OpenStep[]
  readonly done: readonly { readonly step: string; readonly outcome: string; readonly on: PlainDate }[]
  readonly suspended: { readonly ground: string; readonly on: PlainDate } | null
  readonly extensions: number
  readonly decision: { readonly outcome: Outcome; readonly on: PlainDate; readonly tacit: boolean } | null
  readonly corrections: number
  readonly deliveredOn: PlainDate | null
  readonly grade: 1 | 2 | 3 | 4 | 5 | null
  readonly archivedOn: PlainDate | null
}

const unborn: CaseState = {
  phase: 'new',
  submittedOn: null,
  receivedOn: null,
  checks: {},
  asked: [],
  lacking: [],
  acceptedOn: null,
  stage: null,
  open: [],
  done: [],
  suspended: null,
  extensions: 0,
  decision: null,
  corrections: 0,
  deliveredOn: null,
  grade: null,
  archivedOn: null,
}

/** The state of a case is what its events make of it, in the order in which they were appended. */
export function stateOf(events: readonly CaseEvent[]): CaseState {
  return events.reduce(apply, unborn)
}

/** One more event. */
function apply(state: CaseState, event: CaseEvent): CaseState {
  const fold = folds[event.type] as (state: CaseState, event: CaseEvent) => Partial<CaseState>
  return { ...state, ...fold(state, event) }
}

type Folds = {
  readonly [Type in EventType]: (state: CaseState, event: Extract<CaseEvent, { type: Type }>) => Partial<CaseState>
}

const nothingOpen = { stage: null, open: [], suspended: null } as const

const folds: Folds = {
  submitted: (_, { on }) => ({ phase: 'submitted', submittedOn: on, receivedOn: on }),
  checked: ({ checks }, { check, missing }) => ({ checks: { ...checks, [check]: missing } }),
  'supplement-asked': ({ asked }, { missing }) => ({
    phase: 'supplementing',
    asked: [...new Set([...asked, ...missing])],
    lacking: missing,
  }),
  supplemented: ({ lacking }, { on, materials }) => ({
    phase: 'submitted',
    receivedOn: on,
    checks: {},
    lacking: lacking.filter((one) => !materials.includes(one)),
  }),
  accepted: (_, { since }) => ({ phase: 'reviewing', acceptedOn: since, lacking: [] }),
  'not-accepted': () => ({ phase: 'ended', ...nothingOpen }),
  'stage-entered': (_, { on, stage, steps }) => ({
    stage,
    open: steps.map((key) => ({ key, since: on, unit: null })),
  }),
  'step-done': ({ open, done }, { on, step, outcome }) => ({
    open: open.filter(({ key }) => key !== step),
    done: [...done, { step, outcome, on }],
  }),
  transferred: ({ open }, { step, to }) => ({
    open: open.map((one) => (one.key === step ? { ...one, unit: to } : one)),
  }),
  suspended: (_, { on, ground }) => ({ suspended: { on, ground } }),
  resumed: () => ({ suspended: null }),
  extended: ({ extensions }) => ({ extensions: extensions + 1 }),
  withdrawn: () => ({ phase: 'ended', ...nothingOpen }),
  terminated: () => ({ phase: 'ended', ...nothingOpen }),
  decided: (_, { on, outcome, tacit }) => ({ phase: 'decided', decision: { on, outcome, tacit }, ...nothingOpen }),
  corrected: ({ corrections }) => ({ corrections: corrections + 1 }),
  delivered: (_, { on }) => ({ deliveredOn: on }),
  rated: (_, { grade }) => ({ grade }),
  archived: (_, { on }) => ({ archivedOn: on }),
}
