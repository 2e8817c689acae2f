import assert from 'node:assert/strict'
import { test } from 'node:test'
import { conditionsOf, type Procedure, procedureFaults, type Step } from './index.ts'

const step = (key: string, outcomes: Step['outcomes'], when: string | null = null): Step => ({
  ...{ key, name: key, unit: 'a', post: 'officer', term: null, when },
  outcomes,
})
const pass = { key: 'yes', name: '同意', reasons: false, leads: 'pass' } as const
const grant = { key: 'grant', name: '准予', reasons: false, leads: 'decide', outcome: 'granted' } as const
const sound: Procedure = {
  key: 'p',
  terms: { statutory: { n: 20, unit: 'working-day' }, promised: { n: 5, unit: 'working-day' }, basis: '' },
  acceptance: { unit: 'a', within: { n: 5, unit: 'working-day' }, checks: [], basis: '' },
  stages: [
    { key: 'one', name: '一', when: '甲', steps: [step('look', [pass], '乙'), step('see', [pass], '甲')] },
    { key: 'two', name: '二', when: null, steps: [step('sign', [grant])] },
  ],
  grounds: [],
  extension: null,
  tacit: null,
}

test('a sound procedure has no faults; its conditions are each named once', () => {
  assert.deepEqual(procedureFaults(sound), [])
  assert.deepEqual(conditionsOf(sound), ['甲', '乙'])
})

const [one, two] = sound.stages as [Procedure['stages'][number], Procedure['stages'][number]]
const terms = (promised: Procedure['terms']['promised']) => ({ terms: { ...sound.terms, promised } })
const table: readonly (readonly [string, Partial<Procedure>, RegExp])[] = [
  ['a promise longer than the law', terms({ n: 21, unit: 'working-day' }), /长于法定/],
  ['a promise in another unit', terms({ n: 1, unit: 'month' }), /单位不同/],
  ['no stage', { stages: [] }, /没有任何阶段/],
  ['a stage twice', { stages: [one, { ...one, steps: [step('x', [pass])] }, two] }, /阶段的编码“one”重复/],
  ['a step twice', { stages: [one, { ...two, steps: [step('look', [grant])] }] }, /步骤的编码“look”重复/],
  ['the end is conditional', { stages: [one, { ...two, when: '丙' }] }, /最后的阶段/],
  ['the end can be passed', { stages: [one, { ...two, steps: [step('sign', [grant, pass])] }] }, /最后的阶段/],
  ['the end cannot be reached', { stages: [{ ...one, steps: [step('look', [grant])] }, two] }, /后面到不了/],
  [
    'back to where it stands',
    {
      stages: [
        one,
        { ...two, steps: [step('sign', [grant, { key: 'b', name: '退', reasons: true, leads: 'back', to: 'two' }])] },
      ],
    },
    /只能退回/,
  ],
]
for (const [name, change, fault] of table) {
  test(`fault: ${name}`, () => assert.match(procedureFaults({ ...sound, ...change }).join(), fault))
}
