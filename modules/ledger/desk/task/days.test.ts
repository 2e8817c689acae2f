import assert from 'node:assert/strict'
import { test } from 'node:test'
import { daysToDraw, placed } from './days.ts'

const drawn = [
  [
    'before the last day',
    '2021-06-29',
    '2021-07-01',
    ['27 counted', '28 counted', '29 counted', '30 left 1', '01 left 0'],
  ],
  ['on the last day', '2021-07-01', '2021-07-01', ['29 counted', '30 counted', '01 counted']],
  ['after it', '2021-07-02', '2021-06-30', ['28 counted', '29 counted', '30 counted', '01 over 1', '02 over 2']],
  ['far away', '2021-01-01', '2021-12-31', null],
  ['no day', '2021-01-01', '', null],
] as const
for (const [name, today, due, expected] of drawn) {
  test(`daysToDraw: ${name}`, () => {
    const days = daysToDraw(today, due)
    const said = days?.map(({ date, kind, number }) =>
      [date.slice(8), kind, number].filter((v) => v !== undefined).join(' '),
    )
    assert.deepEqual(said ?? null, expected)
  })
}

test('placed: in order, from one end to the other', () => {
  const stops = placed([
    { day: '2021-07-11', label: '', kind: 'due' },
    { day: '2021-07-01', label: '', kind: 'start' },
    { day: '2021-07-06', label: '', kind: 'today' },
  ])
  assert.deepEqual(
    stops.map(({ day, place }) => [day.slice(8), place]),
    [
      ['01', 0],
      ['06', 50],
      ['11', 100],
    ],
  )
})

test('placed: one day stands in the middle', () => {
  assert.deepEqual(
    placed([{ day: '2021-07-01', label: '', kind: 'due' }]).map(({ place }) => place),
    [50],
  )
})
