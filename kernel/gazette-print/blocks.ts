import { breakTitle } from '../official-document/index.ts'
import {
  breakLines,
  type Face,
  type Flowing,
  type Grid,
  type Line,
  type PieceBlock,
  type Run,
  type Style,
  type TableBlock,
  type TableRow,
  type TextBlock,
  widthOf,
} from '../typesetting/index.ts'
import type { Article, Paragraph } from './articles.ts'

/** A4, 160 × 240 mm of type: 28 lines of 32 characters of 四号. */
export const gazetteGrid: Grid = {
  paper: { width: 210, height: 297 },
  margins: { top: 28, left: 25, right: 25, bottom: 29 },
  lines: 28,
  characters: 32,
  linePitch: 24.25,
  characterPitch: (160 * 72) / 25.4 / 32,
  size: 14,
}

const TITLE_SIZE = 20
const TABLE_SIZE = 12
/** Places of the grid kept free in a cell, left and right together. */
const CELL_PADDING = 0.6

export function styleOf(role: string, rest: Partial<Style> = {}): Style {
  return { role, size: gazetteGrid.size, ink: 'black', align: 'justified', first: 0, left: 0, right: 0, ...rest }
}

export function flowing(block: Flowing['block'], bound: Partial<Omit<Flowing, 'block'>> = {}): Flowing {
  return { block, onNewPage: false, held: 0, ...bound }
}

export const blank = (lines: number): Flowing => flowing({ kind: 'blank', lines })

/** A paragraph, its first line indented so many characters. */
export function paragraph(role: string, runs: readonly Run[], first = 0): TextBlock {
  const lines = breakLines(runs, { width: gazetteGrid.characters, first, left: 0, right: 0 })
  return { kind: 'text', style: styleOf(role, { first }), runs, lines }
}

/** Centred lines of one size, broken between words where five lines hold them. */
export function centred(role: string, text: string, { face, size }: { face: Face; size: number }): TextBlock {
  const room = Math.floor((gazetteGrid.characters * gazetteGrid.characterPitch) / size)
  const runs = [{ text, face }]
  const shaped = breakTitle(text, [], room)?.map((line) => lineOf([{ text: line, face }]))
  const broken = shaped ?? breakLines(runs, { width: room, first: 0, left: 0, right: 0 })
  const lines = broken.map((line): Line => ({ ...line, indent: (room - line.width) / 2, spread: 0 }))
  return { kind: 'text', style: styleOf(role, { size, align: 'centre' }), runs, lines }
}

function lineOf(runs: readonly Run[]): Line {
  return { runs, width: runs.reduce((sum, { text }) => sum + widthOf(text), 0), indent: 0, spread: 0 }
}

/** Text that ends so many places before the right edge. */
function atRight(role: string, text: string, places: number): PieceBlock {
  const runs = [{ text, face: 'fangsong' as const }]
  return {
    kind: 'pieces',
    style: styleOf(role),
    pieces: [{ at: gazetteGrid.characters - places, align: 'right', runs }],
    seals: [],
  }
}

/** An article, from the top of a page unless it goes on. The last lines of a text stay with its signature. */
export function articleBlocks({ paragraphs, goesOn }: Article): readonly Flowing[] {
  const blocks = paragraphs.flatMap((one, i) => {
    const next = paragraphs[i + 1]
    const signs = next?.role === 'signature' && one.role !== 'signature'
    return blocksOf(one).map((flow, n, all): Flowing => {
      const last = n === all.length - 1
      return signs && last && flow.block.kind === 'text' ? { ...flow, held: 2 } : flow
    })
  })
  if (goesOn) return [blank(2), ...blocks]
  return blocks.map((flow, i) => (i === 0 ? { ...flow, onNewPage: true } : flow))
}

function blocksOf(one: Paragraph): readonly Flowing[] {
  if (one.role === 'table') return [flowing(tableBlock(one.rows))]
  switch (one.role) {
    case 'masthead':
      return [flowing(centred('masthead', one.text, { face: 'xiaobiaosong', size: 16 }), { held: 1 })]
    case 'number':
      return [flowing(centred('number', one.text, { face: 'fangsong', size: gazetteGrid.size }), { held: 1 }), blank(1)]
    case 'title':
      return [flowing(centred('title', one.text, { face: 'xiaobiaosong', size: sizeOfTitle(one.text) })), blank(1)]
    case 'addressees':
      return [flowing(paragraph('addressees', [{ text: one.text, face: 'fangsong' }]))]
    case 'signature':
      return [flowing(atRight('signature', one.text, 2), { held: 1 })]
    case 'date':
      return [flowing(atRight('date', one.text, 2))]
    case 'annex':
      return [flowing(paragraph('annex', [{ text: one.text, face: 'heiti' }]), { onNewPage: true, held: 1 })]
    case 'annex-title':
      return [
        blank(1),
        flowing(centred('annex-title', one.text, { face: 'xiaobiaosong', size: sizeOfTitle(one.text) })),
        blank(1),
      ]
    default:
      return [flowing(paragraph('body', bodyRuns(one.text), 2))]
  }
}

/** A title that nearly fits a line is set smaller, so that it stands on one. */
function sizeOfTitle(text: string): number {
  const room = gazetteGrid.characters * gazetteGrid.characterPitch
  return widthOf(text) * TITLE_SIZE > room && widthOf(text) * 16 <= room ? 16 : TITLE_SIZE
}

const HEADINGS: readonly (readonly [RegExp, Face])[] = [
  [/^第[一二三四五六七八九十百]+(?:条|章.{0,20}$)/, 'heiti'],
  [/^[一二三四五六七八九十]+、[^。：；]{0,40}/, 'heiti'],
  [/^（[一二三四五六七八九十]+）[^。：；]{0,40}/, 'kaiti'],
]

/** A numbered paragraph begins in the face of its level, up to the end of its heading. */
function bodyRuns(text: string): readonly Run[] {
  for (const [begins, face] of HEADINGS) {
    const heading = begins.exec(text)?.[0]
    if (heading === undefined) continue
    const rest = text.slice(heading.length)
    return rest === ''
      ? [{ text: heading, face }]
      : [
          { text: heading, face },
          { text: rest, face: 'fangsong' },
        ]
  }
  return [{ text, face: 'fangsong' }]
}

function tableBlock(rows: readonly (readonly string[])[]): TableBlock {
  const [head = [], ...rest] = rows
  const wide = head.map((_cell, i) => Math.max(2, Math.min(12, Math.max(...rows.map((row) => widthOf(row[i] ?? ''))))))
  const total = wide.reduce((sum, width) => sum + width, 0)
  const widths = wide.map((width) => (width / total) * gazetteGrid.characters)
  return {
    kind: 'table',
    style: styleOf('table', { size: TABLE_SIZE, align: 'centre' }),
    padding: CELL_PADDING,
    widths,
    head: rowOf(head, widths, 'heiti'),
    rows: rest.map((row) => rowOf(row, widths, 'fangsong')),
  }
}

function rowOf(texts: readonly string[], widths: readonly number[], face: Face): TableRow {
  const cells = texts.map((text, i) => {
    const width = Math.max(1, (((widths[i] ?? 0) - CELL_PADDING) * gazetteGrid.characterPitch) / TABLE_SIZE)
    const runs = [{ text, face }]
    const lines = breakLines(runs, { width, first: 0, left: 0, right: 0 })
    return { runs, lines: lines.map((line) => ({ ...line, indent: (width - line.width) / 2, spread: 0 })) }
  })
  return { cells, height: Math.max(...cells.map(({ lines }) => lines.length)) }
}
