import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dayText, momentText, monthText, nearDay, shortDay, weekdayOf, weekdayText } from './dates.ts'

const table = [
  ['a day in Chinese', dayText('2021-07-06'), '2021年7月6日'],
  ['a day in English', dayText('2021-07-06', 'en'), '6 Jul 2021'],
  ['no day comes back as it is', dayText('6月底前'), '6月底前'],
  ['within its year', shortDay('2021-10-01'), '10月1日'],
  ['within its year in English', shortDay('2021-10-01', 'en'), '1 Oct'],
  ['a month in English', monthText('2021-07', 'en'), 'Jul 2021'],
  ['the month of a day in English', monthText('2021-07-06', 'en'), 'Jul 2021'],
  ['no month in English', monthText('6月', 'en'), '6月'],
  ['a day of this year', nearDay('2021-10-01', '2021-07-06'), '10月1日'],
  ['a day of another year', nearDay('2022-10-01', '2021-07-06'), '2022年10月1日'],
  ['Tuesday', weekdayOf('2021-07-06'), 2],
  ['Sunday is the seventh', weekdayOf('2021-07-04'), 7],
  ['the leap day', weekdayText('2024-02-29'), '四'],
  ['weekday in English', weekdayText('2021-07-06', 'en'), 'Tue'],
  ['an instant in the city', momentText('2021-07-05T16:30:00Z', 'Asia/Shanghai', 2021), '7月6日 00:30'],
  ['an instant of another year', momentText('2020-12-31T15:59:00Z', 'Asia/Shanghai', 2021), '2020年12月31日 23:59'],
  ['no instant', momentText('—', 'Asia/Shanghai'), '—'],
] as const

for (const [name, got, expected] of table) {
  test(`dates: ${name}`, () => assert.equal(got, expected))
}
