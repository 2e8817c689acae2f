import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTypedDate } from './typed-date.ts'

const table: readonly (readonly [typed: string, due: string | null, kind: string])[] = [
  ['2021-06-30', '2021-06-30', 'by'],
  ['2021/6/30', '2021-06-30', 'by'],
  ['2021.6.30', '2021-06-30', 'by'],
  ['2021年6月30日前', '2021-06-30', 'by'],
  ['6月底前', '2021-06-30', 'by'],
  ['6月底', '2021-06-30', 'by'],
  ['年底前', '2021-12-31', 'by'],
  ['每月10日前', null, 'recurring'],
  ['长期', null, 'ongoing'],
]
for (const [typed, due, kind] of table) {
  test(`typed date: ${typed}`, () => {
    const read = readTypedDate(typed, 2021)
    assert.ok('date' in read, JSON.stringify(read))
    assert.equal(read.date.due, due)
    assert.equal(read.date.kind, kind)
  })
}

const refused: readonly (readonly [typed: string, problem: RegExp])[] = [
  ['2021-06-31', /^6月没有31日。“6月底前”通常记作 2021-06-30$/],
  ['2021年2月29日', /^2月没有29日/],
  ['6月31日', /^6月没有31日/],
  ['2021-13-01', /^没有13月/],
  ['0021-06-30', /不像台账的年份/],
  ['尽量早一点吧', /没有读懂“尽量早一点吧”/],
]
for (const [typed, problem] of refused) {
  test(`typed date refused: ${typed}`, () => {
    const read = readTypedDate(typed, 2021)
    assert.match('problem' in read ? read.problem : JSON.stringify(read), problem)
  })
}
