import assert from 'node:assert/strict'
import { test } from 'node:test'
import { calendarOf, plainDate } from '@guangyue/kernel/calendar'
import { levelOn } from './model.ts'

// No notice: weekdays are working days. 2021-06-25 is a Friday.
const calendar = calendarOf([]).asKnownOn(plainDate('2021-06-01'))
const terms = { remindDays: 3, graceDays: 2, stepDays: 2 }

const table = [
  // what is special                      today         level
  ['long before', '2021-06-21', undefined],
  ['the first day of reminding', '2021-06-22', 0],
  ['the due day is in time', '2021-06-25', 0],
  ['a weekend is no grace', '2021-06-27', 0],
  ['the last working day of grace', '2021-06-29', 0],
  ['the first after grace goes to the officer', '2021-06-30', 1],
  ['still the officer', '2021-07-01', 1],
  ['the head', '2021-07-02', 2],
  ['the post in charge', '2021-07-06', 3],
  ['the commander', '2021-07-08', 4],
  ['nobody is above the commander', '2021-09-01', 4],
] as const

for (const [name, today, level] of table) {
  test(`escalation: ${name}`, () => {
    assert.equal(levelOn(plainDate('2021-06-25'), plainDate(today), terms, calendar), level)
  })
}
