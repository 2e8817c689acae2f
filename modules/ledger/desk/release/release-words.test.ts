import assert from 'node:assert/strict'
import { test } from 'node:test'
import { withdraws } from './release-words.ts'

const table = [
  ['nothing', 'tracked', false],
  ['progress', 'tracked', true],
  ['tracked', 'tracked', false],
  ['progress', 'nothing', true],
] as const
for (const [from, to, expected] of table) {
  test(`withdraws: ${from} to ${to}`, () => assert.equal(withdraws(from, to), expected))
}
