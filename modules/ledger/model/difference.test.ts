import assert from 'node:assert/strict'
import { test } from 'node:test'
import { differenceOf } from './difference.ts'
import type { Reading } from './ledger.ts'

const facts: Reading = {
  title: '推进甲事',
  text: null,
  assignments: [{ leads: ['市甲局'], supports: ['市乙局'], label: '牵头单位/责任单位', covers: null }],
  deadlines: [{ phrase: '6月底前', kind: 'by', due: '2021-06-30' as never, start: null, rule: null }],
  targets: [{ phrase: '', metric: '停电时间', op: '<=', value: 3.5, unit: '小时' }],
  marks: [],
  line: null,
  leadByRule: null,
}
const soon: Reading['deadlines'][number] = { phrase: '及时', kind: 'fuzzy', due: null, start: null, rule: null }
const autumn: Reading['deadlines'][number] = { ...soon, phrase: '9月底前', kind: 'by', due: '2021-09-30' as never }
const fields = (was: Reading, now: Partial<Reading>) => differenceOf(was, { ...was, ...now }).map(({ field }) => field)

test('the first text of facts that people recorded: only other parties and days that the facts lack differ', () => {
  const text = '推进甲事。'
  assert.deepEqual(fields(facts, { text, title: '推进甲事项' }), [])
  assert.deepEqual(fields(facts, { text, deadlines: [...facts.deadlines, soon], targets: [] }), [])
  assert.deepEqual(fields(facts, { text, deadlines: [] }), [])
  assert.deepEqual(fields(facts, { text, deadlines: [...facts.deadlines, autumn] }), ['时限'])
  assert.deepEqual(fields(facts, { text, assignments: [] }), ['牵头', '责任'])
})

test('a newer text is compared with the one before in whole, its way of writing is not', () => {
  const before: Reading = { ...facts, text: '推进甲事。' }
  const text = '推进甲事项。'
  const [deadline] = facts.deadlines
  const [target] = facts.targets
  assert.ok(deadline && target)
  const spaced = { deadlines: [{ ...deadline, phrase: '6 月底前' }], targets: [{ ...target, unit: '个小时' }] }
  assert.deepEqual(fields(before, { text, ...spaced }), [])
  assert.deepEqual(fields(before, { text, deadlines: [...before.deadlines, soon] }), ['时限'])
  assert.deepEqual(fields(before, { text, targets: [] }), ['目标'])
})
