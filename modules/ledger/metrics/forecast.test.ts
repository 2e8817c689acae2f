import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type PlainDate, plainDate } from '@guangyue/kernel/calendar'
import fc from 'fast-check'
import { forecast, outlookOf, reaches } from './forecast.ts'

const start = plainDate('2021-06-30')
const series = (...values: number[]) => values.map((value, at) => ({ day: addDays(start, at * 30), value }))
const by: PlainDate = plainDate('2021-12-27')

test('a straight series goes on exactly', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -5, max: 5 }), (at, step) => {
      const found = forecast(series(at, at + step, at + 2 * step, at + 3 * step), by)
      assert.ok(found)
      for (const value of [found.value, found.low, found.high]) assert.ok(Math.abs(value - (at + 6 * step)) < 1e-6)
    }),
  )
})

test('two points, or a day that has passed, give no forecast', () => {
  assert.equal(forecast(series(1, 2), by), undefined)
  assert.equal(forecast(series(1, 2, 3), start), undefined)
})

const target = { day: by, op: '>=', value: 100 } as const
const table = [
  // what is special                    series                 today         outlook
  ['no value', series(), '2021-09-30', 'unknown'],
  ['too few values', series(90, 92), '2021-09-30', 'unknown'],
  ['reached', series(80, 101), '2021-09-30', 'reached'],
  ['rises enough', series(70, 75, 80, 85), '2021-10-30', 'on-course'],
  ['rises too slowly', series(70, 71, 72, 73), '2021-10-30', 'off-course'],
  ['wavers', series(70, 92, 68, 95), '2021-10-30', 'doubtful'],
  ['its day has passed', series(70, 80, 90), '2021-12-28', 'missed'],
  ['reached after its day', series(70, 80, 90, 92, 94, 96, 98, 101), '2022-01-30', 'late'],
] as const

for (const [name, points, today, outlook] of table) {
  test(`outlook: ${name}`, () => assert.equal(outlookOf(points, target, plainDate(today)), outlook))
}

test('about is within a twentieth', () => {
  assert.equal(reaches(95, { op: 'about', value: 100 }), true)
  assert.equal(reaches(94.9, { op: 'about', value: 100 }), false)
})
