import { absolute, Decimal, findInteger, isInteger, modulo, type Rounding, roundDecimal } from '../number/decimal.ts'
import { exponential, logarithm, squareRoot } from '../number/powers.ts'
import { DaysDuration, MonthsDuration } from '../temporal/moments.ts'
import type { FeelFunction, Value } from '../value/value.ts'
import { define, defineForms } from './define.ts'

export const numberFunctions: Readonly<Record<string, FeelFunction>> = {
  decimal: rounding('half-even'),
  'round up': rounding('up'),
  'round down': rounding('down'),
  'round half up': rounding('half-up'),
  'round half down': rounding('half-down'),
  floor: toWhole('floor'),
  ceiling: toWhole('ceiling'),
  abs: define({ n: 'any' }, ({ n }) => absoluteOf(n)),
  modulo: define({ dividend: 'number', divisor: 'number' }, ({ dividend, divisor }) => modulo(dividend, divisor)),
  sqrt: define({ number: 'number' }, ({ number }) => squareRoot(number)),
  log: define({ number: 'number' }, ({ number }) => logarithm(number)),
  exp: define({ number: 'number' }, ({ number }) => exponential(number)),
  odd: define({ number: 'number' }, ({ number }) => parity(number, 1n)),
  even: define({ number: 'number' }, ({ number }) => parity(number, 0n)),
}

function rounding(mode: Rounding): FeelFunction {
  return define({ n: 'number', scale: 'number' }, ({ n, scale }) => round(n, scale, mode))
}

function toWhole(mode: Rounding): FeelFunction {
  return defineForms(
    define({ n: 'number' }, ({ n }) => roundDecimal(n, 0, mode)),
    rounding(mode),
  )
}

/** The places that may be rounded to, as in decimal128. */
const LEAST_SCALE = -6111
const GREATEST_SCALE = 6176

function round(n: Decimal, scale: Decimal, mode: Rounding): Decimal | undefined {
  const digits = findInteger(roundDecimal(scale, 0, 'down'))
  if (digits === undefined || digits > GREATEST_SCALE || digits < LEAST_SCALE) return undefined
  return roundDecimal(n, digits, mode)
}

function absoluteOf(value: Value): Value {
  if (value instanceof Decimal) return absolute(value)
  if (value instanceof MonthsDuration) return new MonthsDuration(Math.abs(value.months))
  if (value instanceof DaysDuration) return new DaysDuration(value.nanos < 0n ? -value.nanos : value.nanos)
  return null
}

function parity(number: Decimal, rest: bigint): boolean | undefined {
  if (!isInteger(number)) return false
  const whole = roundDecimal(number, 0, 'down').coefficient
  return (whole < 0n ? -whole : whole) % 2n === rest
}
