import { divideDecimals, integer } from '../number/decimal.ts'
import {
  DAY,
  DaysDuration,
  FeelDate,
  FeelDateTime,
  FeelTime,
  MonthsDuration,
  offsetOf,
  SECOND,
  weekdayOfDate,
} from '../temporal/moments.ts'
import { FeelRange, isContext, isList, type Value } from './value.ts'

/** `value.name`: an entry of a context, a part of a date, time, duration or range; of a list, that of each item. */
export function partOf(value: Value, name: string): Value {
  if (isContext(value)) return value.get(name) ?? null
  if (isList(value)) return value.map((item) => partOf(item, name))
  if (value instanceof FeelDate) return dateParts[name]?.(value) ?? null
  if (value instanceof FeelDateTime) return momentPart(value, name)
  if (value instanceof FeelTime) return timeParts[name]?.(value) ?? null
  if (value instanceof DaysDuration) return daysPart(value, name)
  if (value instanceof MonthsDuration) return monthsPart(value, name)
  if (value instanceof FeelRange) return rangePart(value, name)
  return null
}

type Parts<T> = Readonly<Record<string, ((value: T) => Value) | undefined>>

const dateParts: Parts<FeelDate> = {
  year: ({ year }) => integer(year),
  month: ({ month }) => integer(month),
  day: ({ day }) => integer(day),
  weekday: (date) => integer(weekdayOfDate(date)),
}

const timeParts: Parts<FeelTime> = {
  hour: ({ nanos }) => integer(Math.floor(nanos / (3600 * SECOND))),
  minute: ({ nanos }) => integer(Math.floor(nanos / (60 * SECOND)) % 60),
  second: ({ nanos }) => integer(Math.floor(nanos / SECOND) % 60),
  'time offset': ({ place }) => offsetDuration(place.offset),
  timezone: ({ place }) => place.zone ?? null,
}

function momentPart(moment: FeelDateTime, name: string): Value {
  if (name === 'time offset') return offsetDuration(offsetOf(moment))
  return dateParts[name]?.(moment.date) ?? timeParts[name]?.(moment.time) ?? null
}

function offsetDuration(offset: number | undefined): Value {
  return offset === undefined ? null : new DaysDuration(BigInt(offset) * BigInt(SECOND))
}

const daysUnits: Readonly<Record<string, readonly [unit: bigint, whole: bigint]>> = {
  days: [BigInt(DAY), 0n],
  hours: [3600n * BigInt(SECOND), 24n],
  minutes: [60n * BigInt(SECOND), 60n],
}

function daysPart({ nanos }: DaysDuration, name: string): Value {
  if (name === 'seconds') return divideDecimals(integer(nanos % (60n * BigInt(SECOND))), integer(SECOND)) ?? null
  const found = daysUnits[name]
  if (!found) return null
  const [unit, whole] = found
  return integer(whole === 0n ? nanos / unit : (nanos / unit) % whole)
}

function monthsPart({ months }: MonthsDuration, name: string): Value {
  if (name === 'years') return integer(Math.trunc(months / 12))
  return name === 'months' ? integer(months % 12) : null
}

function rangePart(range: FeelRange, name: string): Value {
  switch (name) {
    case 'start':
      return range.start
    case 'end':
      return range.end
    case 'start included':
      return range.startIncluded
    case 'end included':
      return range.endIncluded
    default:
      return null
  }
}
