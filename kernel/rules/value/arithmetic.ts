import {
  addDecimals,
  Decimal,
  divideDecimals,
  fromParts,
  integer,
  multiplyDecimals,
  negate,
  roundDecimal,
  subtractDecimals,
} from '../number/decimal.ts'
import { powerDecimals } from '../number/powers.ts'
import type { Arithmetic } from '../syntax/ast.ts'
import {
  addMonthsToDate,
  DAY,
  DaysDuration,
  dayNumberOf,
  FeelDate,
  FeelDateTime,
  FeelTime,
  findDateOfNumber,
  findDateTimeOfNanos,
  instantNanos,
  localNanos,
  MonthsDuration,
  SECOND,
  UTC,
} from '../temporal/moments.ts'
import type { Value } from './value.ts'

/** The result of an operator, or null where the operands do not go together (text minus text, a division by zero). */
export function calculate(operator: Arithmetic, a: Value, b: Value): Value {
  if (a instanceof Decimal && b instanceof Decimal) return numbers[operator](a, b) ?? null
  if (a === null || b === null) return null
  switch (operator) {
    case '+':
      return typeof a === 'string' && typeof b === 'string' ? a + b : (addTemporal(a, b) ?? addTemporal(b, a) ?? null)
    case '-':
      return subtractTemporal(a, b) ?? null
    case '*':
      return scale(a, b) ?? scale(b, a) ?? null
    case '/':
      return divideDuration(a, b) ?? null
    case '**':
      return null
  }
}

/** The value with the other sign; null for what has none. */
export function negateValue(value: Value): Value {
  if (value instanceof Decimal) return negate(value)
  if (value instanceof DaysDuration) return new DaysDuration(-value.nanos)
  return value instanceof MonthsDuration ? new MonthsDuration(-value.months) : null
}

const numbers = {
  '+': addDecimals,
  '-': subtractDecimals,
  '*': multiplyDecimals,
  '/': divideDecimals,
  '**': powerDecimals,
} satisfies Record<Arithmetic, (a: Decimal, b: Decimal) => Decimal | undefined>

function addTemporal(a: Value, b: Value): Value | undefined {
  if (b instanceof DaysDuration) {
    if (a instanceof DaysDuration) return new DaysDuration(a.nanos + b.nanos)
    if (a instanceof FeelDateTime) return findDateTimeOfNanos(localNanos(a) + b.nanos, a.time.place)
    if (a instanceof FeelDate) return addToDate(a, b.nanos)
    if (a instanceof FeelTime) return addToTime(a, b.nanos)
  }
  if (b instanceof MonthsDuration) {
    if (a instanceof MonthsDuration) return new MonthsDuration(a.months + b.months)
    if (a instanceof FeelDate) return addMonthsToDate(a, b.months)
    if (a instanceof FeelDateTime) {
      const date = addMonthsToDate(a.date, b.months)
      return date && new FeelDateTime(date, a.time)
    }
  }
  return undefined
}

function subtractTemporal(a: Value, b: Value): Value | undefined {
  if (b instanceof DaysDuration || b instanceof MonthsDuration) return addTemporal(a, negateValue(b))
  if (a instanceof FeelTime && b instanceof FeelTime) return timeDifference(a, b)
  const [left, right] = [asMoment(a), asMoment(b)]
  if (!left || !right) return undefined
  if (a instanceof FeelDate && b instanceof FeelDate) {
    return new DaysDuration(BigInt(dayNumberOf(a) - dayNumberOf(b)) * BigInt(DAY))
  }
  return momentDifference(left, right)
}

/** A date counts as midnight in UTC beside a date and time. */
function asMoment(value: Value): FeelDateTime | undefined {
  if (value instanceof FeelDateTime) return value
  return value instanceof FeelDate ? new FeelDateTime(value, new FeelTime(0, UTC)) : undefined
}

function momentDifference(a: FeelDateTime, b: FeelDateTime): DaysDuration | undefined {
  const [left, right] = [instantNanos(a), instantNanos(b)]
  if (left !== undefined && right !== undefined) return new DaysDuration(left - right)
  if (left !== undefined || right !== undefined) return undefined
  return new DaysDuration(localNanos(a) - localNanos(b))
}

function timeDifference(a: FeelTime, b: FeelTime): DaysDuration | undefined {
  const [left, right] = [a.place.offset, b.place.offset]
  if ((left === undefined) !== (right === undefined)) return undefined
  return new DaysDuration(BigInt(a.nanos - b.nanos - ((left ?? 0) - (right ?? 0)) * SECOND))
}

function addToDate(date: FeelDate, nanos: bigint): FeelDate | undefined {
  const total = BigInt(dayNumberOf(date)) * BigInt(DAY) + nanos
  const day = BigInt(DAY)
  const rest = ((total % day) + day) % day
  return findDateOfNumber(Number((total - rest) / day))
}

function addToTime(time: FeelTime, nanos: bigint): FeelTime {
  const day = BigInt(DAY)
  const total = (BigInt(time.nanos) + nanos) % day
  return new FeelTime(Number((total + day) % day), time.place)
}

function scale(a: Value, b: Value): Value | undefined {
  if (!(b instanceof Decimal)) return undefined
  if (a instanceof DaysDuration) {
    const product = multiplyDecimals(integer(a.nanos), b)
    return product && new DaysDuration(wholeOf(product))
  }
  if (a instanceof MonthsDuration) {
    const product = multiplyDecimals(integer(a.months), b)
    return product && new MonthsDuration(Number(wholeOf(product)))
  }
  return undefined
}

function divideDuration(a: Value, b: Value): Value | undefined {
  if (a instanceof DaysDuration) {
    if (b instanceof DaysDuration) return divideDecimals(integer(a.nanos), integer(b.nanos))
    const quotient = b instanceof Decimal ? divideDecimals(integer(a.nanos), b) : undefined
    return quotient && new DaysDuration(wholeOf(quotient))
  }
  if (a instanceof MonthsDuration) {
    if (b instanceof MonthsDuration) return divideDecimals(integer(a.months), integer(b.months))
    const quotient = b instanceof Decimal ? divideDecimals(integer(a.months), b) : undefined
    return quotient && new MonthsDuration(Number(wholeOf(quotient)))
  }
  return undefined
}

/** Cut towards zero: a duration has no parts of its smallest unit. */
function wholeOf(value: Decimal): bigint {
  const whole = roundDecimal(value, 0, 'down')
  return fromParts(whole.coefficient, whole.scale).coefficient
}
