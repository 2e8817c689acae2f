import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { blankTask } from '../task-edit.ts'
import { circled, type Piece, piecesOf, type ShownMark, shownMarks } from './mark-pieces.ts'

const mark = (kind: ShownMark['kind'], start: number, end: number): ShownMark => ({
  kind,
  start,
  end,
  number: '',
  current: false,
})

function drawn(pieces: readonly Piece[]): string {
  return pieces.map((piece) => ('mark' in piece ? `[${drawn(piece.pieces)}]` : piece.text)).join('')
}

const table = [
  ['none', [], '六月底前达到九成'],
  ['one', [mark('deadline', 0, 4)], '[六月底前]达到九成'],
  ['one inside another', [mark('target', 0, 8), mark('deadline', 0, 4)], '[[六月底前]达到九成]'],
  ['one across another is cut', [mark('deadline', 0, 4), mark('target', 2, 8)], '[六月[底前]][达到九成]'],
  ['beyond the text', [mark('target', 6, 99)], '六月底前达到[九成]'],
  ['empty', [mark('target', 3, 3)], '六月底前达到九成'],
] as const
for (const [name, marks, expected] of table) {
  test(`piecesOf: ${name}`, () => assert.equal(drawn(piecesOf('六月底前达到九成', marks)), expected))
}

const places = fc.tuple(fc.nat(12), fc.nat(12)).map(([a, b]) => mark('lead', Math.min(a, b), Math.max(a, b)))

test('piecesOf: whatever the marks, the text is the text, and each piece knows its place', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 10 }), fc.array(places), (text, marks) => {
      const leaves: Piece[] = []
      const walk = (pieces: readonly Piece[]): void => {
        for (const piece of pieces) 'mark' in piece ? walk(piece.pieces) : leaves.push(piece)
      }
      walk(piecesOf(text, marks))
      assert.equal(leaves.map((leaf) => ('text' in leaf ? leaf.text : '')).join(''), text)
      for (const leaf of leaves) {
        if ('text' in leaf) assert.equal(text.slice(leaf.at, leaf.at + leaf.text.length), leaf.text)
      }
    }),
  )
})

const clause = '6月底前建成，7月底前用好。牵头单位：甲局、乙局；责任单位：丙局'
const read = [
  { kind: 'deadline' as const, index: 0, span: { start: 0, end: 4 } },
  { kind: 'deadline' as const, index: 1, span: { start: 7, end: 11 } },
  { kind: 'lead' as const, index: 0, span: { start: 19, end: 21 } },
  { kind: 'lead' as const, index: 1, span: { start: 22, end: 24 } },
  { kind: 'support' as const, index: 0, span: { start: 30, end: 32 } },
]
const current = {
  ...blankTask('a'),
  dates: [
    { typed: '2021-07-31', from: { phrase: '7月底前', kind: 'by', due: null, start: null, rule: null, index: 1 } },
  ],
} as const

test('shownMarks: names in a row are one, deadlines numbered, those of the task in hand stand out', () => {
  const marks = shownMarks({ text: clause, marks: read, tasks: [current], current })
  assert.deepEqual(
    marks.map(({ kind, number, start, end, current: own }) => [kind, number, clause.slice(start, end), own]),
    [
      ['deadline', '①', '6月底前', false],
      ['deadline', '②', '7月底前', true],
      ['lead', '', '甲局、乙局', false],
      ['support', '', '丙局', false],
    ],
  )
})

test('shownMarks: what a person took from the text is marked too', () => {
  const typed = { ...blankTask('a'), dates: [{ typed: '7月底前', from: null }], supports: ['丙局'] }
  const marks = shownMarks({ text: clause, marks: [], tasks: [typed], current: null })
  assert.deepEqual(
    marks.map(({ kind, start }) => [kind, start]),
    [
      ['deadline', 7],
      ['support', 30],
    ],
  )
})

const rings = [
  [1, '①'],
  [20, '⑳'],
  [21, '(21)'],
] as const
for (const [number, expected] of rings) {
  test(`circled: ${number}`, () => assert.equal(circled(number), expected))
}
