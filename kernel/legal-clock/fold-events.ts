import type { Clock, ClockEvent, ClockEventType, ClockFault, Term } from './model.ts'

/** Time that does not count: positions `p` with `after < p <= upTo`. */
export interface Pause {
  readonly after: number
  readonly upTo: number
  readonly ground: string | null
}

/** What the events up to the as-of moment make of a clock. Positions are day numbers or milliseconds. */
export interface Run<Unit> {
  readonly started: number
  /** The term, then its extensions, as they were given. */
  readonly terms: readonly Term<Unit>[]
  /** In order, without overlap. */
  readonly pauses: readonly Pause[]
  /** The suspension that is not yet resumed. */
  readonly suspended: { readonly at: number; readonly ground: string | null } | null
  readonly stopped: number | null
  readonly withoutEffect: readonly ClockEventType[]
}

/**
 * Folds the events up to `asOf` into a run. Later events do not exist.
 * A suspension during a suspension, a resumption without one, and anything but a restart after a stop change nothing and
 * are named in `withoutEffect`. Refused: an `asOf` before the start, for there is no clock yet, and an event before the start.
 */
export function foldEvents<At, Unit>(
  clock: Clock<At, Unit>,
  asOf: At,
  positionOf: (at: At) => number,
): { readonly ok: true; readonly run: Run<Unit> } | ClockFault {
  const started = positionOf(clock.started)
  if (positionOf(asOf) < started) return { ok: false, code: 'not-started', message: '查询日早于起算日，期限尚未开始' }
  const events = clock.events
    .map((event) => ({ event, position: positionOf(event.at) }))
    .filter(({ position }) => position <= positionOf(asOf))
    .toSorted((a, b) => a.position - b.position)
  if (events.some(({ position }) => position < started)) {
    return { ok: false, code: 'event-before-start', message: '有事件早于起算日，请核对日期' }
  }
  const run = events.reduce((past, next) => apply(past, next, clock.term), begin(started, clock.term))
  return { ok: true, run }
}

/** Neighbours of one unit become one: one month and one month are two months. */
export function joinTerms<Unit>(terms: readonly Term<Unit>[]): readonly Term<Unit>[] {
  const joined: Term<Unit>[] = []
  for (const { n, unit } of terms) {
    const last = joined.at(-1)
    if (last?.unit === unit) joined[joined.length - 1] = { n: last.n + n, unit }
    else joined.push({ n, unit })
  }
  return joined
}

/** The pause in which a position lies. */
export function findPause(pauses: readonly Pause[], position: number): Pause | undefined {
  let [low, high] = [0, pauses.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pauses[middle]?.upTo ?? 0) < position) low = middle + 1
    else high = middle
  }
  const pause = pauses[low]
  return pause && pause.after < position ? pause : undefined
}

interface Placed<At, Unit> {
  readonly event: ClockEvent<At, Unit>
  readonly position: number
}

function apply<At, Unit>(run: Run<Unit>, { event, position }: Placed<At, Unit>, term: Term<Unit>): Run<Unit> {
  if (event.type === 'restarted') return { ...begin(position, term), withoutEffect: run.withoutEffect }
  if (run.stopped !== null) return idle(run, event)
  switch (event.type) {
    case 'suspended':
      if (run.suspended) return idle(run, event)
      return { ...run, suspended: { at: position, ground: event.ground ?? null } }
    case 'resumed':
      if (!run.suspended) return idle(run, event)
      return { ...run, suspended: null, pauses: [...run.pauses, ...pauseOf(run.suspended, position)] }
    case 'extended':
      return { ...run, terms: [...run.terms, event.by] }
    case 'transferred':
      return run
    case 'stopped':
      return { ...run, stopped: position }
  }
}

function begin<Unit>(started: number, term: Term<Unit>): Run<Unit> {
  return { started, terms: [term], pauses: [], suspended: null, stopped: null, withoutEffect: [] }
}

function idle<At, Unit>(run: Run<Unit>, event: ClockEvent<At, Unit>): Run<Unit> {
  return { ...run, withoutEffect: [...run.withoutEffect, event.type] }
}

function pauseOf({ at, ground }: { at: number; ground: string | null }, resumed: number): readonly Pause[] {
  return resumed > at ? [{ after: at, upTo: resumed, ground }] : []
}
