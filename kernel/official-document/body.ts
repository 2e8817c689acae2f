import { writeChineseNumeral } from '../numeral/index.ts'
import { breakLines, type Face, type Flowing, type Line, type TableBlock, type TableRow } from '../typesetting/index.ts'
import { flowing, paragraph } from './blocks.ts'
import type { BodyItem, BodyTable, Heading } from './content.ts'
import { officialGrid, SIZE_4, styleOf } from './grid.ts'

const FACES: Readonly<Record<Heading['level'], Face>> = { 1: 'heiti', 2: 'kaiti', 3: 'fangsong', 4: 'fangsong' }
/** Places of the grid kept free in a cell, left and right together. */
const CELL_PADDING = 0.6

/** Body or attachment: paragraphs two characters in, numbered ones with their label, tables of 四号. */
export function bodyBlocks(items: readonly BodyItem[]): readonly Flowing[] {
  const counts = [0, 0, 0, 0]
  return items.flatMap((item) => {
    if (item.kind === 'text') return [flowing(paragraph('body', [{ text: item.text, face: 'fangsong' }], 2))]
    if (item.kind === 'heading') return [headed(item, labelOf(item.level, counts))]
    const title = item.title === null ? [] : [flowing(tableTitle(item.title), { held: 1 })]
    return [...title, flowing(tableBlock(item.table))]
  })
}

/** A heading before its text in the same paragraph is closed with a mark, its own or 。 */
export function headWords({ heading, text }: Heading): string {
  return text === '' || /[。：；！？]$/.test(heading) ? heading : `${heading}。`
}

function headed(item: Heading, label: string): Flowing {
  const { level, text } = item
  const runs = [
    { text: `${label}${headWords(item)}`, face: FACES[level] },
    { text, face: 'fangsong' as const },
  ]
  return flowing(paragraph(text === '' ? `heading-${level}` : 'body', runs, 2), { held: text === '' ? 2 : 0 })
}

/** Counts on at that level and begins the deeper ones anew. */
export function labelOf(level: Heading['level'], counts: number[]): string {
  const count = (counts[level - 1] ?? 0) + 1
  counts[level - 1] = count
  counts.fill(0, level)
  switch (level) {
    case 1:
      return `${writeChineseNumeral(count)}、`
    case 2:
      return `（${writeChineseNumeral(count)}）`
    case 3:
      return `${count}.`
    default:
      return `（${count}）`
  }
}

function tableTitle(title: string): Flowing['block'] {
  const room = { width: officialGrid.characters, first: 0, left: 0, right: 0 }
  const lines = breakLines([{ text: title, face: 'heiti' }], room).map((line) => centred(line, officialGrid.characters))
  const style = styleOf('table-title', { align: 'centre' })
  return { kind: 'text', style, runs: [{ text: title, face: 'heiti' }], lines }
}

function tableBlock(table: BodyTable): TableBlock {
  const shares = table.widths ?? table.head.map(() => 1)
  const total = shares.reduce((sum, share) => sum + share, 0)
  const widths = shares.map((share) => (share / total) * officialGrid.characters)
  return {
    kind: 'table',
    style: styleOf('table', { size: SIZE_4, align: 'centre' }),
    padding: CELL_PADDING,
    widths,
    head: rowOf(table.head, widths, 'heiti'),
    rows: table.rows.map((row) => rowOf(row, widths, 'fangsong')),
  }
}

function rowOf(texts: readonly string[], widths: readonly number[], face: Face): TableRow {
  const cells = texts.map((text, i) => {
    const width = (((widths[i] ?? 0) - CELL_PADDING) * officialGrid.characterPitch) / SIZE_4
    const runs = [{ text, face }]
    const lines = breakLines(runs, { width: Math.max(1, width), first: 0, left: 0, right: 0 })
    return { runs, lines: lines.map((line) => centred(line, width)) }
  })
  return { cells, height: Math.max(...cells.map(({ lines }) => lines.length)) }
}

function centred(line: Line, width: number): Line {
  return { ...line, indent: (width - line.width) / 2, spread: 0 }
}
