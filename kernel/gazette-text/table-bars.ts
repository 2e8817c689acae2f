import { concat, type Joined, joinLines, NOTHING, run } from './joined.ts'
import { type Line, part, shadowOf } from './lines.ts'
import { isPartyName } from './parties.ts'
import type { Source } from './source.ts'
import { rowsOf } from './table-cells.ts'
import { columnsOf, isHeader, isHeading, type Table } from './table-heads.ts'
import { withoutPageHeads } from './table-pages.ts'
import { type Column, inherit, type RawCell, SERIAL, type ShapedRow, shape } from './table-rows.ts'

/** A cell, or null where two bars stand with nothing between: an empty cell, or the end of a row. */
type BarCell = RawCell | null

const AHEAD = 6
/** A heading row ends within so many lines: what begins no table costs no more than these. */
const HEAD_LINES = 60
/** A heading row begins with one of these, behind the cells of a title. */
const FIRST_CELLS = 4
const FIRST_PIECES = 8
const EMPTY: RawCell = { lines: [], value: NOTHING }

/**
 * A table whose cells stand between bars in any way that copying leaves them: bars on lines of their own, behind each
 * cell, or before cells of several lines. Rows are told by their numbers, else by two bars, else by their count.
 */
export function barredTable(source: Source, lines: readonly Line[], at: number): Table | null {
  if (!mayHead(lines, at)) return null
  if (headRow(barCells(source, lines.slice(at, at + HEAD_LINES), 0).cells) === null) return null
  const region = barCells(source, lines, at)
  const head = headRow(region.cells)
  if (head === null) return null
  const columns = columnsOf(head.cells)
  const { cells, again } = withoutPageHeads(region.cells.slice(head.end), head.cells)
  const rows = barRows(columns, cells)
  if (rows.length === 0) return null
  const headings = [...region.cells.slice(0, head.end).filter((cell) => cell !== null), ...again]
  return { headings: headings.map((cell) => cell.value), rows: inherit(rows), length: region.length }
}

/** Whether a heading is among the first few cells: a quick look, taken at every line of a region that is no table. */
function mayHead(lines: readonly Line[], at: number): boolean {
  let [pieces, cells] = [0, 0]
  let open = false
  for (let i = at; i < lines.length && i < at + HEAD_LINES && pieces < FIRST_PIECES; i += 1) {
    const shadow = shadowOf(lines[i])
    const split = shadow.includes('|') ? shadow.split('|') : [shadow]
    for (const [n, piece] of split.entries()) {
      if (n > 0 && open) cells += 1
      if (cells === FIRST_CELLS) return false
      const words = piece.trim()
      open = words !== '' || (n === 0 && open)
      if (words === '') continue
      if (isHeading(words)) return true
      pieces += 1
    }
  }
  return false
}

/** The cells of the region of bars that begins at line `at`, and how many lines it takes. */
function barCells(
  source: Source,
  lines: readonly Line[],
  at: number,
): { readonly cells: readonly BarCell[]; readonly length: number } {
  const cells: BarCell[] = []
  let pending: Line[] = []
  const close = () => {
    cells.push(pending.length === 0 ? null : { lines: pending, value: cellText(source, pending) })
    pending = []
  }
  const barred = (n: number) => shadowOf(lines[n]).includes('|')
  let bar = at
  const closing = /^\||\|$/.test(shadowOf(lines[at]))
  let i = at
  for (; i < lines.length; i += 1) {
    const line = lines[i]
    if (!line) break
    while (bar < i || (bar <= i + AHEAD && !barred(bar))) bar += 1
    const last = bar > i + AHEAD
    if (last && (closing || shadowOf(lines[i - 1]) !== '|' || isNote(shadowOf(line)))) break
    if (barred(i)) {
      let from = line.start
      for (const [n, piece] of line.shadow.split('|').entries()) {
        if (n > 0) close()
        if (piece.trim() !== '') pending.push(part(line, { start: from, end: from + piece.length }))
        from += piece.length + 1
      }
    } else pending.push(line)
    if (!last) continue
    i += 1
    break
  }
  if (pending.length > 0) close()
  return { cells, length: i - at }
}

function isNote(shadow: string): boolean {
  return /^(?:注|备注|说明|附)/.test(shadow)
}

/** The lines of one cell; names one under the other stay apart. */
function cellText(source: Source, lines: readonly Line[]): Joined {
  const names = lines.length > 1 && lines.every((line) => isPartyName(shadowOf(line)))
  return names
    ? concat(
        lines.map((line) => run(source, line.start, line.end)),
        '\n',
      )
    : joinLines(source, lines)
}

/** The heading row, below a title that takes a whole row; null where none of the first two rows is one. */
function headRow(cells: readonly BarCell[]): { readonly cells: readonly RawCell[]; readonly end: number } | null {
  let from = cells.findIndex((cell) => cell !== null)
  for (let tries = 0; tries < 2 && from >= 0; tries += 1) {
    const head = headFrom(cells, from)
    if (head.length > 1 && head.length < 20 && isHeader(head.map((cell) => cell.value.shadow)))
      return { cells: head, end: from + head.length }
    const gap = cells.findIndex((cell, i) => i > from && i < from + 4 && cell === null)
    from = gap < 0 ? -1 : cells.findIndex((cell, i) => i > gap && cell !== null)
  }
  return null
}

/** Headings up to two bars; behind 序号 everything up to the first number, words unknown among it. */
function headFrom(cells: readonly BarCell[], from: number): readonly RawCell[] {
  const listed = /^(?:序号|编号)$/.test(cells[from]?.value.shadow.replace(/\s/g, '') ?? '')
  const head: RawCell[] = []
  for (let i = from; i < cells.length; i += 1) {
    const cell = cells[i]
    if (!cell || (listed ? SERIAL.test(cell.value.shadow) : !isHeading(cell.value.shadow))) break
    head.push(cell)
  }
  return head
}

function barRows(columns: readonly Column[], cells: readonly BarCell[]): readonly ShapedRow[] {
  if (!cells.includes(null))
    return rowsOf(
      columns,
      cells.filter((cell) => cell !== null),
      true,
    ).rows
  const rows = bySerial(columns, cells) ?? splitAtNull(cells)
  return rows.map((row) => shape(columns, row)).filter((row) => row !== null)
}

/** Rows that begin with 1, 2, 3 and have empty cells among their cells; null where two bars only end rows. */
function bySerial(columns: readonly Column[], cells: readonly BarCell[]): readonly (readonly RawCell[])[] | null {
  if (columns[0]?.role !== 'serial') return null
  const split = splitAtNull(cells)
  if (split.every((row) => row.length * 2 > columns.length)) return null
  const starts = cells.flatMap((cell, i) => {
    const opens = cell !== null && SERIAL.test(cell.value.shadow) && (i === 0 || cells[i - 1] === null)
    return opens ? [i] : []
  })
  if (starts.length === 0) return null
  const ended = starts.length > 1 || cells.at(-1) === null
  return starts.map((start, n) => {
    const row = cells.slice(start, starts[n + 1] ?? cells.length)
    const own = ended && row.at(-1) === null ? row.slice(0, -1) : row
    return own.length === columns.length ? own.map((cell) => cell ?? EMPTY) : own.filter((cell) => cell !== null)
  })
}

function splitAtNull(cells: readonly BarCell[]): readonly (readonly RawCell[])[] {
  const rows: RawCell[][] = [[]]
  for (const cell of cells) {
    if (cell === null) rows.push([])
    else rows.at(-1)?.push(cell)
  }
  return rows.filter((row) => row.length > 0)
}
