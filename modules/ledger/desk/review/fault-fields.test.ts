import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Fault } from '../shapes.ts'
import { blankTask } from '../task-edit.ts'
import { byPlace, faultsAtFields } from './fault-fields.ts'

const tasks = [blankTask('a'), { ...blankTask('b'), leads: ['甲局'], supports: ['各专营单位'] }]
const fault = (code: Fault['code'], task: string | null, name: string | null = null): Fault => ({
  code,
  message: code,
  blocking: false,
  task,
  name,
  line: null,
})

const table = [
  ['no lead', fault('lead-missing', 'a'), ['tasks.0.leads']],
  ['a support nobody knows', fault('name-unknown', 'b', '某局'), ['tasks.1.supports']],
  ['a group, where it stands', fault('group-incomplete', 'b', '各专营单位'), ['tasks.1.supports']],
  ['a group that was taken out meanwhile', fault('group-incomplete', 'a', '各专营单位'), []],
  ['of no field', fault('reading', null), []],
  ['of a task that is gone', fault('lead-missing', 'x'), []],
] as const
for (const [name, given, expected] of table) {
  test(`faultsAtFields: ${name}`, () =>
    assert.deepEqual(
      faultsAtFields([given], tasks).map(({ field }) => field),
      expected,
    ))
}

test('byPlace: identities become places, places stay', () => {
  const faults = [
    { field: 'tasks.b.leads', message: '一' },
    { field: 'tasks.0.dates.1.due', message: '二' },
    { field: 'title', message: '三' },
  ]
  assert.deepEqual(
    byPlace(faults, tasks).map(({ field }) => field),
    ['tasks.1.leads', 'tasks.0.dates.1.due', 'title'],
  )
})
