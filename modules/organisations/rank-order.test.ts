import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Tenure } from './model.ts'
import { inRankOrder, rankOf } from './rank-order.ts'

const tenure = (person: string, rankNote: string | null = null, part: Partial<Tenure> = {}): Tenure => ({
  ...{ id: person, person, post: '副秘书长', bodyId: 'office', heldFrom: null, heldUntil: null, appointedBy: null },
  ...{ endedBy: null, endKind: null, probationUntil: null, rankNote },
  ...part,
})
const names = (...tenures: readonly Tenure[]) => inRankOrder(tenures).map(({ person }) => person)

test('rank order: right after the one who is named, right before where it says so', () => {
  assert.deepEqual(names(tenure('甲'), tenure('乙'), tenure('丙', '列甲之后')), ['甲', '丙', '乙'])
  assert.deepEqual(names(tenure('甲'), tenure('乙'), tenure('丙', '列乙同志之前')), ['甲', '丙', '乙'])
  assert.deepEqual(names(tenure('丙', '列甲之后'), tenure('甲'), tenure('乙')), ['甲', '丙', '乙'])
})

test('rank order: two after one stand in the order given; one after another who is ranked too follows that one', () => {
  assert.deepEqual(names(tenure('甲'), tenure('乙', '列甲之后'), tenure('丙', '列甲之后')), ['甲', '乙', '丙'])
  assert.deepEqual(names(tenure('丙', '列乙之后'), tenure('乙', '列甲之后'), tenure('甲')), ['甲', '乙', '丙'])
  assert.deepEqual(names(tenure('甲'), tenure('乙'), tenure('丁'), tenure('丙', '列甲、乙之后')), [
    '甲',
    '乙',
    '丙',
    '丁',
  ])
})

test('rank order: another post of the same body counts, the same name in another body does not', () => {
  const chief = tenure('甲', null, { post: '秘书长' })
  assert.deepEqual(names(chief, tenure('乙'), tenure('丙', '列甲之后')), ['甲', '丙', '乙'])
  const namesake = tenure('甲', null, { post: '局长', bodyId: 'bureau' })
  assert.deepEqual(names(namesake, tenure('乙'), tenure('丙', '列甲之后')), ['甲', '乙', '丙'])
  assert.deepEqual(names(tenure('乙'), tenure('丙', '列甲之后'), tenure('丁')), ['乙', '丙', '丁'])
})

test('rank order: two who name each other, or one who names himself, lose nobody', () => {
  assert.deepEqual(names(tenure('甲', '列乙之后'), tenure('乙', '列甲之后')).toSorted(), ['乙', '甲'].toSorted())
  assert.deepEqual(names(tenure('甲', '列甲之后'), tenure('乙')), ['甲', '乙'])
})

test('rank order: notes that rank by nobody', () => {
  assert.deepEqual(
    [null, '副县级', '职务自然免除', '列甲之后'].map((note) => rankOf(note)?.people ?? null),
    [null, null, null, ['甲']],
  )
})
