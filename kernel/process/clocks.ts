import type { Calendar, PlainDate } from '../calendar/index.ts'
import type { ClockEvent, DayClock, DayUnit } from '../legal-clock/index.ts'
import { type DayClockSummary, summariseDayClock } from '../legal-clock/index.ts'
import type { CaseEvent } from './events.ts'
import type { DayTerm, Procedure, Step } from './procedure.ts'
import { stateOf } from './state.ts'

export interface CaseClock {
  readonly kind: 'acceptance' | 'statutory' | 'promised' | 'step'
  /** The step, for a clock of a step. */
  readonly step: string | null
  readonly clock: DayClock
}

type Happening = ClockEvent<PlainDate, DayUnit>

/**
 * All clocks of a case as its events make them: until it is accepted the days in which the authority must say what is
 * missing; from then on the statutory and the promised term, and a clock for every open step that has a term. To be read
 * by `readDayClock`, which explains each day. A clock that has ended carries its stop.
 */
export function clocksOf(procedure: Procedure, events: readonly CaseEvent[]): readonly CaseClock[] {
  return [...acceptanceClock(procedure, events), ...decisionClocks(procedure, events), ...stepClocks(procedure, events)]
}

/** The clock that runs now: of acceptance, or the statutory one. Undefined where none runs. */
export function runningClock(procedure: Procedure, events: readonly CaseEvent[]): CaseClock | undefined {
  const { phase } = stateOf(events)
  const kind = phase === 'submitted' ? 'acceptance' : phase === 'reviewing' ? 'statutory' : null
  return clocksOf(procedure, events).find((one) => one.kind === kind)
}

/** Whether the clock that runs has passed its last day; false where none runs or it is suspended. */
export function isPast(clock: CaseClock | undefined, today: PlainDate, calendar: Calendar): boolean {
  const summary = clock && summaryOf(clock, today, calendar)
  return summary?.lastDay != null && today > summary.lastDay
}

function summaryOf({ clock }: CaseClock, today: PlainDate, calendar: Calendar): DayClockSummary | undefined {
  const summary = summariseDayClock(clock, today, calendar)
  return summary.ok ? summary : undefined
}

function acceptanceClock({ acceptance }: Procedure, events: readonly CaseEvent[]): readonly CaseClock[] {
  const received = events.findLastIndex(({ type }) => type === 'submitted' || type === 'supplemented')
  const start = events[received]
  if (!start) return []
  const end = events
    .slice(received)
    .find(({ type }) => ['supplement-asked', 'accepted', 'not-accepted', 'withdrawn', 'terminated'].includes(type))
  const stopped: Happening[] = end ? [{ type: 'stopped', at: end.on, outcome: end.type }] : []
  return [{ kind: 'acceptance', step: null, clock: { started: start.on, term: acceptance.within, events: stopped } }]
}

function decisionClocks({ terms }: Procedure, events: readonly CaseEvent[]): readonly CaseClock[] {
  const accepted = events.find((event) => event.type === 'accepted')
  if (!accepted) return []
  const clock = (kind: 'statutory' | 'promised', term: DayTerm): CaseClock => ({
    kind,
    step: null,
    clock: { started: accepted.since, term, events: events.flatMap(happeningOf) },
  })
  return [clock('statutory', terms.statutory), ...(terms.promised === null ? [] : [clock('promised', terms.promised)])]
}

function stepClocks(procedure: Procedure, events: readonly CaseEvent[]): readonly CaseClock[] {
  const steps = new Map(procedure.stages.flatMap((stage) => stage.steps).map((step) => [step.key, step]))
  return stateOf(events).open.flatMap(({ key, since }) => {
    const term = (steps.get(key) as Step | undefined)?.term
    if (!term) return []
    const later = events.filter(({ on }) => on >= since).flatMap(happeningOf)
    const held = heldWhenOpened(events, since)
    return [{ kind: 'step' as const, step: key, clock: { started: since, term, events: [...held, ...pauses(later)] } }]
  })
}

/** A step that is opened while the case stands still stands still from its first day. */
function heldWhenOpened(events: readonly CaseEvent[], since: PlainDate): readonly Happening[] {
  const { suspended } = stateOf(events.filter(({ on }) => on < since))
  return suspended ? [{ type: 'suspended', at: since, ground: suspended.ground }] : []
}

function pauses(happenings: readonly Happening[]): readonly Happening[] {
  return happenings.filter(({ type }) => type === 'suspended' || type === 'resumed')
}

function happeningOf(event: CaseEvent): readonly Happening[] {
  switch (event.type) {
    case 'suspended':
      return [{ type: 'suspended', at: event.on, ground: event.ground, noticedOn: event.noticedOn }]
    case 'resumed':
      return [{ type: 'resumed', at: event.on }]
    case 'extended':
      return [{ type: 'extended', at: event.on, by: event.term, ground: event.reasons }]
    case 'decided':
    case 'withdrawn':
    case 'terminated':
      return [{ type: 'stopped', at: event.on, outcome: event.type }]
    default:
      return []
  }
}
