import { type Calendar, dayOfInstant, type Instant, type KnownCalendar, yearOf } from '../calendar/index.ts'
import { findPause, foldEvents, joinTerms, type Run } from './fold-events.ts'
import { lightOf } from './light.ts'
import type { ClockFault, ClockReading, HourClock, HourUnit } from './model.ts'
import { termFault } from './term-fault.ts'

/** When an office is open on a working day, as minutes after midnight: 08:30 to 12:00 is `[510, 720]`. In order, apart. */
export type OfficeHours = readonly (readonly [opens: number, closes: number])[]

/** A stretch of an explanation. Of working hours, what lies between two stretches is time when the office is closed. */
export interface ClockStretch {
  readonly from: Instant
  readonly to: Instant
  readonly counted: boolean
  readonly why: 'suspended' | null
  readonly ground: string | null
}

export type HourClockReading = ClockReading<Instant, ClockStretch>

/** What a clock in hours is counted with; `officeHours` matter to working hours only. */
export interface HourCounting {
  readonly calendar: Calendar
  readonly officeHours: OfficeHours
}

/**
 * How a clock in hours stands at the moment `asOf`. Hours run from the instant, round the clock, and their end is never
 * moved; working hours run within the office hours of working days. Days are those of the offset in which the start is
 * written. An extension in the other unit of hours is refused.
 */
export function readHourClock(clock: HourClock, asOf: Instant, counting: HourCounting): HourClockReading | ClockFault {
  const folded = foldEvents(clock, asOf, ({ ms }) => ms)
  if (!folded.ok) return folded
  const { run } = folded
  const [term, other] = joinTerms(run.terms)
  if (!term || other) return { ok: false, code: 'units-do-not-mix', message: '小时与工作小时不能相互延长' }
  const fault = termFault(run.terms)
  if (fault) return fault
  const { offset } = clock.started
  const known = counting.calendar.asKnownOn(dayOfInstant({ ms: asOf.ms, offset }))
  const hours = { run, unit: term.unit, offset, known, officeHours: counting.officeHours }
  const last = endOf(hours, Math.round(term.n * HOUR))
  if (last === undefined)
    return { ok: false, code: 'out-of-calendar', message: '期限超出历法所及的年份，请核对办公时间' }
  return readingOf(hours, { last, asOf: asOf.ms, total: term.n })
}

interface Hours {
  readonly run: Run<HourUnit>
  readonly unit: HourUnit
  readonly offset: number
  readonly known: KnownCalendar
  readonly officeHours: OfficeHours
}

/** Moments in milliseconds; half-open. */
type Stretch = readonly [from: number, to: number]

function readingOf(hours: Hours, asked: { last: number; asOf: number; total: number }): HourClockReading {
  const { run, offset } = hours
  const { last, asOf, total } = asked
  const at = Math.min(asOf, run.stopped ?? asOf, run.suspended?.at ?? asOf)
  const past = at > last
  const left = past ? 0 - running(hours, [last, at]) : running(hours, [at, last])
  const light = run.stopped !== null ? 'stopped' : run.suspended ? 'paused' : lightOf({ left, total, past })
  const lastDay = run.suspended ? null : { ms: last, offset }
  return {
    ok: true,
    lastDay,
    termEnd: lastDay,
    provisional: isProvisional(hours, run.suspended ? at : last),
    used: running(hours, [run.started, at]),
    left,
    total,
    light,
    withoutEffect: run.withoutEffect,
    explanation: explanationOf(hours, run.suspended ? asOf : last),
  }
}

/** The moment at which so many milliseconds have run; undefined where they never do, as with an office never open. */
function endOf(hours: Hours, ms: number): number | undefined {
  let left = ms
  for (const [from, to] of runningStretches(hours, hours.run.started)) {
    if (to - from >= left) return from + left
    left -= to - from
  }
  return undefined
}

/** Hours that ran in a stretch. */
function running(hours: Hours, [from, to]: Stretch): number {
  let ms = 0
  for (const [begins, ends] of runningStretches(hours, from)) {
    if (begins >= to) break
    ms += Math.min(ends, to) - begins
  }
  return ms / HOUR
}

function* runningStretches(hours: Hours, from: number): Generator<Stretch> {
  const { pauses } = hours.run
  for (const [opens, closes] of openStretches(hours, from)) {
    let at = opens
    while (at < closes) {
      const pause = findPause(pauses, at + 1)
      const stop = pause?.upTo ?? Math.min(closes, pauses.find(({ after }) => after > at)?.after ?? closes)
      if (!pause) yield [at, stop]
      at = stop
    }
  }
}

function* openStretches(hours: Hours, from: number): Generator<Stretch> {
  if (hours.unit === 'hour') {
    yield [from, LAST_MOMENT]
    return
  }
  for (let day = Math.floor((from + hours.offset * MINUTE) / DAY); day * DAY < LAST_MOMENT; day += 1) {
    if (!hours.known.worksOn(day)) continue
    for (const [opens, closes] of hours.officeHours) {
      const midnight = day * DAY - hours.offset * MINUTE
      const stretch: Stretch = [Math.max(from, midnight + opens * MINUTE), midnight + closes * MINUTE]
      if (stretch[0] < stretch[1]) yield stretch
    }
  }
}

/** Hours round the clock lean on no calendar; working hours on every day from the start to `limit`. */
function isProvisional({ unit, run, offset, known }: Hours, limit: number): boolean {
  if (unit === 'hour') return false
  const lastYear = yearOf(dayOfInstant({ ms: limit, offset }))
  for (let year = yearOf(dayOfInstant({ ms: run.started, offset })); year <= lastYear; year += 1) {
    if (known.isProvisionalYear(year)) return true
  }
  return false
}

function explanationOf(hours: Hours, to: number): readonly ClockStretch[] {
  const { run, offset } = hours
  const open = run.suspended && { after: run.suspended.at, upTo: to, ground: run.suspended.ground }
  const pauses = open ? [...run.pauses, open] : run.pauses
  const stretch = ([from, end]: Stretch) => ({ from: { ms: from, offset }, to: { ms: Math.min(end, to), offset } })
  const explained: ClockStretch[] = pauses
    .filter(({ after }) => after < to)
    .map(({ after, upTo, ground }) => ({ ...stretch([after, upTo]), counted: false, why: 'suspended', ground }))
  for (const running of runningStretches({ ...hours, run: { ...run, pauses } }, run.started)) {
    if (running[0] >= to) break
    explained.push({ ...stretch(running), counted: true, why: null, ground: null })
  }
  return explained.toSorted((a, b) => a.from.ms - b.from.ms)
}

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000
/** The end of the year 9999 in the westernmost offset. */
const LAST_MOMENT = 253_402_300_800_000 - DAY
