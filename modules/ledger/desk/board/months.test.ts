import assert from 'node:assert/strict'
import { test } from 'node:test'
import { barIn, monthAfter } from './months.ts'

const months = [
  ['2021-07', 1, '2021-08'],
  ['2021-12', 1, '2022-01'],
  ['2021-01', -1, '2020-12'],
] as const
for (const [month, by, expected] of months) {
  test(`monthAfter: ${month} ${by}`, () => assert.equal(monthAfter(month, by), expected))
}

const bars = [
  ['the whole year', '2021-01-01', '2021-12-31', [0, 100, false, false]],
  ['over both ends', '2020-06-01', '2025-12-31', [0, 100, true, true]],
  ['its first day', '2021-01-01', '2021-01-01', [0, 100 / 365, false, false]],
  ['its last day', '2021-12-31', '2022-01-01', [(364 / 365) * 100, 100 / 365, false, true]],
  ['due before it was assigned: the day alone', '2021-03-01', '2021-01-01', [0, 100 / 365, false, false]],
] as const
for (const [name, from, to, expected] of bars) {
  test(`barIn: ${name}`, () => {
    const bar = barIn(2021, from, to)
    assert.ok(bar)
    assert.deepEqual(
      [round(bar.left), round(bar.width), bar.begunBefore, bar.endsLater],
      [round(expected[0]), round(expected[1]), expected[2], expected[3]],
    )
  })
}

test('barIn: another year', () => {
  assert.equal(barIn(2021, '2020-01-01', '2020-12-31'), undefined)
  assert.equal(barIn(2021, '2022-01-01', '2022-12-31'), undefined)
})

function round(value: number): number {
  return Math.round(value * 1e6) / 1e6
}
