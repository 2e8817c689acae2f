import { compareDecimals, Decimal } from '../number/decimal.ts'
import {
  DaysDuration,
  dayNumberOf,
  FeelDate,
  FeelDateTime,
  FeelTime,
  instantNanos,
  localNanos,
  MonthsDuration,
  SECOND,
} from '../temporal/moments.ts'
import {
  type FeelContext,
  FeelFunction,
  type FeelList,
  FeelRange,
  isContext,
  isList,
  kindOf,
  type Value,
} from './value.ts'

/** True, false, or null when the two cannot be compared. Null equals null and nothing else. */
export function equalValues(a: Value, b: Value): boolean | null {
  if (a === null || b === null) return a === b
  if (typeof a !== 'object' || typeof b !== 'object') return typeof a === typeof b ? a === b : null
  if (isList(a)) return isList(b) ? equalLists(a, b) : null
  if (isContext(a)) return isContext(b) ? equalContexts(a, b) : null
  if (a instanceof FeelRange) return b instanceof FeelRange ? equalRanges(a, b) : null
  if (a instanceof FeelFunction) return b instanceof FeelFunction ? a === b : null
  if (kindOf(a) !== kindOf(b)) return null
  if (a instanceof FeelTime && b instanceof FeelTime) return equalTimes(a, b)
  const order = compareValues(a, b)
  return order === null ? false : order === 0
}

/** Negative when a comes before b, 0 when equal, null when there is no order between them. */
export function compareValues(a: Value, b: Value): number | null {
  if (a instanceof Decimal) return b instanceof Decimal ? compareDecimals(a, b) : null
  if (typeof a === 'string') return typeof b === 'string' ? sign(a < b, a > b) : null
  if (a instanceof FeelDate) return b instanceof FeelDate ? dayNumberOf(a) - dayNumberOf(b) : null
  if (a instanceof FeelDateTime) return b instanceof FeelDateTime ? compareMoments(a, b) : null
  if (a instanceof FeelTime) return b instanceof FeelTime ? compareTimes(a, b) : null
  if (a instanceof DaysDuration) return b instanceof DaysDuration ? sign(a.nanos < b.nanos, a.nanos > b.nanos) : null
  if (a instanceof MonthsDuration) return b instanceof MonthsDuration ? a.months - b.months : null
  return null
}

/** Whether a value lies in a range; null when it cannot be compared with an end. */
export function inRange(value: Value, range: FeelRange): boolean | null {
  if (value === null) return null
  const { start, end } = range
  if (start === null && end === null) return null
  const low = start === null ? 1 : compareValues(value, start)
  const high = end === null ? -1 : compareValues(value, end)
  if (low === null || high === null) return null
  return (range.startIncluded ? low >= 0 : low > 0) && (range.endIncluded ? high <= 0 : high < 0)
}

/** Whether two values are the same in kind and worth, times and moments also in their place. */
export function sameValue(a: Value, b: Value): boolean {
  if (kindOf(a) !== kindOf(b)) return false
  if (a instanceof FeelTime && b instanceof FeelTime) return a.nanos === b.nanos && samePlace(a, b)
  if (a instanceof FeelDateTime && b instanceof FeelDateTime) {
    return localNanos(a) === localNanos(b) && samePlace(a.time, b.time)
  }
  return equalValues(a, b) === true
}

function samePlace(a: FeelTime, b: FeelTime): boolean {
  return a.place.offset === b.place.offset && a.place.zone === b.place.zone
}

function equalLists(a: FeelList, b: FeelList): boolean | null {
  if (a.length !== b.length) return false
  return all(a.map((item, index) => equalValues(item, b[index] ?? null)))
}

function equalContexts(a: FeelContext, b: FeelContext): boolean | null {
  if (a.size !== b.size) return false
  return all([...a].map(([name, value]) => (b.has(name) ? equalValues(value, b.get(name) ?? null) : false)))
}

function equalRanges(a: FeelRange, b: FeelRange): boolean | null {
  if (a.startIncluded !== b.startIncluded || a.endIncluded !== b.endIncluded) return false
  return all([equalValues(a.start, b.start), equalValues(a.end, b.end)])
}

function all(results: readonly (boolean | null)[]): boolean | null {
  if (results.includes(false)) return false
  return results.includes(null) ? null : true
}

function compareMoments(a: FeelDateTime, b: FeelDateTime): number | null {
  const [left, right] = [instantNanos(a), instantNanos(b)]
  if (left !== undefined && right !== undefined) return sign(left < right, left > right)
  if (left !== undefined || right !== undefined) return null
  return sign(localNanos(a) < localNanos(b), localNanos(a) > localNanos(b))
}

function compareTimes(a: FeelTime, b: FeelTime): number | null {
  if (a.place.zone !== undefined && a.place.zone === b.place.zone) return a.nanos - b.nanos
  const [left, right] = [a.place.offset, b.place.offset]
  if (left !== undefined && right !== undefined) return a.nanos - left * SECOND - (b.nanos - right * SECOND)
  return isLocal(a) && isLocal(b) ? a.nanos - b.nanos : null
}

function equalTimes(a: FeelTime, b: FeelTime): boolean {
  return compareTimes(a, b) === 0
}

function isLocal({ place }: FeelTime): boolean {
  return place.zone === undefined && place.offset === undefined
}

function sign(less: boolean, more: boolean): number {
  return less ? -1 : more ? 1 : 0
}
