import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PlainDate } from '@guangyue/kernel/calendar'
import { countCoverage, coverageOf, type HangingState, lightOf, worstLight } from './chain.ts'

const today = '2021-07-06' as PlainDate

const lights: readonly (readonly [string, HangingState, string | null, string])[] = [
  ['running with time', 'running', '2021-07-31', 'on-time'],
  ['a week left', 'running', '2021-07-13', 'near'],
  ['eight days left', 'running', '2021-07-14', 'on-time'],
  ['due today', 'running', '2021-07-06', 'near'],
  ['past', 'running', '2021-07-05', 'overdue'],
  ['past and not even begun', 'not-begun', '2021-07-05', 'overdue'],
  ['not begun', 'not-begun', '2021-12-31', 'not-begun'],
  ['no date is never on time', 'running', null, 'none'],
  ['done late', 'done', '2021-06-30', 'done'],
  ['suspended past its day', 'suspended', '2021-06-30', 'suspended'],
]
for (const [name, state, due, light] of lights) {
  test(`light: ${name}`, () => assert.equal(lightOf({ state, due: due as PlainDate | null }, today), light))
}

test('light of several: the worst, and none for nothing', () => {
  assert.equal(worstLight(['done', 'near', 'none']), 'near')
  assert.equal(worstLight([]), undefined)
})

const provisions = [
  { path: ['附件'], kind: 'part' },
  { path: ['附件', '一'], kind: 'section' },
  { path: ['附件', '一', '（一）'], kind: 'item' },
  { path: ['附件', '一', '（一）', '1'], kind: 'item' },
  { path: ['附件', '一', '（一）', '2'], kind: 'item' },
  { path: ['附件', '一', '（二）'], kind: 'item' },
  { path: ['附件', '二'], kind: 'section' },
  { path: ['附件', '二', '（一）'], kind: 'item' },
]

const coverages: readonly (readonly [string, readonly string[], readonly string[], readonly number[]])[] = [
  // what is special                                     cited            judged        running, judgement, open
  ['nothing', [], [], [0, 0, 4]],
  ['a clause runs with its items', ['附件/一/（一）'], [], [2, 0, 2]],
  ['one item alone', ['附件/一/（一）/1'], [], [1, 0, 3]],
  ['a chapter cited as a whole runs none of its clauses', ['附件/一'], [], [0, 0, 4]],
  ['a judgement covers the chapter', [], ['附件/一'], [0, 3, 1]],
  ['what runs is not left to judgement', ['附件/一/（二）'], ['附件/一'], [1, 2, 1]],
  ['the whole document judged', [], ['附件'], [0, 4, 0]],
]
for (const [name, cited, judged, [running, judgement, open]] of coverages) {
  test(`coverage: ${name}`, () => {
    const states = coverageOf({ provisions, cited: new Set(cited), judged: new Set(judged) })
    assert.deepEqual(countCoverage(provisions, states), { running, judgement, open })
  })
}
