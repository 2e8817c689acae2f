/**
 * An exact decimal number: coefficient ÷ 10^scale. The scale is never negative. Two decimals that are equal may
 * differ in form (1.0 and 1.00); compare them with `compareDecimals`.
 */
export class Decimal {
  readonly coefficient: bigint
  readonly scale: number

  constructor(coefficient: bigint, scale: number) {
    this.coefficient = coefficient
    this.scale = scale
  }
}

/**
 * How a number between two candidates is rounded. `up` is away from zero, `down` towards it, `floor` and `ceiling`
 * towards the smaller and the larger; `half-…` go to the nearer one and say what happens in the middle.
 */
export type Rounding = 'half-even' | 'half-up' | 'half-down' | 'up' | 'down' | 'floor' | 'ceiling'

/** Significant digits of a quotient, a power and the like, as DMN prescribes (decimal128). */
const PRECISION = 34

/** A coefficient longer than this is refused: no rule means such a number, and a chain of squares would not end. */
const LONGEST = 6144

export const ZERO = new Decimal(0n, 0)
export const ONE = new Decimal(1n, 0)

const smallPowers: readonly bigint[] = Array.from({ length: 64 }, (_, exponent) => 10n ** BigInt(exponent))

/** 10 to a power that is not negative. */
export function powerOfTen(exponent: number): bigint {
  return smallPowers[exponent] ?? 10n ** BigInt(exponent)
}

/** The decimal of an integer; refuses (throws) a number that is none. */
export function integer(value: number | bigint): Decimal {
  return new Decimal(BigInt(value), 0)
}

/** Reads `12`, `-0.5`, `.5`, `1.2e-3`; undefined for anything else and for exponents past ±6144. */
export function findDecimal(text: string): Decimal | undefined {
  const match = /^([-+]?)(\d*)(?:\.(\d+))?(?:[eE]([-+]?\d{1,5}))?$/.exec(text)
  if (!match) return undefined
  const [, sign, whole = '', fraction = '', exponentText = '0'] = match
  if (whole === '' && fraction === '') return undefined
  const exponent = Number(exponentText)
  if (Math.abs(exponent) > LONGEST) return undefined
  const digits = BigInt(whole + fraction)
  return fromParts(sign === '-' ? -digits : digits, fraction.length - exponent)
}

/** coefficient ÷ 10^scale with any scale. */
export function fromParts(coefficient: bigint, scale: number): Decimal {
  return scale >= 0 ? new Decimal(coefficient, scale) : new Decimal(coefficient * powerOfTen(-scale), 0)
}

/** Without an exponent and without zeros that say nothing: `1.5`, `-20`, `0`. */
export function writeDecimal(value: Decimal): string {
  const { coefficient, scale } = stripZeros(value)
  if (scale === 0) return coefficient.toString()
  const digits = (coefficient < 0n ? -coefficient : coefficient).toString().padStart(scale + 1, '0')
  const text = `${digits.slice(0, -scale)}.${digits.slice(-scale)}`
  return coefficient < 0n ? `-${text}` : text
}

/** The same number with the smallest scale. */
export function stripZeros(value: Decimal): Decimal {
  let { coefficient, scale } = value
  while (scale > 0 && coefficient % 10n === 0n) {
    coefficient /= 10n
    scale -= 1
  }
  return scale === value.scale ? value : new Decimal(coefficient, scale)
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return new Decimal(a.coefficient + b.coefficient, a.scale)
  const scale = Math.max(a.scale, b.scale)
  return new Decimal(coefficientAt(a, scale) + coefficientAt(b, scale), scale)
}

export function subtractDecimals(a: Decimal, b: Decimal): Decimal {
  return addDecimals(a, negate(b))
}

/** Exact; undefined when the product is too long to mean anything. */
export function multiplyDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  return limited(new Decimal(a.coefficient * b.coefficient, a.scale + b.scale))
}

