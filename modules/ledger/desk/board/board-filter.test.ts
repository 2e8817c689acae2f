import assert from 'node:assert/strict'
import { test } from 'node:test'
import { boardHref, dueChoiceOf, dueDays, filterIn, sameFilter, tasksOf, wayOf, withPart } from './board-filter.ts'

const addresses = [
  ['nothing', '', {}],
  ['what cannot be', 'light=purple&body=x&dueTo=2021-02-30&show=pie&month=2021-13', {}],
  ['what can', 'light=red&text=印章&state=open', { light: 'red', text: '印章', state: 'open' }],
] as const
for (const [name, search, expected] of addresses) {
  test(`filterIn: ${name}`, () => assert.deepEqual(filterIn(new URLSearchParams(search)), expected))
}

test('boardHref: there and back', () => {
  const filter = { light: 'yellow', text: '“一窗通”', sort: 'text', show: 'calendar', month: '2021-07' } as const
  const href = boardHref(filter)
  assert.deepEqual(filterIn(new URLSearchParams(href.split('?')[1])), filter)
  assert.equal(boardHref({}), '/desk/ledger')
})

test('boardHref: what is so by itself is not said', () => {
  assert.equal(boardHref({ as: 'any', state: 'all', sort: 'due', show: 'table', columns: 'light' }), '/desk/ledger')
})

test('tasksOf, wayOf: which tasks, and how they are shown', () => {
  const filter = { light: 'red', show: 'timeline', group: 'unit', month: '2021-07' } as const
  assert.deepEqual(tasksOf(filter), { light: 'red' })
  assert.deepEqual(wayOf(filter), { show: 'timeline', group: 'unit', month: '2021-07' })
})

test('withPart, sameFilter: an emptied part is no part', () => {
  const filter = withPart({ light: 'red', text: '印章' }, { text: '', light: undefined })
  assert.deepEqual(filter, {})
  assert.ok(sameFilter(filter, { text: '' }))
})

const days = [
  ['past', '2021-07-06', { dueFrom: undefined, dueTo: '2021-07-05' }],
  ['week', '2021-12-28', { dueFrom: '2021-12-28', dueTo: '2022-01-04' }],
  ['month', '2024-02-10', { dueFrom: '2024-02-01', dueTo: '2024-02-29' }],
  ['next-month', '2021-12-06', { dueFrom: '2022-01-01', dueTo: '2022-01-31' }],
  ['year', '2021-07-06', { dueFrom: '2021-01-01', dueTo: '2021-12-31' }],
] as const
for (const [choice, today, expected] of days) {
  test(`dueDays: ${choice}`, () => {
    assert.deepEqual(dueDays(choice, today), expected)
    assert.equal(dueChoiceOf(expected, today), choice)
  })
}
