import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differing, merged } from './stale-choice.ts'

const fields = [
  { key: 'title', label: '任务' },
  { key: 'due', label: '时限' },
  { key: 'leads', label: '牵头' },
]
const yours = { title: '甲', due: '2021-06-30', leads: ['a', 'b'], version: 1 }
const current = { title: '乙', due: '2021-07-31', leads: ['a', 'b'], version: 2 }

test('differing: only fields that differ, lists by content', () => {
  assert.deepEqual(
    differing(fields, yours, current).map(({ key }) => key),
    ['title', 'due'],
  )
})

test('differing: absent and null are the same', () => {
  assert.deepEqual(differing(fields, { title: null }, {}), [])
})

test('merged: yours unless the other is chosen; nothing else is touched', () => {
  const rows = differing(fields, yours, current)
  assert.deepEqual(merged(rows, yours, { due: 'current' }), {
    title: '甲',
    due: '2021-07-31',
    leads: ['a', 'b'],
    version: 1,
  })
})

test('merged: a field that the other side has emptied', () => {
  const rows = differing(fields, yours, { ...current, due: null })
  assert.equal(merged(rows, yours, { due: 'current' }).due, null)
})
