import type { Calendar, PlainDate } from '@guangyue/kernel/calendar'
import { readDayClock } from '@guangyue/kernel/legal-clock'
import {
  type CaseClock,
  type CaseEvent,
  type CaseState,
  clocksOf,
  type Post,
  type Procedure,
  type Step,
  stateOf,
} from '@guangyue/kernel/process'

/** Who applies. */
export interface Party {
  readonly kind: 'person' | 'firm'
  readonly name: string
  /** Resident id of a person, credit code of a firm. */
  readonly code: string
  readonly phone: string
}

/** A unit that has or had to do with a case. */
export interface Part {
  readonly unit: string
  /** Whose turn it is there; none where the case does not wait for it. */
  readonly posts: readonly Post[]
  readonly lastDay: PlainDate | null
  readonly nearDay: PlainDate | null
}

/** What lists need of a case: the fold of its events with its nearest clock. */
export interface Projection {
  readonly version: number
  readonly phase: CaseState['phase']
  readonly stage: string | null
  readonly lastDay: PlainDate | null
  /** The first day on which the light is yellow. */
  readonly nearDay: PlainDate | null
  /** Of the clock after which the law may speak: of acceptance, or the statutory one. */
  readonly lawDay: PlainDate | null
  readonly paused: boolean
  readonly provisional: boolean
  readonly closed: boolean
  readonly parts: readonly Part[]
}

/**
 * The columns of a case and its parts as its events make them, with the calendar as known on `asOf`. The only place
 * where they are made: what is written and what a test recounts are the same.
 */
export function projected(
  procedure: Procedure,
  events: readonly CaseEvent[],
  { asOf, calendar }: { readonly asOf: PlainDate; readonly calendar: Calendar },
): Projection {
  const state = stateOf(events)
  const closed = state.phase === 'decided' || state.phase === 'ended'
  const paused = state.suspended !== null
  const ends = closed || paused ? [] : clocksOf(procedure, events).flatMap((clock) => endOf(clock, asOf, calendar))
  const nearest = first(ends.filter(({ step }) => step === null))
  const all = first(ends)
  return {
    version: events.length,
    phase: state.phase,
    stage: state.stage,
    lastDay: all?.lastDay ?? null,
    nearDay: all?.nearDay ?? null,
    lawDay: ends.find(({ kind }) => kind === 'acceptance' || kind === 'statutory')?.lastDay ?? null,
    paused,
    provisional: ends.some(({ provisional }) => provisional),
    closed,
    parts: unitsOf(procedure, events).map((unit) => {
      const turns = turnsOf(procedure, state).filter((turn) => turn.unit === unit)
      const steps = turns.map(({ step }) => step)
      const own = first(ends.filter(({ step }) => step !== null && steps.includes(step)))
      const end = turns.length === 0 ? undefined : first([nearest, own].filter((one) => one !== undefined))
      return {
        unit,
        posts: [...new Set(turns.map(({ post }) => post))],
        lastDay: end?.lastDay ?? null,
        nearDay: end?.nearDay ?? null,
      }
    }),
  }
}

interface End {
  readonly kind: CaseClock['kind']
  readonly step: string | null
  readonly lastDay: PlainDate
  readonly nearDay: PlainDate
  readonly provisional: boolean
}

/** When a clock that runs ends, and from when on no more is left than one day or a fifth (see `lightOf` of the clock). */
function endOf({ kind, step, clock }: CaseClock, asOf: PlainDate, calendar: Calendar): readonly End[] {
  const read = readDayClock(clock, asOf, calendar)
  if (!read.ok || read.lastDay === null || read.light === 'stopped') return []
  const counted = read.explanation.flatMap((day) => (day.counted ? [day.day] : []))
  const few = Math.max(1, Math.ceil(read.total / 5))
  const nearDay = counted.at(-few - 1) ?? clock.started
  return [{ kind, step, lastDay: read.lastDay, nearDay, provisional: read.provisional }]
}

function first(ends: readonly End[]): End | undefined {
  return ends.toSorted((a, b) => (a.lastDay < b.lastDay ? -1 : a.lastDay > b.lastDay ? 1 : 0))[0]
}

interface Turn {
  readonly unit: string
  readonly post: Post
  /** Null for taking in. */
  readonly step: string | null
}

/** Who has to do something now: the accepting unit and the checks, or the units of the open steps. */
export function turnsOf({ acceptance, stages }: Procedure, state: CaseState): readonly Turn[] {
  if (state.phase === 'submitted') {
    const checks = acceptance.checks.filter(({ key }) => !(key in state.checks))
    const askers = checks.length > 0 ? checks.map(({ unit }) => unit) : [acceptance.unit]
    return askers.flatMap((unit) => (['clerk', 'officer'] as const).map((post) => ({ unit, post, step: null })))
  }
  const steps = stages.flatMap((stage): readonly Step[] => stage.steps)
  return state.open.flatMap(({ key, unit }) => {
    const step = steps.find((one) => one.key === key)
    return step ? [{ unit: unit ?? step.unit, post: step.post, step: key }] : []
  })
}

/** Every unit that the case has ever concerned, the accepting one first. */
function unitsOf({ acceptance, stages }: Procedure, events: readonly CaseEvent[]): readonly string[] {
  const unitOf = new Map(stages.flatMap(({ steps }) => steps.map(({ key, unit }) => [key, unit] as const)))
  const later = events.flatMap((event) => {
    if (event.type === 'stage-entered') return event.steps.flatMap((key) => unitOf.get(key) ?? [])
    return event.type === 'transferred' ? [event.to] : []
  })
  return [...new Set([acceptance.unit, ...acceptance.checks.map(({ unit }) => unit), ...later])]
}

export type CaseLight = 'on-time' | 'near' | 'overdue' | 'suspended' | 'done' | 'none'

/** How a case stands on a day, by what the projection wrote down. */
export function lightOn(
  { lastDay, nearDay, paused, closed }: Pick<Projection, 'lastDay' | 'nearDay' | 'paused' | 'closed'>,
  today: PlainDate,
): CaseLight {
  if (closed) return 'done'
  if (paused) return 'suspended'
  if (lastDay === null) return 'none'
  if (today > lastDay) return 'overdue'
  return nearDay !== null && today >= nearDay ? 'near' : 'on-time'
}
