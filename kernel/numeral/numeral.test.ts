import assert from 'node:assert/strict'
import { test } from 'node:test'
import { chineseNumber, findChineseNumeral, writeChineseNumeral } from './index.ts'

const numerals: readonly (readonly [number, string])[] = [
  [1, '一'],
  [10, '十'],
  [12, '十二'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [215, '二百一十五'],
  [999, '九百九十九'],
  [1000, '一千'],
  [1001, '一千零一'],
  [1010, '一千零一十'],
]
for (const [number, text] of numerals) {
  test(`Chinese numeral: ${text}`, () => {
    assert.equal(writeChineseNumeral(number), text)
    assert.equal(findChineseNumeral(text), number)
  })
}

test('Chinese numeral: round trip, variants, and what is none', () => {
  for (let number = 1; number <= 9999; number += 1)
    assert.equal(findChineseNumeral(writeChineseNumeral(number)), number)
  assert.deepEqual(['一百〇五', '两百', '一十二'].map(findChineseNumeral), [105, 200, 12])
  for (const none of ['', '零', '百', '十十', '一二', '五十百', '一百五', '12', '二〇二一'])
    assert.equal(findChineseNumeral(none), undefined, none)
  for (const none of [0, -1, 1.5, 10000]) assert.throws(() => writeChineseNumeral(none), RangeError)
})

test('numbers in any way of printing, and what is none', () => {
  const read: readonly (readonly [string, number | null])[] = [
    ['12', 12],
    ['十二', 12],
    ['二十', 20],
    ['一百二十三', 123],
    ['二〇二一', 2021],
    ['二○二一', 2021],
    ['两', 2],
    ['〇', 0],
    ['', null],
    ['十十', null],
    ['甲', null],
    ['1234567890', null],
  ]
  for (const [text, number] of read) assert.equal(chineseNumber(text), number, text)
})
