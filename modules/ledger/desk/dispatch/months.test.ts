import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monthsAround } from './months.ts'

test('monthsAround: over the turn of the year', () => {
  assert.deepEqual(monthsAround('2021-01-31'), ['2021-02-01', '2021-01-01', '2020-12-01', '2020-11-01'])
})
