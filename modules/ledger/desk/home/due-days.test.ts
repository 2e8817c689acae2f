import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dueDays, isWeekend } from './due-days.ts'

test('dueDays: the urgent one decides the day; without a day nothing', () => {
  assert.deepEqual(
    dueDays([
      { nextDue: '2021-07-08', light: 'yellow' },
      { nextDue: '2021-07-08', light: 'green' },
      { nextDue: '2021-07-31', light: 'green' },
      { nextDue: null, light: 'none' },
    ]),
    { '2021-07-08': 'last', '2021-07-31': 'due' },
  )
})

const weekend = [
  ['2021-07-03', true],
  ['2021-07-04', true],
  ['2021-07-05', false],
] as const
for (const [day, expected] of weekend) {
  test(`isWeekend: ${day}`, () => assert.equal(isWeekend(day), expected))
}
