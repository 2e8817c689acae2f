import assert from 'node:assert/strict'
import { test } from 'node:test'
import { neighboursOf } from './review-keys.ts'

const items = [
  { id: 'a', state: 'draft' },
  { id: 'b', state: 'confirmed' },
  { id: 'c', state: 'draft' },
]
const table = [
  ['first', 'a', { previous: null, next: 'b', waiting: 'c', place: 1 }],
  ['last: back to the first that waits', 'c', { previous: 'b', next: null, waiting: 'a', place: 3 }],
  ['not in the list', 'x', { previous: null, next: 'a', waiting: 'a', place: 0 }],
  ['none', null, { previous: null, next: 'a', waiting: 'a', place: 0 }],
] as const
for (const [name, id, expected] of table) {
  test(`neighboursOf: ${name}`, () => assert.deepEqual(neighboursOf(items, id), expected))
}
