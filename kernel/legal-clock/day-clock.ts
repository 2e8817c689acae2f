import {
  addMonths,
  type Calendar,
  type DayExplanation,
  type DayNumber,
  dayNumber,
  dayOfNumber,
  type KnownCalendar,
  type PlainDate,
  yearOfNumber,
} from '../calendar/index.ts'
import { findPause, foldEvents, joinTerms, type Run } from './fold-events.ts'
import { lightOf } from './light.ts'
import type { ClockFault, ClockReading, DayClock, DayUnit, Term } from './model.ts'
import { termFault } from './term-fault.ts'

/** One day of an explanation: counted, or why not. */
export interface ClockDay extends DayExplanation {
  readonly counted: boolean
  /** Which counted day it is, from 1; null where it is not counted. */
  readonly ordinal: number | null
  /** `day-off` is told apart by the day's own `kind` and `notice`. */
  readonly why: 'first-day' | 'suspended' | 'day-off' | 'stopped' | null
  /** On what ground it was suspended, where that was recorded. */
  readonly ground: string | null
}

export type DayClockReading = ClockReading<PlainDate, ClockDay>
/** What a list needs, without the day-by-day explanation. */
export type DayClockSummary = Omit<DayClockReading, 'explanation'>

/**
 * How a clock in days stands at the end of `asOf`, with the calendar as it was known that day.
 *
 * - The start is not counted, nor are the days after a suspension up to and including the resumption. Of the others a
 *   working-day term counts working days, a calendar-day term and a month term all.
 * - A month term ends on the same day-number (or that month's last day), moved on by the days that did not count. That is
 *   a term of as many counted days as lie between; `total` gives them.
 * - An extension adds to the term in the unit in which it was given: one of another unit begins where the term ended,
 *   and its days are counted in its own unit. Only then is a last day on which nobody works moved on, and never onto a
 *   suspended day.
 * - While suspended, `used` and `left` are those of the day of suspension.
 */
export function readDayClock(clock: DayClock, asOf: PlainDate, calendar: Calendar): DayClockReading | ClockFault {
  const laid = layOut(clock, asOf, calendar)
  return laid.ok ? { ...summaryOf(laid), explanation: explanationOf(laid) } : laid
}

/** The same without the explanation, for lists of many clocks. */
export function summariseDayClock(clock: DayClock, asOf: PlainDate, calendar: Calendar): DayClockSummary | ClockFault {
  const laid = layOut(clock, asOf, calendar)
  return laid.ok ? summaryOf(laid) : laid
}

/** A part of the term in one unit: the days after `from` up to and including `end`. */
interface Piece {
  readonly unit: DayUnit
  readonly from: DayNumber
  readonly end: DayNumber
  /** Counted days in it. */
  readonly days: number
}

interface Laid {
  readonly ok: true
  readonly asOf: DayNumber
  readonly run: Run<DayUnit>
  readonly known: KnownCalendar
  readonly pieces: readonly Piece[]
  readonly termEnd: DayNumber
  /** The last day; while suspended, what it would be if the clock ran on. */
  readonly last: DayNumber
}

function layOut(clock: DayClock, asOf: PlainDate, calendar: Calendar): Laid | ClockFault {
  const folded = foldEvents(clock, asOf, dayNumber)
  if (!folded.ok) return folded
  const { run } = folded
  const fault = termFault(run.terms)
  if (fault) return fault
  const known = calendar.asKnownOn(asOf)
  const pieces: Piece[] = []
  let end = run.started
  for (const term of joinTerms(run.terms)) {
    const piece = pieceOf(run, known, { from: end, term })
    pieces.push(piece)
    end = piece.end
  }
  let last = end
  while (findPause(run.pauses, last) || !known.worksOn(last)) last += 1
  if (last > LAST_DAY) return { ok: false, code: 'out-of-calendar', message: '期限超出历法所及的年份' }
  return { ok: true, asOf: dayNumber(asOf), run, known, pieces, termEnd: end, last }
}

function pieceOf(run: Run<DayUnit>, known: KnownCalendar, at: { from: DayNumber; term: Term<DayUnit> }): Piece {
  const { unit, n } = at.term
  const days = unit === 'month' ? daysOfMonths(at.from, n) : n
  let end = at.from
  for (let left = days; left > 0 && end <= LAST_DAY; ) {
    end = nextRunning(run, end + 1)
    if (unit !== 'working-day' || known.worksOn(end)) left -= 1
  }
  return { unit, from: at.from, end, days }
}

