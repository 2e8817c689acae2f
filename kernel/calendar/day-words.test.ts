import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayInWords, dayOfYearInWords, monthInWords, monthOfYearInWords } from './day-words.ts'

const table = [
  ['a day', dayInWords('2021-06-08'), '2021年6月8日'],
  ['a month is no day', dayInWords('2021-06'), '2021-06'],
  ['other text comes back', dayInWords('6月底前'), '6月底前'],
  ['a day within its year', dayOfYearInWords('2021-10-01'), '10月1日'],
  ['a month', monthInWords('2021-06'), '2021年6月'],
  ['the month of a day', monthInWords('2021-12-31'), '2021年12月'],
  ['other text for a month', monthInWords(''), ''],
  ['a month within its year', monthOfYearInWords('2021-06-01'), '6月'],
] as const

for (const [name, got, expected] of table) {
  test(`words of days: ${name}`, () => assert.equal(got, expected))
}
