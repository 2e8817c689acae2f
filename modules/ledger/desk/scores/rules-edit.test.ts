import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankLine, editedOf, faultsAt, sentOf } from './rules-edit.ts'

const line = { key: 'a', title: '一', kind: 'points', text: '1', basis: null, officePoints: true } as const

test('lines come back from the form as they went in; an empty clause is none', () => {
  assert.deepEqual(sentOf(editedOf([line, { ...line, key: 'b', basis: '四（四）' }])), [
    line,
    { ...line, key: 'b', basis: '四（四）' },
  ])
  assert.deepEqual(sentOf([{ ...blankLine(), basis: '  ' }])[0]?.basis, null)
})

test('a fault stands at its line and field', () => {
  const faults = [
    { field: 'lines.1.text', message: '读不懂' },
    { field: 'lines.10.text', message: '另一行' },
    { field: 'reason', message: '请写明' },
  ]
  assert.deepEqual(faultsAt(faults, 1), { text: '读不懂' })
  assert.deepEqual(faultsAt(faults, 0), {})
})
