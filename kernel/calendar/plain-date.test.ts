import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import {
  addDays,
  addMonths,
  compareDays,
  dayNumber,
  dayOfNumber,
  daysBetween,
  findDateOf,
  findPlainDate,
  firstOfMonth,
  lastOfMonth,
  type PlainDate,
  plainDate,
  weekdayOf,
  yearOf,
} from './plain-date.ts'

const anyDay = fc.integer({ min: dayNumber(plainDate('0000-01-01')), max: dayNumber(plainDate('9999-12-31')) })

test('plain date: numbers and texts agree with the machine’s calendar', () => {
  fc.assert(
    fc.property(anyDay, (number) => {
      const day = dayOfNumber(number)
      assert.equal(day, new Date(number * 86_400_000).toISOString().replace(/^\+00/, '').slice(0, 10))
      assert.equal(dayNumber(day), number)
      assert.equal(weekdayOf(day) % 7, new Date(number * 86_400_000).getUTCDay())
    }),
    { numRuns: 3000 },
  )
})

const noDays = [
  '2021-02-29',
  '2100-02-29',
  '2021-13-01',
  '2021-00-10',
  '2021-04-31',
  '2021-4-1',
  '21-04-01',
  '',
  '2021-04-01 ',
]
for (const text of noDays) test(`plain date: no such day “${text}”`, () => assert.equal(findPlainDate(text), undefined))

const months: readonly (readonly [string, string, number, string])[] = [
  // what is special                  day         months  result
  ['the same day-number', '2021-06-18', 3, '2021-09-18'],
  ['the month’s last day', '2021-01-31', 1, '2021-02-28'],
  ['a leap year', '2020-01-31', 1, '2020-02-29'],
  ['the last day of February stays 28', '2021-02-28', 1, '2021-03-28'],
  ['over the year', '2021-11-30', 3, '2022-02-28'],
  ['from a leap day by a year', '2020-02-29', 12, '2021-02-28'],
  ['from a leap day by four years', '2020-02-29', 48, '2024-02-29'],
  ['backwards', '2021-03-31', -1, '2021-02-28'],
  ['backwards over the year', '2021-01-15', -13, '2019-12-15'],
  ['none', '2021-01-31', 0, '2021-01-31'],
]
for (const [name, day, count, result] of months) {
  test(`add months: ${name}`, () => assert.equal(addMonths(plainDate(day), count), result))
}

test('plain date: days and order', () => {
  assert.equal(addDays(plainDate('2020-02-28'), 2), '2020-03-01')
  assert.equal(addDays(plainDate('2021-01-01'), -1), '2020-12-31')
  assert.equal(daysBetween(plainDate('2021-06-18'), plainDate('2021-06-30')), 12)
  assert.equal(compareDays(plainDate('2021-06-18'), plainDate('2021-06-30')), -1)
  assert.equal(lastOfMonth(plainDate('2024-02-03')), '2024-02-29')
  assert.equal(firstOfMonth(plainDate('2024-02-03')), '2024-02-01')
  assert.equal(findDateOf(2021, 2, 29), undefined)
  assert.equal(findDateOf(2021, 6.5, 1), undefined)
  assert.equal(yearOf(findDateOf(2021, 6, 30) ?? ('' as PlainDate)), 2021)
  assert.throws(() => addDays(plainDate('9999-12-31'), 1), RangeError)
  assert.throws(() => addMonths(plainDate('9999-12-31'), 1), RangeError)
})
