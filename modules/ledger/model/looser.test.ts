import assert from 'node:assert/strict'
import { test } from 'node:test'
import { looserThan, type Promised } from './looser.ts'

const target = (op: string, value: number, metric = '办结率') => ({ metric, op, value, unit: '%' })
const above: Promised = { due: '2021-09-30', targets: [target('>=', 95)] }
const part = (more: Partial<Promised>): Promised => ({ ...above, ...more })

const dates = [
  ['earlier', '2021-08-31', []],
  ['the same day', '2021-09-30', []],
  ['later', '2021-10-01', ['时限 2021-10-01 晚于上级任务的 2021-09-30']],
  ['no date', null, ['没有写明日期，上级任务的时限是 2021-09-30']],
] as const
for (const [name, due, expected] of dates) {
  test(`looserThan: ${name}`, () => assert.deepEqual(looserThan(part({ due }), above), expected))
}

test('looserThan: any date where the task has none', () => {
  assert.deepEqual(looserThan(part({ due: '2021-12-31' }), { ...above, due: null }), [])
})

test('looserThan: a target left out, or of another unit', () => {
  const missing = ['没有写上级任务的目标“办结率 ≥ 95%”']
  assert.deepEqual(looserThan(part({ targets: [] }), above), missing)
  assert.deepEqual(looserThan(part({ targets: [{ ...target('>=', 95), unit: '件' }] }), above), missing)
})

// The target above, the part's, and whether the part keeps it.
const pairs = [
  ['>=', 95, '>=', 95, true],
  ['>=', 95, '>=', 94.9, false],
  ['>=', 95, '>', 95, true],
  ['>=', 95, '=', 96, true],
  ['>=', 95, '<=', 99, false],
  ['>=', 95, 'about', 95, false],
  ['>', 95, '>=', 95, false],
  ['>', 95, '>=', 95.1, true],
  ['>', 95, '>', 95, true],
  ['<=', 3, '<=', 3, true],
  ['<=', 3, '<=', 4, false],
  ['<=', 3, '<', 3, true],
  ['<', 3, '<=', 3, false],
  ['<', 3, '<', 3, true],
  ['<', 3, '=', 2, true],
  ['=', 1, '=', 1, true],
  ['=', 1, '>=', 1, false],
  ['about', 20, 'about', 20, true],
  ['about', 20, 'about', 19, false],
] as const
for (const [op, value, ownOp, own, kept] of pairs) {
  test(`looserThan: ${ownOp} ${own} under ${op} ${value} is ${kept ? 'as strict' : 'weaker'}`, () => {
    const differs = looserThan(part({ targets: [target(ownOp, own)] }), { ...above, targets: [target(op, value)] })
    assert.equal(differs.length === 0, kept)
  })
}

test('looserThan: one of several of the same metric is enough; every target counts', () => {
  const two = { ...above, targets: [target('>=', 95), target('<=', 2, '超时率')] }
  assert.deepEqual(looserThan(part({ targets: [target('>=', 80), target('>=', 96)] }), above), [])
  assert.deepEqual(looserThan(part({ targets: [target('>=', 90)] }), two), [
    '目标“办结率 ≥ 90%”低于上级任务的“办结率 ≥ 95%”',
    '没有写上级任务的目标“超时率 ≤ 2%”',
  ])
})
