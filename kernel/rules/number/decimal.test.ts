import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDecimals,
  compareDecimals,
  Decimal,
  digitsOf,
  divideDecimals,
  findDecimal,
  modulo,
  multiplyDecimals,
  powerOfTen,
  type Rounding,
  roundDecimal,
  subtractDecimals,
  writeDecimal,
} from './decimal.ts'
import { exponential, logarithm, powerDecimals, squareRoot } from './powers.ts'

const decimal = (text: string): Decimal => findDecimal(text) ?? assert.fail(`no decimal: ${text}`)
const written = (value: Decimal | undefined): string | undefined => value && writeDecimal(value)

/** A fraction of integers, the slow and certain way to the same numbers. The divisor is positive. */
interface Fraction {
  readonly over: bigint
  readonly under: bigint
}
const fractionOf = ({ coefficient, scale }: Decimal): Fraction => ({ over: coefficient, under: powerOfTen(scale) })
const same = (a: Fraction, b: Fraction) => assert.equal(a.over * b.under, b.over * a.under)

const anyDecimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n }), fc.nat({ max: 30 }))
  .map(([coefficient, scale]) => new Decimal(coefficient, scale))
const pair = fc.tuple(anyDecimal, anyDecimal)

test('decimal: sum, difference and product are exact', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const [x, y] = [fractionOf(a), fractionOf(b)]
      const under = x.under * y.under
      same(fractionOf(addDecimals(a, b)), { over: x.over * y.under + y.over * x.under, under })
      same(fractionOf(subtractDecimals(a, b)), { over: x.over * y.under - y.over * x.under, under })
      const product = multiplyDecimals(a, b) ?? assert.fail('no product')
      same(fractionOf(product), { over: x.over * y.over, under })
    }),
  )
})

test('decimal: a quotient is the nearest number of 34 digits', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      fc.pre(b.coefficient !== 0n)
      const quotient = divideDecimals(a, b) ?? assert.fail('no quotient')
      const digits = digitsOf(quotient.coefficient)
      assert.ok(digits <= 34 || quotient.scale === 0)
      // |quotient × b − a| ≤ half a unit of the last of 34 digits, times |b|
      const lowest = quotient.scale + 34 - digits
      const rest = subtractDecimals(multiplyDecimals(quotient, b) ?? assert.fail('no product'), a)
      const twice = rest.coefficient < 0n ? -2n * rest.coefficient : 2n * rest.coefficient
      const size = b.coefficient < 0n ? -b.coefficient : b.coefficient
      const left = twice * powerOfTen(b.scale) * powerOfTen(Math.max(lowest, 0))
      assert.ok(left <= size * powerOfTen(rest.scale) * powerOfTen(Math.max(-lowest, 0)))
    }),
  )
})

test('decimal: order and text agree with the numbers', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      const difference = a.coefficient * powerOfTen(b.scale) - b.coefficient * powerOfTen(a.scale)
      assert.equal(compareDecimals(a, b), difference < 0n ? -1 : difference > 0n ? 1 : 0)
      assert.equal(compareDecimals(decimal(writeDecimal(a)), a), 0)
    }),
  )
})

test('decimal: the rest of a division has the sign of the divisor and lies below it', () => {
  fc.assert(
    fc.property(pair, ([a, b]) => {
      fc.pre(b.coefficient !== 0n)
      const rest = modulo(a, b) ?? assert.fail('no rest')
      const zero = new Decimal(0n, 0)
      if (b.coefficient > 0n) assert.ok(compareDecimals(rest, zero) >= 0 && compareDecimals(rest, b) < 0)
      else assert.ok(compareDecimals(rest, zero) <= 0 && compareDecimals(rest, b) > 0)
      const whole = subtractDecimals(a, rest)
      assert.equal((whole.coefficient * powerOfTen(b.scale)) % (b.coefficient * powerOfTen(whole.scale)), 0n)
    }),
  )
})

const modes: readonly Rounding[] = ['half-even', 'half-up', 'half-down', 'up', 'down', 'floor', 'ceiling']
const roundings: readonly (readonly [text: string, ...results: string[]])[] = [
  // number  half-even half-up half-down up   down  floor ceiling
  ['2.5', '2', '3', '2', '3', '2', '2', '3'],
  ['3.5', '4', '4', '3', '4', '3', '3', '4'],
  ['-2.5', '-2', '-3', '-2', '-3', '-2', '-3', '-2'],
  ['2.51', '3', '3', '3', '3', '2', '2', '3'],
  ['-0.1', '0', '0', '0', '-1', '0', '-1', '0'],
  ['7', '7', '7', '7', '7', '7', '7', '7'],
]
for (const [text, ...results] of roundings) {
  test(`decimal: ${text} rounded every way`, () => {
    assert.deepEqual(
      modes.map((mode) => writeDecimal(roundDecimal(decimal(text), 0, mode))),
      results,
    )
  })
}

const results: readonly (readonly [name: string, actual: string | undefined, expected: string | undefined])[] = [
  ['no float: 0.1 + 0.2', written(addDecimals(decimal('0.1'), decimal('0.2'))), '0.3'],
  ['past 2^53', written(addDecimals(decimal('9007199254740993'), decimal('1'))), '9007199254740994'],
  ['a third', written(divideDecimals(decimal('1'), decimal('3'))), `0.${'3'.repeat(34)}`],
  ['by zero', written(divideDecimals(decimal('1'), decimal('0'))), undefined],
  ['rounded to hundreds', written(roundDecimal(decimal('1250'), -2, 'half-even')), '1200'],
  ['exponent', written(findDecimal('1.2e3')), '1200'],
  ['no number', written(findDecimal('1.2.3')), undefined],
  ['no digits', written(findDecimal('.')), undefined],
  ['root of two', written(squareRoot(decimal('2'))), '1.414213562373095048801688724209698'],
  ['root below zero', written(squareRoot(decimal('-1'))), undefined],
  ['e', written(exponential(decimal('1'))), '2.718281828459045235360287471352662'],
  ['ln 10', written(logarithm(decimal('10'))), '2.302585092994045684017991454684364'],
  ['2 to the 0.5', written(powerDecimals(decimal('2'), decimal('0.5'))), '1.414213562373095048801688724209698'],
  ['2 to the −2', written(powerDecimals(decimal('2'), decimal('-2'))), '0.25'],
  ['a power without end', written(powerDecimals(decimal('10'), decimal('999999999'))), undefined],
]
for (const [name, actual, expected] of results) test(`decimal: ${name}`, () => assert.equal(actual, expected))
