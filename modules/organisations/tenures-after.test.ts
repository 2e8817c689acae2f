import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { type PlacedAct, type TenureRow, tenuresAfter } from './tenures-after.ts'

const act = (action: PlacedAct['action'], date: string, part: Partial<PlacedAct> = {}): PlacedAct => ({
  ...{ action, date: plainDate(date), document: `${date}号`, person: '甲', post: '科长', postId: 'p1' },
  ...{ probationMonths: null, note: null, place: 0 },
  ...part,
})
const appoint = (date: string, part?: Partial<PlacedAct>) => act('appoint', date, part)
const remove = (date: string, part?: Partial<PlacedAct>) => act('remove', date, part)

/** From and until of all tenures after the acts, taken in at once or one after the other. */
function spans(...batches: readonly (readonly PlacedAct[])[]): readonly (readonly (string | null)[])[] {
  let ids = 0
  let held: readonly TenureRow[] = []
  for (const acts of batches) {
    const { gone, written } = tenuresAfter(held, { acts, newId: () => `t${++ids}` })
    held = [...held.filter(({ id }) => !gone.includes(id)), ...written]
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
    'appointed again without a removal: one follows the other',
    [first, again, goneAgain],
    [
      ['2018-01-01', '2020-01-01'],
      ['2020-01-01', '2021-01-01'],
    ],
  ],
  [
    'lapsed and given again by one document on one day',
    [first, appoint('2020-01-01'), act('lapse', '2020-01-01')],
    [
      ['2018-01-01', '2020-01-01'],
      ['2020-01-01', null],
    ],
  ],
  [
    'given and lapsed on one day, the beginning older than the record',
    [again, act('lapse', '2020-01-01')],
    [
      [null, '2020-01-01'],
      ['2020-01-01', null],
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

test('tenures: documents come in any order', () => {
  const acts = [first, gone, again, goneAgain]
  const orders = acts.flatMap((a) => acts.flatMap((b) => acts.flatMap((c) => acts.map((d) => [a, b, c, d]))))
  for (const order of orders.filter((one) => new Set(one).size === 4)) {
    assert.deepEqual(spans(...order.map((one) => [one])), spans(acts))
  }
})

test('tenures: an appointment keeps its id, whatever ends it', () => {
  let ids = 0
  const newId = () => `t${++ids}`
  const ended = tenuresAfter([], { acts: [gone], newId }).written
  const filled = tenuresAfter(ended, { acts: [first], newId })
  assert.deepEqual([filled.gone, filled.written.map(({ id }) => id)], [['t1'], ['t2']])
  const late = tenuresAfter(filled.written, { acts: [remove('2018-06-01')], newId })
  assert.deepEqual(
    late.written.map(({ id, heldFrom, heldUntil }) => [id, heldFrom, heldUntil]),
    [
      ['t2', '2018-01-01', '2018-06-01'],
      ['t3', null, '2019-01-01'],
    ],
  )
})

test('tenures: what a corrected text no longer prints is taken back', () => {
  let ids = 0
  const newId = () => `t${++ids}`
  const held = tenuresAfter([], { acts: [first, gone], newId }).written
  const corrected = { ...first, date: plainDate('2018-02-01') }
  const { gone: taken, written } = tenuresAfter(held, { acts: [corrected], withdrawn: [first, gone], newId })
  assert.deepEqual(taken, ['t1'])
  assert.deepEqual(
    written.map(({ heldFrom, heldUntil }) => [heldFrom, heldUntil]),
    [['2018-02-01', null]],
  )
  assert.deepEqual(tenuresAfter(held, { acts: [], withdrawn: [first, gone], newId }), { gone: ['t1'], written: [] })
})

test('tenures: a probation ends on the day before', () => {
  const acts = [appoint('2020-03-31', { probationMonths: 12 })]
  const [row] = tenuresAfter([], { acts, newId: () => 't1' }).written
  assert.equal(row?.probationUntil, '2021-03-30')
})