/** Days from a day to the same day-number `months` on; without end where that lies past the last year. */
function daysOfMonths(from: DayNumber, months: number): number {
  if (yearOfNumber(from) + months / 12 >= 9999) return Number.POSITIVE_INFINITY
  return dayNumber(addMonths(dayOfNumber(from), months)) - from
}

/** The day itself, or the first after the pause in which it lies. */
function nextRunning(run: Run<DayUnit>, day: DayNumber): DayNumber {
  let next = day
  for (let pause = findPause(run.pauses, next); pause; pause = findPause(run.pauses, next)) next = pause.upTo + 1
  return next
}

function summaryOf(laid: Laid): DayClockSummary {
  const { run, last } = laid
  const at = standingDay(laid)
  const used = countDays(laid, run.started, at)
  const past = at > last
  const left = past ? 0 - countDays(laid, last, at) : countDays(laid, at, last)
  const total = laid.pieces.reduce((sum, piece) => sum + piece.days, 0)
  const light = run.stopped !== null ? 'stopped' : run.suspended ? 'paused' : lightOf({ left, total, past })
  return {
    ok: true,
    lastDay: run.suspended ? null : dayOfNumber(last),
    termEnd: run.suspended ? null : dayOfNumber(laid.termEnd),
    provisional: isProvisional(laid, run.suspended ? at : last),
    used,
    left,
    total,
    light,
    withoutEffect: run.withoutEffect,
  }
}

/** The day up to which was counted: as of, or of suspension, or of the stop. */
function standingDay({ asOf, run }: Laid): DayNumber {
  return Math.min(asOf, run.stopped ?? asOf, run.suspended?.at ?? asOf)
}

/** Counted days after `from` up to and including `to`. */
function countDays(laid: Laid, from: DayNumber, to: DayNumber): number {
  let count = 0
  for (let day = from + 1; day <= to; day += 1) if (isCounted(laid, day)) count += 1
  return count
}

function isCounted({ run, pieces, known }: Laid, day: DayNumber): boolean {
  if (findPause(run.pauses, day)) return false
  return unitOn(pieces, day) !== 'working-day' || known.worksOn(day)
}

/** A day is counted in the unit of the piece in which it lies; days after the term in that of the last piece. */
function unitOn(pieces: readonly Piece[], day: DayNumber): DayUnit | undefined {
  return pieces.findLast(({ from }, index) => day > from || index === 0)?.unit
}

/** Whether a day up to `limit` had to be looked up in a year whose notice is not known. */
function isProvisional({ run, pieces, termEnd, known }: Laid, limit: DayNumber): boolean {
  for (let day = run.started + 1; day <= limit; day += 1) {
    const lookedUp = day >= termEnd || unitOn(pieces, day) === 'working-day'
    if (lookedUp && known.isProvisionalYear(yearOfNumber(day)) && !findPause(run.pauses, day)) return true
  }
  return false
}

function explanationOf(laid: Laid): readonly ClockDay[] {
  const { run, last, known } = laid
  const days: ClockDay[] = []
  let ordinal = 0
  for (let day = run.started; day <= (run.suspended ? laid.asOf : last); day += 1) {
    const why = whyNotCounted(laid, day)
    if (why === null) ordinal += 1
    days.push({
      ...known.explain(dayOfNumber(day)),
      counted: why === null,
      ordinal: why === null ? ordinal : null,
      why,
      ground: why === 'suspended' ? ((findPause(run.pauses, day) ?? run.suspended)?.ground ?? null) : null,
    })
  }
  return days
}

function whyNotCounted(laid: Laid, day: DayNumber): ClockDay['why'] {
  const { run } = laid
  if (day === run.started) return 'first-day'
  if (run.stopped !== null && day > run.stopped) return 'stopped'
  if (findPause(run.pauses, day) || (run.suspended && day > run.suspended.at)) return 'suspended'
  return isCounted(laid, day) ? null : 'day-off'
}

/** 31 December 9999, the last day that can be written. */
const LAST_DAY: DayNumber = 2932896
