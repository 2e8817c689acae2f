import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { type PlacedAct, type TenureRow, tenuresAfter } from './tenures-after.ts'

const act = (action: PlacedAct['action'], date: string, part: Partial<PlacedAct> = {}): PlacedAct => ({
  ...{ action, date: plainDate(date), document: `${date}号`, person: '甲', post: '科长', postId: 'p1' },
  ...{ probationMonths: null, note: null },
  ...part,
})
const appoint = (date: string, part?: Partial<PlacedAct>) => act('appoint', date, part)
const remove = (date: string, part?: Partial<PlacedAct>) => act('remove', date, part)

/** From and until of all tenures after the acts, taken in at once or one after the other. */
function spans(...batches: readonly (readonly PlacedAct[])[]): readonly (readonly (string | null)[])[] {
  let ids = 0
  let held: readonly TenureRow[] = []
  for (const acts of batches) {
    const changed = tenuresAfter(held, acts, () => `t${++ids}`)
    held = [...held.filter(({ id }) => !changed.some((row) => row.id === id)), ...changed]
  }
  return held.map(({ heldFrom, heldUntil }) => [heldFrom, heldUntil]).toSorted()
}

const [first, gone, again, goneAgain] = [
  appoint('2018-01-01'),
  remove('2019-01-01'),
  appoint('2020-01-01'),
  remove('2021-01-01'),
]
const table = [
  ['an appointment is open', [first], [['2018-01-01', null]]],
  ['a removal ends it', [first, gone], [['2018-01-01', '2019-01-01']]],
  ['the same act twice is one', [first, first, gone, gone], [['2018-01-01', '2019-01-01']]],
  ['a removal before all record', [gone], [[null, '2019-01-01']]],
  [
    'twice in the post',
    [first, gone, again, goneAgain],
    [
      ['2018-01-01', '2019-01-01'],
      ['2020-01-01', '2021-01-01'],
    ],
  ],
  [
    'the latest open tenure ends',
    [first, again, goneAgain],
    [
      ['2018-01-01', null],
      ['2020-01-01', '2021-01-01'],
    ],
  ],
  [
    'an old removal once more leaves the new tenure open',
    [first, gone, again, gone],
    [
      ['2018-01-01', '2019-01-01'],
      ['2020-01-01', null],
    ],
  ],
  [
    'another person, another post',
    [first, appoint('2018-01-01', { person: '乙' }), appoint('2018-01-01', { postId: 'p2' }), gone],
    [
      ['2018-01-01', '2019-01-01'],
      ['2018-01-01', null],
      ['2018-01-01', null],
    ],
  ],
] as const

for (const [name, acts, expected] of table) {
  test(`tenures: ${name}`, () => {
    assert.deepEqual(spans(acts), [...expected].toSorted())
    assert.deepEqual(spans(...acts.map((one) => [one])), [...expected].toSorted())
  })
}

test('tenures: a probation ends on the day before', () => {
  const [row] = tenuresAfter([], [appoint('2020-03-31', { probationMonths: 12 })], () => 't1')
  assert.equal(row?.probationUntil, '2021-03-30')
})
