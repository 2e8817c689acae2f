import { compareValues } from '../value/compare.ts'
import { type FeelFunction, FeelRange, type Value } from '../value/value.ts'
import { define, defineForms } from './define.ts'

/** How two ranges, or a point and a range, lie. Null when their ends cannot be compared. */
export const rangeFunctions: Readonly<Record<string, FeelFunction>> = {
  before: relation((a, b) => endsBefore(a, b)),
  after: relation((a, b) => endsBefore(b, a)),
  meets: relation((a, b) => touches(a, b)),
  'met by': relation((a, b) => touches(b, a)),
  overlaps: relation((a, b) => !endsBefore(a, b) && !endsBefore(b, a)),
  'overlaps before': relation((a, b) => startOrder(a, b) < 0 && !endsBefore(a, b) && endOrder(a, b) <= 0),
  'overlaps after': relation((a, b) => startOrder(b, a) < 0 && !endsBefore(b, a) && endOrder(b, a) <= 0),
  finishes: relation((a, b) => endOrder(a, b) === 0 && startOrder(a, b) >= 0),
  'finished by': relation((a, b) => endOrder(a, b) === 0 && startOrder(b, a) >= 0),
  includes: relation((a, b) => startOrder(a, b) <= 0 && endOrder(a, b) >= 0),
  during: relation((a, b) => startOrder(b, a) <= 0 && endOrder(b, a) >= 0),
  starts: relation((a, b) => startOrder(a, b) === 0 && endOrder(a, b) <= 0),
  'started by': relation((a, b) => startOrder(a, b) === 0 && endOrder(b, a) <= 0),
  coincides: relation((a, b) => startOrder(a, b) === 0 && endOrder(a, b) === 0),
}

/** Both ends of both are there and of one kind. */
interface Closed {
  readonly start: Value
  readonly startIncluded: boolean
  readonly end: Value
  readonly endIncluded: boolean
}

function relation(holds: (a: Closed, b: Closed) => boolean): FeelFunction {
  const run = (first: Value, second: Value) => {
    const [a, b] = [closed(first), closed(second)]
    return compareValues(a.start ?? a.end, b.start ?? b.end) === null ? undefined : holds(a, b)
  }
  const form = (one: string, two: string) =>
    define({ [one]: 'any', [two]: 'any' }, (args) => run(args[one] ?? null, args[two] ?? null))
  return defineForms(form('range1', 'range2'), form('point1', 'point2'), form('point', 'range'), form('range', 'point'))
}

function closed(value: Value): Closed {
  return value instanceof FeelRange ? value : { start: value, startIncluded: true, end: value, endIncluded: true }
}

/** Negative when a starts earlier than b. A missing start is the earliest. */
function startOrder(a: Closed, b: Closed): number {
  if (a.start === null || b.start === null) return Number(a.start !== null) - Number(b.start !== null)
  return compareValues(a.start, b.start) || Number(b.startIncluded) - Number(a.startIncluded)
}

function endOrder(a: Closed, b: Closed): number {
  if (a.end === null || b.end === null) return Number(b.end !== null) - Number(a.end !== null)
  return compareValues(a.end, b.end) || Number(a.endIncluded) - Number(b.endIncluded)
}

function endsBefore(a: Closed, b: Closed): boolean {
  if (a.end === null || b.start === null) return false
  const order = compareValues(a.end, b.start)
  return order !== null && (order < 0 || (order === 0 && !(a.endIncluded && b.startIncluded)))
}

function touches(a: Closed, b: Closed): boolean {
  return a.end !== null && b.start !== null && a.endIncluded && b.startIncluded && compareValues(a.end, b.start) === 0
}
