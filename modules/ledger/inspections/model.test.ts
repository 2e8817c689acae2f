import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type FindingState, type FindingStep, findingAfter } from './model.ts'

const states: readonly FindingState[] = ['open', 'mended', 'verified', 'closed']

/** The state after each step from each state in their order; - where it cannot be taken. */
const table: Readonly<Record<FindingStep, string>> = {
  //      open mended verified closed
  sign: 'mended - - -',
  verify: '- verified - -',
  close: '- - closed -',
  'send-back': '- open open -',
}

for (const [step, expected] of Object.entries(table)) {
  test(`finding: ${step}`, () => {
    const found = states.map((state) => findingAfter(state, step as FindingStep) ?? '-')
    assert.equal(found.join(' '), expected)
  })
}
