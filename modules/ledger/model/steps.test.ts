import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { after, type Step, stateLabels, stepNames, steps, type TaskState } from './steps.ts'

const states = Object.keys(stateLabels) as TaskState[]
const over: readonly TaskState[] = ['closed', 'cancelled', 'merged', 'split', 'draft']

const table: readonly (readonly [TaskState, Step, TaskState | null])[] = [
  // from          step                to
  ['assigned', 'start', 'in-progress'],
  ['in-progress', 'report', 'reported'],
  ['assigned', 'report', 'reported'],
  ['reported', 'verify', 'verified'],
  ['reported', 'return', 'returned'],
  ['returned', 'report', 'reported'],
  ['verified', 'close', 'closed'],
  ['verified', 'return', 'returned'],
  ['in-progress', 'verify', null],
  ['reported', 'close', null],
  ['in-progress', 'suspend', 'suspended'],
  ['suspended', 'report', null],
  ['returned', 'ask-extension', 'returned'],
  ['closed', 'cancel', null],
]

for (const [from, step, to] of table) {
  test(`step: ${step} when ${from}`, () => assert.equal(after(from, step), to))
}

test('step: resuming goes back to where it was suspended', () => {
  for (const state of ['assigned', 'in-progress', 'returned'] as const) {
    assert.equal(after('suspended', 'resume', state), state)
  }
})

const walk = fc.array(fc.constantFrom(...stepNames), { maxLength: 40 })

test('step: any walk ends in a known state; what is over stays over; nothing is closed without being verified', () => {
  fc.assert(
    fc.property(walk, (path) => {
      let state: TaskState = 'assigned'
      let suspendedIn: TaskState | null = null
      let verified = false
      for (const step of path) {
        const next = after(state, step, suspendedIn)
        if (next === null) continue
        assert.ok(states.includes(next))
        assert.ok(!over.includes(state), `${step} changed ${state}`)
        if (step === 'suspend') suspendedIn = state
        if (step === 'verify') verified = true
        if (next === 'closed') assert.ok(verified)
        state = next
      }
    }),
  )
})

test('step: the lead reports, others verify; no step is given to both', () => {
  assert.equal(steps.report.by, 'first-lead')
  assert.equal(steps.verify.by, 'verifier')
  assert.deepEqual(
    stepNames.filter((step) => steps[step].by === 'verifier'),
    ['return', 'verify'],
  )
})
