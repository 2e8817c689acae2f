import { daysInMonth } from '../../calendar/index.ts'
import { offsetOfZone } from './zones.ts'

/** A civil day of the proleptic Gregorian calendar, years −999,999,999 to 999,999,999. */
export class FeelDate {
  readonly year: number
  readonly month: number
  readonly day: number

  constructor(year: number, month: number, day: number) {
    this.year = year
    this.month = month
    this.day = day
  }
}

/** Where a time is told: an offset from UTC in seconds, or a named zone; neither for a local time. */
export interface Place {
  readonly offset?: number
  readonly zone?: string
}

/** A time of day in nanoseconds since midnight, local or at a place. */
export class FeelTime {
  readonly nanos: number
  readonly place: Place

  constructor(nanos: number, place: Place = LOCAL) {
    this.nanos = nanos
    this.place = place
  }
}

export class FeelDateTime {
  readonly date: FeelDate
  readonly time: FeelTime

  constructor(date: FeelDate, time: FeelTime) {
    this.date = date
    this.time = time
  }
}

/** A duration of days, hours, minutes and seconds, in nanoseconds. */
export class DaysDuration {
  readonly nanos: bigint

  constructor(nanos: bigint) {
    this.nanos = nanos
  }
}

/** A duration of years and months, in months. */
export class MonthsDuration {
  readonly months: number

  constructor(months: number) {
    this.months = months
  }
}

export const LOCAL: Place = {}
export const UTC: Place = { offset: 0 }
export const SECOND = 1_000_000_000
export const DAY = 86_400 * SECOND
export const MIDNIGHT = new FeelTime(0)
const FARTHEST_YEAR = 999_999_999

/** The day of these numbers, or undefined where there is none. */
export function findFeelDate(year: number, month: number, day: number): FeelDate | undefined {
  if (![year, month, day].every(Number.isInteger) || Math.abs(year) > FARTHEST_YEAR) return undefined
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return new FeelDate(year, month, day)
}

/** Days since 1970-01-01. A year is thought to begin in March, so that the leap day comes last. */
export function dayNumberOf({ year, month, day }: FeelDate): number {
  const marchYear = month > 2 ? year : year - 1
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  return era * 146_097 + yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear - 719_468
}

/** The day of a number of days since 1970-01-01; undefined outside the years that a date can have. */
export function findDateOfNumber(number: number): FeelDate | undefined {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const leaps = Math.floor(dayOfEra / 1_460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return findFeelDate(year, month, dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1)
}

/** 1 Monday to 7 Sunday. */
export function weekdayOfDate(date: FeelDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1
}

/** Nanoseconds since 1970-01-01 as told locally, whatever the place. */
export function localNanos({ date, time }: FeelDateTime): bigint {
  return BigInt(dayNumberOf(date)) * BigInt(DAY) + BigInt(time.nanos)
}

export function findDateTimeOfNanos(nanos: bigint, place: Place): FeelDateTime | undefined {
  const day = BigInt(DAY)
  const rest = ((nanos % day) + day) % day
  const date = findDateOfNumber(Number((nanos - rest) / day))
  return date && new FeelDateTime(date, new FeelTime(Number(rest), place))
}

/** The offset from UTC in seconds of a moment, or undefined when it is local. */
export function offsetOf(moment: FeelDateTime): number | undefined {
  const { place } = moment.time
  if (place.zone !== undefined) return offsetOfZone(place.zone, localNanos(moment))
  return place.offset
}

/** Nanoseconds since 1970-01-01 UTC, or undefined when the moment is local. */
export function instantNanos(moment: FeelDateTime): bigint | undefined {
  const offset = offsetOf(moment)
  return offset === undefined ? undefined : localNanos(moment) - BigInt(offset) * BigInt(SECOND)
}

/** So many months on, or back; the day is held to the length of the month. */
export function addMonthsToDate({ year, month, day }: FeelDate, months: number): FeelDate | undefined {
  const index = year * 12 + month - 1 + months
  const newYear = Math.floor(index / 12)
  const newMonth = index - newYear * 12 + 1
  return findFeelDate(newYear, newMonth, Math.min(day, daysInMonth(newYear, newMonth)))
}
