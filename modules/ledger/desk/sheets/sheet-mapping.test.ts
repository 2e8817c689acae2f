import assert from 'node:assert/strict'
import { test } from 'node:test'
import { columnName, columnsOf, firstChoice, type Sheet, withColumn } from './sheet-mapping.ts'

const sheet: Sheet = {
  name: '台账',
  rows: 3,
  headerRow: 1,
  headers: ['序号', '任务'],
  mapping: { title: 1 },
  remembered: false,
  sample: [['2020年督办台账'], ['序号', '任务'], ['', ''], ['1', '建成共享平台']],
}

const columns = [
  [0, 'A'],
  [25, 'Z'],
  [26, 'AA'],
  [701, 'ZZ'],
] as const
for (const [at, expected] of columns) {
  test(`columnName: ${expected}`, () => assert.equal(columnName(at), expected))
}

test('columnsOf: head and a value; above it may stand a heading across all columns', () => {
  assert.deepEqual(columnsOf(sheet, 1), [
    { value: 0, label: 'A　序号　如 1' },
    { value: 1, label: 'B　任务　如 建成共享平台' },
  ])
})

const mappings = [
  ['a column moves from one field to another', 'leads', 1, { leads: 1, due: 2 }],
  ['a field changes its column', 'title', 3, { title: 3, due: 2 }],
  ['a field is emptied', 'due', null, { title: 1 }],
] as const
for (const [name, field, column, expected] of mappings) {
  test(`withColumn: ${name}`, () => assert.deepEqual(withColumn({ title: 1, due: 2 }, field, column), expected))
}

test('firstChoice: the fullest sheet, named after the file', () => {
  const upload = {
    id: '',
    fileName: '督办台账.xlsx',
    sheets: [{ ...sheet, name: '说明', rows: 1 }, sheet],
    takenBefore: 0,
    year: null,
  }
  assert.deepEqual(firstChoice(upload, 2021), {
    sheet: '台账',
    headerRow: 1,
    mapping: { title: 1 },
    year: 2021,
    basis: '督办台账',
  })
  assert.equal(firstChoice({ ...upload, sheets: [] }, 2021), null)
})
