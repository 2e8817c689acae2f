import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '../calendar/index.ts'
import { readFixedDate } from './fixed-date.ts'

const table: readonly (readonly [string, string | null, string, string])[] = [
  // what is special                 stopped      as of        used, left, light; from 18 June to 31 July (43 days)
  ['begun', null, '2021-06-18', '0 43 green'],
  ['more than a fifth left', null, '2021-07-21', '33 10 green'],
  ['a fifth left, rounded up', null, '2021-07-22', '34 9 yellow'],
  ['the due date, a Saturday, is not moved', null, '2021-07-31', '43 0 yellow'],
  ['the day after', null, '2021-08-01', '44 -1 red'],
  ['done in time', '2021-07-20', '2021-08-01', '32 11 stopped'],
  ['done late', '2021-08-02', '2021-08-10', '45 -2 stopped'],
  ['not yet done on the day asked', '2021-08-02', '2021-08-01', '44 -1 red'],
  ['asked before it began', null, '2021-06-01', '0 60 green'],
]
for (const [name, stopped, asOf, expected] of table) {
  test(`fixed date: ${name}`, () => {
    const date = {
      started: plainDate('2021-06-18'),
      due: plainDate('2021-07-31'),
      stopped: stopped ? plainDate(stopped) : null,
    }
    const { used, left, light } = readFixedDate(date, plainDate(asOf))
    assert.equal([used, left, light].join(' '), expected)
  })
}
