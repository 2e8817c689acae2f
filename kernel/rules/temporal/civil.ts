import { dayOfMonth, findPlainDate, monthOf, type PlainDate, yearOf } from '../../calendar/index.ts'
import { writeDate } from './moment-text.ts'
import { FeelDate, FeelDateTime, FeelTime, type Place } from './moments.ts'

/** A civil day as a value of FEEL. */
export function dateOfDay(day: PlainDate): FeelDate {
  return new FeelDate(yearOf(day), monthOf(day), dayOfMonth(day))
}

/** The civil day of a date; undefined outside the years 0 to 9999. */
export function findDayOfDate(date: FeelDate): PlainDate | undefined {
  return findPlainDate(writeDate(date))
}

/** A moment for `now()`: a civil day and the nanoseconds since its midnight, at a place. */
export function momentOf(day: PlainDate, nanos: number, place: Place): FeelDateTime {
  return new FeelDateTime(dateOfDay(day), new FeelTime(nanos, place))
}
