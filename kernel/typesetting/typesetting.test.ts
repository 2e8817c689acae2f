import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { breakLines } from './break-lines.ts'
import { fillPages } from './fill-pages.ts'
import type { Flowing, Line, Run } from './model.ts'

const textOf = ({ runs }: Line) => runs.map(({ text }) => text).join('')
const broken = (text: string, width: number) =>
  breakLines([{ text, face: 'fangsong' }], { width, first: 0, left: 0, right: 0 }).map(textOf)

test('lines: no closing mark begins one, no opening mark ends one, numbers stay whole', () => {
  assert.deepEqual(broken('一二三四五，六七八', 5), ['一二三四', '五，六七八'])
  assert.deepEqual(broken('一二三四（五六）七', 5), ['一二三四', '（五六）七'])
  assert.deepEqual(broken('一二三四2021年', 5), ['一二三四', '2021年'])
  assert.deepEqual(broken('一二三四……五', 5), ['一二三', '四……五'])
})

test('lines: where nothing may be parted, the line is cut at its end', () => {
  assert.deepEqual(broken('。。。。。。。', 5), ['。。。。。', '。。'])
  assert.deepEqual(broken('abcdefghijklmn', 5), ['abcdefghij', 'klmn'])
})

test('lines: all but the last are spread to the edge', () => {
  const lines = breakLines([{ text: '一二三四五，六', face: 'heiti' }], { width: 5, first: 0, left: 0, right: 0 })
  assert.deepEqual(
    lines.map(({ width, spread }) => width + spread),
    [5, 3],
  )
})

test('lines: any text keeps its characters and faces in order, no line is longer than its room', () => {
  const piece = fc.string({ unit: fc.constantFrom(...'公文，。（）“”—…《》12a. 七') })
  const runs = fc.array(fc.record({ text: piece, face: fc.constantFrom('fangsong' as const, 'heiti' as const) }))
  fc.assert(
    fc.property(runs, fc.integer({ min: 3, max: 28 }), (all, width) => {
      const lines = breakLines(all, { width, first: 2, left: 0, right: 0 })
      const faces = (some: readonly Run[]) => some.flatMap(({ text, face }) => [...text].map((one) => `${one}${face}`))
      assert.deepEqual(faces(lines.flatMap((line) => [...line.runs])), faces(all))
      for (const line of lines) assert.ok(line.indent + line.width <= width)
    }),
  )
})

const block = (count: number, rest: Partial<Flowing> = {}): Flowing => ({
  block: { kind: 'blank', lines: 1 },
  onNewPage: false,
  held: 0,
  ...rest,
  ...(count > 0 ? { block: textBlock(count) } : {}),
})

function textBlock(count: number): Flowing['block'] {
  const line: Line = { runs: [{ text: '文', face: 'fangsong' }], width: 1, indent: 0, spread: 0 }
  const style = { role: 'body', size: 16, ink: 'black', align: 'justified', first: 0, left: 0, right: 0 } as const
  return { kind: 'text', style, runs: line.runs, lines: Array(count).fill(line) }
}

const shape = (flow: readonly Flowing[], lines: number) =>
  fillPages(flow, lines).map((page) => page.map(({ from, to, at }) => [from, to, at]))

test('pages: the last two lines go with what they are held to; a page begins with no blank line', () => {
  assert.deepEqual(shape([block(9, { held: 2 }), block(0, { held: 1 }), block(1)], 10), [
    [[0, 7, 0]],
    [
      [7, 9, 0],
      [0, 1, 2],
      [0, 1, 3],
    ],
  ])
  assert.deepEqual(shape([block(10), block(0), block(1)], 10), [[[0, 10, 0]], [[0, 1, 0]]])
})

test('pages: what begins a page does so, and what is held together but higher than a page flows on', () => {
  assert.deepEqual(shape([block(2), block(3, { onNewPage: true })], 10), [[[0, 2, 0]], [[0, 3, 0]]])
  const held = Array.from({ length: 6 }, () => block(2, { held: 2 }))
  assert.deepEqual(
    shape(held, 4).map((page) => page.length),
    [2, 2, 2],
  )
})
