import assert from 'node:assert/strict'
import { test } from 'node:test'
import { axisDay, dayNumber, figure, nextTarget } from './metric-words.ts'

const target = (day: string) => ({
  day,
  op: '>=' as const,
  value: 1,
  phrase: '',
  outlook: 'unknown' as const,
  forecast: null,
})

test('nextTarget: the first not yet passed, the day itself included; else the last', () => {
  const targets = [target('2021-06-30'), target('2021-12-31'), target('2025-12-31')]
  assert.equal(nextTarget(targets, '2021-06-30')?.day, '2021-06-30')
  assert.equal(nextTarget(targets, '2021-07-01')?.day, '2021-12-31')
  assert.equal(nextTarget(targets, '2030-01-01')?.day, '2025-12-31')
  assert.equal(nextTarget([], '2030-01-01'), undefined)
})

test('figure: two places at most', () =>
  assert.deepEqual([81, 81.5, 81.256, -0.1].map(figure), ['81', '81.5', '81.26', '-0.1']))

test('an axis: days apart, and the year where it is another', () => {
  assert.equal(dayNumber('2021-03-01') - dayNumber('2021-02-28'), 1)
  assert.equal(axisDay('2021-03-01', '2021-07-06'), '3月1日')
  assert.equal(axisDay('2025-12-31', '2021-07-06'), '2025.12')
})
