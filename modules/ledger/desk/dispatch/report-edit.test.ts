import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  bodyOf,
  editOf,
  faultsOf,
  isSame,
  leftOut,
  type ReportEdit,
  refusedFields,
  takenIn,
  takenOver,
} from './report-edit.ts'
import type { Below } from './shapes.ts'

const blank: ReportEdit = { progress: '', percent: null, figures: {}, problems: '', helpWanted: '', merges: [] }
const below: Below = {
  id: 'b',
  unit: { id: 'u', name: '市水务局' },
  state: 'signed',
  merged: false,
  free: true,
  files: 0,
  progress: '管网已通',
  percent: 40,
  figures: [],
  problems: '用电增容未批',
  helpWanted: '缺资金',
}

test('editOf and bodyOf: what is saved comes back as it was', () => {
  const words = { progress: '一', percent: 30, figures: [{ ordinal: 1, value: 2.5 }], problems: '二', helpWanted: '' }
  const edit = editOf({ ...words, below: [{ ...below, merged: true }] })
  assert.deepEqual(bodyOf(edit), { ...words, merges: ['b'] })
})

test('takenOver: the words before, and what is merged stays', () => {
  const before = { progress: '上期', percent: 10, figures: [], problems: '', helpWanted: '' }
  assert.deepEqual(takenOver({ ...blank, merges: ['b'] }, before), { ...blank, ...before, figures: {}, merges: ['b'] })
})

test('takenIn: their progress stands after one’s own under their name, once; leaving it out keeps the words', () => {
  const taken = takenIn({ ...blank, progress: '本单位已办' }, below)
  assert.equal(taken.progress, '本单位已办\n市水务局：管网已通')
  assert.equal(taken.problems, '')
  assert.equal(taken.helpWanted, '')
  assert.deepEqual(takenIn(taken, below), taken)
  assert.deepEqual(leftOut(taken, 'b'), { ...taken, merges: [] })
})

for (const [typed, faulty] of [
  ['12.5', false],
  ['', false],
  [' 3 ', false],
  ['百分之十', true],
  ['12.5.1', true],
] as const) {
  test(`faultsOf: a figure “${typed}” is ${faulty ? 'refused' : 'taken'}`, () => {
    assert.equal(faultsOf({ ...blank, figures: { 0: typed } }).length, faulty ? 1 : 0)
  })
}

test('refusedFields: a figure by its place among those sent, other fields by their name', () => {
  const edit = { ...blank, figures: { 0: '', 2: '5' } }
  const errors = [
    { field: 'figures.0', message: '甲' },
    { field: 'progress', message: '乙' },
  ]
  assert.deepEqual(
    refusedFields(edit, errors).map(({ field }) => field),
    ['figure-2', 'progress'],
  )
})

test('isSame: an empty figure is no figure, and the order of merges says nothing', () => {
  assert.ok(isSame({ ...blank, merges: ['a', 'b'] }, { ...blank, merges: ['b', 'a'], figures: { 0: ' ' } }))
  assert.ok(!isSame(blank, { ...blank, percent: 0 }))
})