/** To 34 significant digits, half-even; undefined when divided by zero. */
export function divideDecimals(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.coefficient === 0n) return undefined
  // enough digits for 34 and a rest that tells on which side of a half the quotient lies
  const shift = Math.max(0, PRECISION + 2 + digitsOf(b.coefficient) - digitsOf(a.coefficient))
  const numerator = a.coefficient * powerOfTen(shift)
  const quotient = numerator / b.coefficient
  const exact = quotient * b.coefficient === numerator
  const sticky = exact ? quotient : quotient * 10n + (numerator < 0n === b.coefficient < 0n ? 1n : -1n)
  const scale = a.scale - b.scale + shift + (exact ? 0 : 1)
  return limited(stripZeros(toPrecision(sticky, scale)))
}

/** a − b × ⌊a ÷ b⌋, so the result has the sign of b; undefined when divided by zero. */
export function modulo(a: Decimal, b: Decimal): Decimal | undefined {
  if (b.coefficient === 0n) return undefined
  const scale = Math.max(a.scale, b.scale)
  const divisor = coefficientAt(b, scale)
  const rest = coefficientAt(a, scale) % divisor
  return new Decimal(rest !== 0n && rest < 0n !== divisor < 0n ? rest + divisor : rest, scale)
}

export function negate(value: Decimal): Decimal {
  return new Decimal(-value.coefficient, value.scale)
}

export function absolute(value: Decimal): Decimal {
  return value.coefficient < 0n ? negate(value) : value
}

/** Negative when a is smaller, 0 when equal. */
export function compareDecimals(a: Decimal, b: Decimal): number {
  const scale = Math.max(a.scale, b.scale)
  const [left, right] = [coefficientAt(a, scale), coefficientAt(b, scale)]
  return left < right ? -1 : left > right ? 1 : 0
}

export function isInteger(value: Decimal): boolean {
  return value.scale === 0 || value.coefficient % powerOfTen(value.scale) === 0n
}

/** The number as an integer of JavaScript, or undefined when it is no integer or not exact there. */
export function findInteger(value: Decimal): number | undefined {
  if (!isInteger(value)) return undefined
  const whole = Number(value.coefficient / powerOfTen(value.scale))
  return Number.isSafeInteger(whole) ? whole : undefined
}

/** Rounded to so many digits after the point; negative: to tens, hundreds and so on. */
export function roundDecimal(value: Decimal, digits: number, rounding: Rounding): Decimal {
  if (digits >= value.scale) return value
  const coefficient = divideRounded(value.coefficient, powerOfTen(value.scale - digits), rounding)
  return fromParts(coefficient, digits)
}

/** Rounded half-even to 34 significant digits. */
export function toPrecision(coefficient: bigint, scale: number): Decimal {
  const excess = digitsOf(coefficient) - PRECISION
  if (excess <= 0) return fromParts(coefficient, scale)
  return fromParts(divideRounded(coefficient, powerOfTen(excess), 'half-even'), scale - excess)
}

/** Integer division with a stated rounding; the divisor is positive. */
export function divideRounded(dividend: bigint, divisor: bigint, rounding: Rounding): bigint {
  const quotient = dividend / divisor
  const rest = dividend - quotient * divisor
  if (rest === 0n) return quotient
  const negative = dividend < 0n
  const twice = (negative ? -rest : rest) * 2n
  const half = twice < divisor ? -1 : twice > divisor ? 1 : 0
  return goesAway[rounding](half, negative, quotient % 2n !== 0n) ? quotient + (negative ? -1n : 1n) : quotient
}

/** Whether the candidate farther from zero is taken. `half`: below, at or above the middle. */
const goesAway = {
  'half-even': (half, _negative, odd) => half > 0 || (half === 0 && odd),
  'half-up': (half) => half >= 0,
  'half-down': (half) => half > 0,
  up: () => true,
  down: () => false,
  floor: (_half, negative) => negative,
  ceiling: (_half, negative) => !negative,
} satisfies Record<Rounding, (half: number, negative: boolean, odd: boolean) => boolean>

/** How many digits an integer has; 1 for zero. */
export function digitsOf(value: bigint): number {
  return (value < 0n ? -value : value).toString().length
}

function coefficientAt(value: Decimal, scale: number): bigint {
  return scale === value.scale ? value.coefficient : value.coefficient * powerOfTen(scale - value.scale)
}

function limited(value: Decimal): Decimal | undefined {
  return value.scale > 2 * LONGEST || digitsOf(value.coefficient) > LONGEST ? undefined : value
}
