import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  moved,
  newItem,
  withCell,
  withColumn,
  withItem,
  without,
  withoutColumn,
  withoutRow,
  withRow,
} from './content-edit.ts'

const body = ['甲', '乙', '丙'].map((text) => ({ kind: 'text', text }) as const)
const texts = (items: ReturnType<typeof moved>) => items.map((item) => (item.kind === 'text' ? item.text : '')).join('')

test('items are moved, changed and taken out; the ends stay', () => {
  assert.equal(texts(moved(body, 0, 1)), '乙甲丙')
  assert.equal(texts(moved(body, 2, 1)), '甲乙丙')
  assert.equal(texts(moved(body, 0, -1)), '甲乙丙')
  assert.equal(texts(without(body, 1)), '甲丙')
  assert.equal(texts(withItem(body, 1, { kind: 'text', text: '丁' })), '甲丁丙')
})

test('a table keeps as many cells in each row as it has heads, and widths', () => {
  const table = { head: ['任务', '时限'], rows: [['一', '二']], widths: [4, 2] }
  const wide = withColumn(withRow(table))
  assert.deepEqual(wide, {
    head: ['任务', '时限', ''],
    rows: [
      ['一', '二', ''],
      ['', '', ''],
    ],
    widths: [4, 2, 3],
  })
  assert.deepEqual(withoutColumn(withoutRow(wide, 1)), table)
  assert.deepEqual(withCell(table, { row: 0, column: 1 }, '三').rows, [['一', '三']])
  assert.equal(withoutColumn({ head: ['甲'], rows: [], widths: null }).head.length, 1)
  assert.equal(newItem('table').kind, 'table')
})
