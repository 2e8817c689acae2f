import {
  compareDecimals,
  Decimal,
  digitsOf,
  divideDecimals,
  findInteger,
  fromParts,
  negate,
  ONE,
  powerOfTen,
  stripZeros,
  toPrecision,
  ZERO,
} from './decimal.ts'

/** Digits after the point carried while a series is summed; what is left after rounding to 34 is certain. */
const GUARD = 60
const UNIT = powerOfTen(GUARD)
/** Results beyond 10^±6144 are refused. */
const LARGEST_EXPONENT = 14_147

/**
 * base to a power, to 34 significant digits half-even. Undefined where there is no real number (a negative base with
 * a broken exponent, zero to a negative power) or none that fits 6144 digits.
 */
export function powerDecimals(base: Decimal, exponent: Decimal): Decimal | undefined {
  const whole = findInteger(exponent)
  if (whole !== undefined) return wholePower(base, whole)
  if (base.coefficient === 0n) return exponent.coefficient > 0n ? ZERO : undefined
  const logarithm = naturalLogarithm(base, GUARD)
  if (logarithm === undefined) return undefined
  return exponential(new Decimal(logarithm.coefficient * exponent.coefficient, logarithm.scale + exponent.scale))
}

function wholePower(base: Decimal, exponent: number): Decimal | undefined {
  if (exponent === 0) return ONE
  if (base.coefficient === 0n) return exponent > 0 ? ZERO : undefined
  if (exponent < 0) {
    const inverse = wholePower(base, -exponent)
    return inverse && divideDecimals(ONE, inverse)
  }
  const { coefficient, scale } = stripZeros(base)
  if (coefficient === 1n && scale === 0) return ONE
  if (coefficient === -1n && scale === 0) return exponent % 2 === 0 ? ONE : base
  // exact, then rounded once: the limit keeps the exact form within reason
  if (exponent * Math.max(digitsOf(coefficient), scale) > 8 * 6144) return undefined
  return stripZeros(toPrecision(coefficient ** BigInt(exponent), scale * exponent))
}

/** The square root to 34 significant digits; undefined below zero. */
export function squareRoot(value: Decimal): Decimal | undefined {
  if (value.coefficient < 0n) return undefined
  if (value.coefficient === 0n) return ZERO
  const even = value.scale % 2 === 0 ? value : new Decimal(value.coefficient * 10n, value.scale + 1)
  const shift = GUARD
  const square = even.coefficient * powerOfTen(2 * shift)
  return stripZeros(toPrecision(wholeRoot(square), even.scale / 2 + shift))
}

/** ⌊√n⌋ by Newton's rule. */
function wholeRoot(square: bigint): bigint {
  let root = powerOfTen(Math.ceil(digitsOf(square) / 2))
  for (;;) {
    const next = (root + square / root) / 2n
    if (next >= root) return root
    root = next
  }
}

/** e to a power, to 34 significant digits; undefined when that has more than 6144 digits before the point. */
export function exponential(value: Decimal): Decimal | undefined {
  if (compareDecimals(value, new Decimal(BigInt(LARGEST_EXPONENT), 0)) > 0) return undefined
  if (compareDecimals(value, new Decimal(BigInt(-LARGEST_EXPONENT), 0)) < 0) return ZERO
  if (value.coefficient < 0n) return divideDecimals(ONE, rawExponential(negate(value)))
  const { coefficient, scale } = rawExponential(value)
  return stripZeros(toPrecision(coefficient, scale))
}

/** For an exponent that is not negative: halved until the series is short, then squared back. */
function rawExponential(value: Decimal): Decimal {
  const halvings = 32n
  const digits = GUARD * 2
  const unit = powerOfTen(digits)
  const x = (value.coefficient * unit) / powerOfTen(value.scale) / (1n << halvings)
  let [sum, term] = [unit, unit]
  for (let n = 1n; term !== 0n; n += 1n) {
    term = (term * x) / unit / n
    sum += term
  }
  for (let n = 0n; n < halvings; n += 1n) sum = (sum * sum) / unit
  return new Decimal(sum, digits)
}

/** The natural logarithm to 34 significant digits; undefined at and below zero. */
export function logarithm(value: Decimal): Decimal | undefined {
  const found = naturalLogarithm(value, GUARD)
  return found && stripZeros(toPrecision(found.coefficient, found.scale))
}

function naturalLogarithm(value: Decimal, digits: number): Decimal | undefined {
  if (value.coefficient <= 0n) return undefined
  // value = mantissa × 10^exponent with 1 ≤ mantissa < 10
  const exponent = digitsOf(value.coefficient) - value.scale - 1
  const shift = digits - (digitsOf(value.coefficient) - 1)
  let mantissa = shift >= 0 ? value.coefficient * powerOfTen(shift) : value.coefficient / powerOfTen(-shift)
  let doublings = 0n
  while (mantissa * 2n > UNIT * 3n) {
    mantissa /= 2n
    doublings += 1n
  }
  return fromParts(seriesLogarithm(mantissa) + doublings * LN2 + BigInt(exponent) * LN10, digits)
}

/** ln x = 2 artanh((x − 1)/(x + 1)), with x scaled by UNIT and near one. */
function seriesLogarithm(x: bigint): bigint {
  const ratio = ((x - UNIT) * UNIT) / (x + UNIT)
  const square = (ratio * ratio) / UNIT
  let [term, sum] = [ratio, 0n]
  for (let n = 1n; term !== 0n; n += 2n) {
    sum += term / n
    term = (term * square) / UNIT
  }
  return 2n * sum
}

const LN2 = seriesLogarithm(2n * UNIT)
/** ln 10 = 3 ln 2 + ln 1.25 */
const LN10 = 3n * LN2 + seriesLogarithm((UNIT * 5n) / 4n)
