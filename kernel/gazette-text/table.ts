import { concat, type Joined, run } from './joined.ts'
import { type Line, shadowOf } from './lines.ts'
import { type Source, squeeze } from './source.ts'
import { barredTable } from './table-bars.ts'
import { cellTable } from './table-cells.ts'
import { columnsOf, isHeader, type Table } from './table-heads.ts'
import { dividedColumns, isHeadingRow } from './table-levels.ts'
import { isSameRow } from './table-pages.ts'
import { type Column, inherit, type RawCell, SERIAL, type ShapedRow, shape } from './table-rows.ts'
import { spacedRows } from './table-spaced.ts'

export type { Table } from './table-heads.ts'

/** Reads a table whose first line is `at`, in any of the shapes that copying leaves; null where there is none. */
export function readTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const shadow = shadowOf(lines[at])
  if (shadow.includes('|') || shadow.includes('\t')) {
    const rowPerLine = /\|.*\|.*\|/.test(shadow)
    return delimitedTable(source, lines, at) ?? (rowPerLine ? null : barredTable(source, lines, at))
  }
  if (/^\s*(?:序|编)\s*号\s/.test(shadow)) return spacedTable(source, lines, at)
  if (shadow.length > 30) return null
  // a bar alone below the first heading, or one before the second
  return /^\|[^|]*$/.test(shadowOf(lines[at + 1])) ? barredTable(source, lines, at) : cellTable(source, lines, at)
}

// ---- one row a line, cells between | or tabs

/** Rows without one that can be read, after which it is no table: looking on for each would grow with their square. */
const FRUITLESS = 40

function delimitedTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const mark = shadowOf(lines[at]).includes('|') ? '|' : '\t'
  const cellsAt = (i: number) =>
    shadowOf(lines[i]).includes(mark) && lines[i] ? cellsOf(source, lines[i], mark) : null
  const head = [0, 1, 2, 3].find((n) => isHeader((cellsAt(at + n) ?? []).map((cell) => cell.value.shadow)))
  if (head === undefined) return null
  const top = [0, 1, 2, 3].slice(0, head + 1).map((n) => cellsAt(at + n))
  if (top.some((row) => row === null)) return null
  const below = cellsAt(at + head + 1)
  const lower = below && isHeadingRow(below) ? below : null
  const levels = lower ? [...top, lower] : top
  const columns = columnsBelow(
    levels,
    [1, 2, 3, 4, 5].flatMap((n) => [cellsAt(at + levels.length - 1 + n) ?? []]),
  )
  const rows: ShapedRow[] = []
  const headings = levels.flatMap((row) => row ?? [])
  let length = levels.length
  for (let row = cellsAt(at + length); row; row = cellsAt(at + length)) {
    if (rows.length === 0 && length > FRUITLESS) return null
    length += 1
    const more = row.length < columns.length ? cellsAt(at + length) : null
    const broken = more && !SERIAL.test(more[0]?.value.shadow ?? '') && row.length + more.length - 1 === columns.length
    if (broken) length += 1
    const whole = broken ? mend(row, more) : row
    if (levels.some((row) => row !== null && isSameRow(whole, row))) headings.push(...whole)
    else {
      const ruled = whole.every((cell) => /^[-：\s]*$/.test(cell.value.shadow))
      const shaped = ruled ? null : shape(columns, whole)
      if (shaped) rows.push(shaped)
    }
  }
  if (rows.length === 0) return null
  return { headings: headings.map((cell) => cell.value), rows: inherit(rows), length }
}

/** The columns that the last row of headings names, together with those of the row above that it divides. */
function columnsBelow(
  levels: readonly (readonly RawCell[] | null)[],
  rows: readonly (readonly RawCell[])[],
): readonly Column[] {
  const [upper, lower] = [levels.at(-2) ?? [], levels.at(-1) ?? []]
  return (isHeadingRow(upper) ? dividedColumns({ upper, lower }, rows) : null) ?? columnsOf(lower)
}

/** One row a line with spaces between its cells. */
function spacedTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const found = spacedRows(source, lines, {
    at,
    wide: (head) => columnsOf(head).findIndex(({ role }) => role === 'text' || role === 'target'),
  })
  if (found === null || !isHeader(found.head.map((cell) => squeeze(cell.value.shadow)))) return null
  const rows = found.rows.map((row) => shape(columnsOf(found.head), row)).filter((row) => row !== null)
  return { headings: found.head.map((cell) => cell.value), rows: inherit(rows), length: found.length }
}

/** A row that a line break inside a cell cut in two. */
function mend(row: readonly RawCell[], rest: readonly RawCell[]): readonly RawCell[] {
  const [last, first] = [row.at(-1), rest[0]]
  if (!last || !first) return [...row, ...rest]
  const joined = { lines: [...last.lines, ...first.lines], value: concat([last.value, first.value], '') }
  return [...row.slice(0, -1), joined, ...rest.slice(1)]
}

function cellsOf(source: Source, line: Line, mark: string): readonly RawCell[] {
  const cells: RawCell[] = []
  let from = line.start
  for (let i = line.start; i <= line.end; i += 1) {
    if (i < line.end && source.shadow[i] !== mark) continue
    const value = trimmedRun(source, from, i)
    cells.push({ lines: [line], value })
    from = i + 1
  }
  if (cells.length > 1 && cells[0]?.value.text === '') cells.shift()
  if (cells.length > 1 && cells.at(-1)?.value.text === '') cells.pop()
  return cells
}

function trimmedRun(source: Source, from: number, to: number): Joined {
  let [start, end] = [from, to]
  while (start < end && /\s/.test(source.shadow[start] ?? '')) start += 1
  while (end > start && /\s/.test(source.shadow[end - 1] ?? '')) end -= 1
  return run(source, start, end)
}
