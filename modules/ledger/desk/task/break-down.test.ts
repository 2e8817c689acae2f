import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { LedgerBody } from '../shapes.ts'
import { differsFrom, expanded, isWhole, partInput, partsFor, unitsOf } from './break-down.ts'

const target = { phrase: '', metric: '办结率', op: '>=' as const, value: 95, unit: '%' }
const task = { title: '推进登记', due: '2021-07-31', targets: [target] }
const part = partsFor(['东县'], task, [])[0] ?? assert.fail('no part')

test('partsFor: one a unit, with the day and figures of the task; what was typed stays', () => {
  assert.deepEqual(
    { ...part, id: '' },
    {
      id: '',
      unit: '东县',
      title: '推进登记（东县）',
      due: '2021-07-31',
      targets: [{ ...target, value: '95', index: null }],
    },
  )
  assert.deepEqual(
    partsFor(['西县', '东县'], task, [{ ...part, title: '东县先行' }]).map(({ title }) => title),
    ['推进登记（西县）', '东县先行'],
  )
})

test('expanded: a group is its members, each unit once', () => {
  const alone = { id: '', kind: 'body' as const, name: '甲局', full: '市甲局', members: null, memberNames: [] }
  const group = { ...alone, kind: 'group' as const, name: '各县', members: 2, memberNames: ['东县', '西县'] }
  const units: readonly LedgerBody[] = [alone, group]
  assert.deepEqual(expanded(['西县', '甲局', '各县'], units), ['西县', '甲局', '东县'])
})

const differing = [
  ['the same', {}, 0],
  ['a day later', { due: '2021-08-01' }, 1],
  ['no day', { due: ' ' }, 1],
  ['a phrase is the server’s to judge', { due: '8月底前' }, 0],
  ['a lower figure and a later day', { due: '2021-08-01', targets: [{ ...target, value: '94', index: null }] }, 2],
  ['no figures', { targets: [] }, 1],
] as const
for (const [name, more, expected] of differing) {
  test(`differsFrom: ${name}`, () => assert.equal(differsFrom({ ...part, ...more }, task).length, expected))
}

const whole = [
  ['as proposed', {}, true],
  ['no title', { title: ' ' }, false],
  ['a value that is no number', { targets: [{ ...target, value: '九成', index: null }] }, false],
] as const
for (const [name, more, expected] of whole) {
  test(`isWhole: ${name}`, () => assert.equal(isWhole({ ...part, ...more }), expected))
}

const dates = [
  ['2021-08-31', [{ phrase: '', due: '2021-08-31' }]],
  ['8月底前', [{ phrase: '8月底前', due: null }]],
  [' ', []],
] as const
for (const [due, expected] of dates) {
  test(`partInput: ${due}`, () => assert.deepEqual(partInput({ ...part, due }, '').dates, expected))
}

test('unitsOf: supports and members of groups, each once', () => {
  const support = (name: string, group: string | null) => ({ role: 'support' as const, name, body: null, group })
  assert.deepEqual(unitsOf({ parties: [support('甲局', null), support('东县', '各县'), support('甲局', '各局')] }), [
    '甲局',
    '东县',
  ])
})
