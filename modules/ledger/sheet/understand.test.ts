import assert from 'node:assert/strict'
import { test } from 'node:test'
import { guarded, unguarded } from '@guangyue/platform/sheets'
import fc from 'fast-check'
import { rowsOfSheet } from './row.ts'
import { guessHeaderRow, guessMapping, guessYear, namesIn, targetIn } from './understand.ts'

const names: readonly (readonly [string, readonly string[]])[] = [
  ['市公安局、市民政局', ['市公安局', '市民政局']],
  ['各县（市、区）人民政府，市属开发区管委会', ['各县（市、区）人民政府', '市属开发区管委会']],
  ['牵头：市公安局\n配合：市民政局', ['市公安局', '市民政局']],
  ['市公安局 市民政局等', ['市公安局', '市民政局']],
  ['市公安局；市公安局', ['市公安局']],
  ['—', []],
  ['', []],
]
for (const [cell, expected] of names) test(`names in a cell: ${cell}`, () => assert.deepEqual(namesIn(cell), expected))

const targets: readonly (readonly [string, string | null])[] = [
  ['全程电子化率≥99%', '全程电子化率>=99%'],
  ['网办率不低于95%', '网办率>=95%'],
  ['新增企业100家以上', '新增企业>=100家'],
  ['办理时间不超过3个工作日', '办理时间<=3个工作日'],
  ['完成率100％', '完成率=100%'],
  ['明显改善', null],
]
for (const [cell, expected] of targets) {
  test(`target in a cell: ${cell}`, () => {
    const read = targetIn(cell)
    assert.equal(read && `${read.metric}${read.op}${read.value}${read.unit}`, expected)
  })
}

const heads: readonly (readonly [string, readonly string[], object])[] = [
  [
    'lead and supports apart',
    ['序号', '工作任务', '牵头领导', '牵头单位', '配合单位', '完成时限'],
    { title: 1, leads: 3, supports: 4, due: 5 },
  ],
  ['one column of units is the lead', ['督办事项', '责任单位', '办结时间'], { title: 0, leads: 1, due: 2 }],
  [
    'responsible beside lead is support',
    ['任务', '牵头部门', '责任部门', '依据'],
    { title: 0, leads: 1, supports: 2, basis: 3 },
  ],
]
for (const [name, row, mapping] of heads) {
  test(`columns: ${name}`, () => {
    assert.equal(guessHeaderRow([['某市台账'], [], row, ['1', '甲事']]), 2)
    assert.deepEqual(guessMapping(row), mapping)
  })
}

test('columns: no heads, and the year of a file', () => {
  assert.equal(guessHeaderRow([['说明'], ['每月报送']]), null)
  assert.equal(guessYear('督办台账2020.xlsx', [['2020年重点工作']]), 2020)
  assert.equal(guessYear('2020对比2021.xlsx', []), null)
})

test('rows: blank rows, titles across and sums are passed over; dates as text, as serial and unreadable', () => {
  const rows = [
    ['任务', '牵头单位', '时限'],
    ['一、重点', '一、重点', '一、重点'],
    ['甲事', '市公安局', '6月底'],
    ['', '', ''],
    ['乙事', '', '44377'],
    ['丙事', '市民政局', '待定时间'],
    ['', '市财政局', '2020-12-31'],
    ['合计', '3', ''],
  ]
  const mapping = { title: 0, leads: 1, due: 2 }
  const read = rowsOfSheet(
    { name: '表', hidden: false, rows, cut: false },
    { headerRow: 0, mapping, year: 2020, basis: '旧台账' },
  )
  assert.deepEqual(
    read.map(({ row, title, due, faults }) => [
      row,
      title,
      due,
      faults.map(({ field, stops }) => `${field}${stops ? '!' : ''}`),
    ]),
    [
      [3, '甲事', '2020-06-30', []],
      [5, '乙事', '2021-06-30', ['leads']],
      [6, '丙事', null, ['due']],
      [7, '', '2020-12-31', ['title!']],
    ],
  )
  assert.equal(read[2]?.duePhrase, '待定时间', 'what was not read is kept as it was written')
})

test('export: no cell begins a formula, and every text comes back as it was', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.constantFrom('=1+1', '+86', '-', '@x', "'=1", '\t=1', '＝A1')), (text) => {
      const written = guarded(text)
      assert.ok(!/^[=+\-@\t\r\n＝＋－＠]/.test(written))
      const plain = text.replace(/\p{Cc}/gu, (sign) => (/[\t\n\r]/.test(sign) ? sign : ''))
      if (!/^'[=+\-@\t\r\n＝＋－＠]/.test(plain)) assert.equal(unguarded(written), plain)
    }),
  )
})
