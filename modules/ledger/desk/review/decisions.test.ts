import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Decision } from '../shapes.ts'
import { decisionRows, placeWords } from './decisions.ts'

const decision = (code: Decision['code'], label: string, more: Partial<Decision> = {}): Decision => ({
  code,
  message: '没有牵头单位',
  blocking: true,
  name: null,
  line: null,
  candidates: [],
  measures: [{ id: label, label }],
  ...more,
})

test('decisionRows: clauses without a lead are one row a document', () => {
  const rows = decisionRows([
    decision('lead-missing', '甲发1号 一'),
    decision('lead-missing', '甲发1号 二'),
    decision('lead-missing', '乙发2号 一'),
    decision('name-unknown', '甲发1号 一', { name: '某局', message: '某局不在名录中' }),
  ])
  assert.deepEqual(
    rows.map(({ message, measures }) => [message, measures.length]),
    [
      ['2 条措施没有印出牵头单位，指定后才能确认', 2],
      ['没有牵头单位', 1],
      ['某局不在名录中', 1],
    ],
  )
})

const places = [
  ['a line and a clause', decision('reading', '甲发1号 一', { line: 455 }), ['第 455 行', '甲发1号 一']],
  [
    'several clauses',
    decision('name-unknown', '', {
      measures: [
        { id: '1', label: '甲发1号 一' },
        { id: '2', label: '乙' },
      ],
    }),
    ['甲发1号 一 等 2 条'],
  ],
  ['of the whole text', decision('reading', '', { measures: [] }), []],
] as const
for (const [name, given, expected] of places) {
  test(`placeWords: ${name}`, () => assert.deepEqual(placeWords(given), expected))
}
