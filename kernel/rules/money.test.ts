import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fen, fenOfYuan, yuanOfFen } from './money.ts'
import { findDecimal, type Rounding, writeDecimal } from './number/decimal.ts'

const table: readonly (readonly [yuan: string, rounding: Rounding, amount: bigint])[] = [
  ['12.34', 'half-even', 1234n],
  ['0.005', 'half-even', 0n],
  ['0.015', 'half-even', 2n],
  ['0.005', 'half-up', 1n],
  ['-0.005', 'floor', -1n],
  ['90071992547409.93', 'down', 9007199254740993n],
]
for (const [yuan, rounding, amount] of table) {
  test(`money: ${yuan} yuan, ${rounding}`, () => {
    assert.equal(fenOfYuan(findDecimal(yuan) ?? assert.fail(yuan), rounding), amount)
  })
}

test('money: fen are yuan again, to the fen', () => {
  assert.equal(writeDecimal(yuanOfFen(fen(1234n))), '12.34')
})
