import assert from 'node:assert/strict'
import { test } from 'node:test'
import { isLate, partInput, partsFor, unitsOf } from './break-down.ts'

const task = { title: '推进登记', due: '2021-07-31' }
const [part] = partsFor(['东县'], task, [])

test('partsFor: one a unit, with the day of the task; what was typed stays', () => {
  assert.deepEqual(part && { ...part, id: '' }, {
    id: '',
    unit: '东县',
    title: '推进登记（东县）',
    due: '2021-07-31',
    lateReason: '',
  })
  const typed = part ? [{ ...part, title: '东县先行' }] : []
  assert.deepEqual(
    partsFor(['西县', '东县'], task, typed).map(({ title }) => title),
    ['推进登记（西县）', '东县先行'],
  )
})

const late = [
  ['the same day', '2021-07-31', false],
  ['a day later', '2021-08-01', true],
  ['a phrase is the server’s to judge', '8月底前', false],
] as const
for (const [name, due, expected] of late) {
  test(`isLate: ${name}`, () => assert.equal(part && isLate({ ...part, due }, task.due), expected))
}

const dates = [
  ['2021-08-31', [{ phrase: '', due: '2021-08-31' }]],
  ['8月底前', [{ phrase: '8月底前', due: null }]],
  [' ', []],
] as const
for (const [due, expected] of dates) {
  test(`partInput: ${due}`, () => assert.deepEqual(part && partInput({ ...part, due }).dates, expected))
}

test('unitsOf: supports and members of groups, each once', () => {
  const support = (name: string, group: string | null) => ({ role: 'support' as const, name, body: null, group })
  assert.deepEqual(unitsOf({ parties: [support('甲局', null), support('东县', '各县'), support('甲局', '各局')] }), [
    '甲局',
    '东县',
  ])
})
