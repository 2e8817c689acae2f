import assert from 'node:assert/strict'
import { test } from 'node:test'
import { stepButtons } from './step-words.ts'

const table = [
  ['a lead', ['start', 'report', 'ask-extension'], { main: 'report', second: 'start', rest: ['ask-extension'] }],
  ['the office: nothing moves on', ['suspend', 'cancel'], { main: undefined, second: 'suspend', rest: ['cancel'] }],
  ['a verifier', ['return', 'verify'], { main: 'verify', second: 'return', rest: [] }],
  ['cancelling is never a button', ['cancel'], { main: undefined, second: undefined, rest: ['cancel'] }],
  ['nobody', [], { main: undefined, second: undefined, rest: [] }],
] as const
for (const [name, may, expected] of table) {
  test(`stepButtons: ${name}`, () => assert.deepEqual(stepButtons(may), expected))
}
