import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ProblemState, type ProblemStep, problemAfter } from './model.ts'

const states: readonly ProblemState[] = ['open', 'in-hand', 'reported', 'solved', 'dropped']

/** The state after each step from each state in their order; - where it cannot be taken. */
const table: Readonly<Record<ProblemStep, string>> = {
  //               open in-hand reported solved dropped
  take: 'in-hand - - - -',
  'report-solved': 'reported reported - - -',
  'send-back': '- - in-hand in-hand -',
  solve: '- - solved - -',
  drop: 'dropped dropped - - -',
}

for (const [step, expected] of Object.entries(table)) {
  test(`problem: ${step}`, () => {
    const found = states.map((state) => problemAfter(state, step as ProblemStep) ?? '-')
    assert.equal(found.join(' '), expected)
  })
}
