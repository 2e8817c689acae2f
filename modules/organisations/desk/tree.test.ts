import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BodyEntry } from '../api.ts'
import { isFound, treeRows } from './tree.ts'

const body = (id: string, parentId: string | null): BodyEntry => ({
  ...{ id, parentId, name: id, short: id, kind: '', assigned: true, note: null, closedOn: null, version: 1 },
  names: [{ name: `${id}委员会`, short: id, from: null, to: null }],
  aliases: [{ id: '1', name: `老${id}`, saidBy: null }],
  successors: [],
})

test('bodies stand under their parents; one whose parent is not shown stands at the top', () => {
  const rows = treeRows([body('甲', null), body('丙', '乙'), body('乙', '甲'), body('丁', '不在')])
  assert.deepEqual(
    rows.map(({ body: { id }, depth }) => [id, depth]),
    [
      ['甲', 0],
      ['乙', 1],
      ['丙', 2],
      ['丁', 0],
    ],
  )
})

for (const [text, found] of [
  ['', true],
  ['甲委', true],
  ['老甲', true],
  ['乙', false],
] as const) {
  test(`a body is found by part of a name or alias: ${text}`, () =>
    assert.equal(isFound(body('甲', null), text), found))
}
