import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { calendarFrom, plainDate } from '../calendar/index.ts'
import type { DayUnit } from './model.ts'
import { lastDayBefore } from './term-before.ts'

const pack = new URL('../../packs/national/holidays.json', import.meta.url)
const calendar = calendarFrom(JSON.parse(readFileSync(pack, 'utf8')))

const table: readonly (readonly [string, string, number, DayUnit, string, string, boolean])[] = [
  // what is special                  event         n  unit            as of         last day      provisional
  ['seven days before a hearing', '2021-06-20', 7, 'calendar-day', '2021-06-01', '2021-06-12', false],
  ['on a day off, not moved later', '2021-10-12', 7, 'calendar-day', '2021-09-01', '2021-10-04', false],
  ['working days over National Day', '2021-10-11', 3, 'working-day', '2021-09-01', '2021-09-29', false],
  ['a month before', '2021-03-31', 1, 'month', '2021-02-01', '2021-02-27', false],
  ['working days into a year not arranged', '2022-01-05', 2, 'working-day', '2021-10-01', '2022-01-02', true],
  ['calendar days lean on no notice', '2022-01-05', 2, 'calendar-day', '2021-10-01', '2022-01-02', false],
]
for (const [name, event, n, unit, asOf, lastDay, provisional] of table) {
  test(`term before: ${name}`, () => {
    const asked = { event: plainDate(event), term: { n, unit }, asOf: plainDate(asOf) }
    assert.deepEqual(lastDayBefore(asked, calendar), { lastDay, provisional })
  })
}
