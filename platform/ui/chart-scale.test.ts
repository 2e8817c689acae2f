import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { spaced, ticksFor } from './chart-scale.ts'

const table = [
  ['percentages', [93.1, 98.6, 99], [92, 94, 96, 98, 100]],
  ['counts from nought', [0, 7], [0, 2, 4, 6, 8]],
  ['one value', [5], [4, 6]],
  ['all the same nought', [0, 0], [0, 0.5]],
  ['below nought', [-3, 4], [-4, -2, 0, 2, 4]],
] as const

for (const [name, values, expected] of table) {
  test(`ticks: ${name}`, () => assert.deepEqual(ticksFor(values), expected))
}

test('ticks enclose every value and are few', () => {
  const value = fc.double({ min: -1e9, max: 1e9, noNaN: true, noDefaultInfinity: true })
  fc.assert(
    fc.property(fc.array(value, { minLength: 1, maxLength: 20 }), (values) => {
      const ticks = ticksFor(values)
      const slack = 1e-6 * Math.max(1, ...values.map(Math.abs))
      assert.ok(ticks.length >= 2 && ticks.length <= 8, String(ticks.length))
      assert.ok((ticks.at(0) ?? Number.NaN) <= Math.min(...values) + slack)
      assert.ok((ticks.at(-1) ?? Number.NaN) >= Math.max(...values) - slack)
    }),
  )
})

test('spaced: from the last backward, never nearer than the gap, whatever the order', () => {
  assert.deepEqual([...spaced([0, 10, 20, 30, 100], 20)], [100, 30, 10])
  assert.deepEqual([...spaced([30, 5, 5], 10)], [30, 5])
  assert.deepEqual([...spaced([], 10)], [])
})
