import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { DateRead } from './shapes.ts'
import { blankTask, dateInputOf, editOf, faultAt, faultsBeforeSending, inputOf } from './task-edit.ts'

const june: DateRead = { phrase: '6月底前', kind: 'by', due: '2021-06-30', start: null, rule: null, index: 1 }
const monthly: DateRead = { ...june, phrase: '每月10日前', kind: 'recurring', due: null, rule: 'monthly-10', index: 0 }

const typed = [
  ['left as it was', { typed: '2021-06-30', from: june }, { phrase: '6月底前', due: '2021-06-30', index: 1 }],
  ['a phrase left as it was', { typed: '每月10日前', from: monthly }, { phrase: '每月10日前', due: null, index: 0 }],
  ['a day over a phrase', { typed: '2021-07-15 ', from: june }, { phrase: '6月底前', due: '2021-07-15', index: 1 }],
  ['no such day, still sent', { typed: '2021-06-31', from: june }, { phrase: '6月底前', due: '2021-06-31', index: 1 }],
  ['words over a day', { typed: '7月底前', from: june }, { phrase: '7月底前', due: null, index: 1 }],
  ['new words', { typed: '年底前', from: null }, { phrase: '年底前', due: null, index: null }],
  ['a new day', { typed: '2021年12月1日', from: null }, { phrase: '', due: '2021年12月1日', index: null }],
] as const
for (const [name, date, expected] of typed) {
  test(`dateInputOf: ${name}`, () => assert.deepEqual(dateInputOf(date), expected))
}

test('editOf and inputOf: what is not touched goes back as it came', () => {
  const task = {
    id: 'a',
    title: '建成平台',
    span: { start: 0, end: 9 },
    leads: [{ name: '市大数据局' }],
    supports: [{ name: '市财政局' }],
    dates: [june],
    targets: [{ phrase: '达99%以上', metric: '率', op: '>=' as const, value: 99, unit: '%', index: 0 }],
  }
  assert.deepEqual(inputOf(editOf(task)), {
    ...task,
    dates: [{ phrase: '6月底前', due: '2021-06-30', index: 1 }],
  })
})

test('faultsBeforeSending: by field, so that each is shown where it stands', () => {
  const target = { phrase: '', metric: '', op: '>=', value: '九成', unit: '', index: null } as const
  const faults = faultsBeforeSending([{ ...blankTask('a'), title: ' ', targets: [target] }])
  assert.deepEqual(
    faults.map(({ field }) => field),
    ['tasks.0.title', 'tasks.0.targets.0.metric', 'tasks.0.targets.0.value'],
  )
})

test('faultAt: a field and what is below it, not its namesake', () => {
  const faults = [
    { field: 'tasks.1.dates.0.due', message: '6月没有31日' },
    { field: 'tasks.1.dates.10.due', message: '别的' },
  ]
  assert.equal(faultAt(faults, 'tasks.1.dates.0'), '6月没有31日')
  assert.equal(faultAt(faults, 'tasks.1.dates.1'), undefined)
})
