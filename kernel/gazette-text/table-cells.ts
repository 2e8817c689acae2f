import { joinLines } from './joined.ts'
import { type Line, shadowOf } from './lines.ts'
import { RANK, readNumbering } from './numbering.ts'
import { type Source, squeeze } from './source.ts'
import { fitScores } from './table-fit.ts'
import { columnsOf, isHeader, isHeading, type Table } from './table-heads.ts'
import { withoutPageHeads } from './table-pages.ts'
import { type Column, fit, inherit, type RawCell, SERIAL, type ShapedRow, shape } from './table-rows.ts'

/** So many cells below the headings show how wide a row is. */
const NEAR = 80
/** So many lines are read at first, and twice as many while the table reaches near their end. */
const REGION = 256
/** Rows stand no further from each other. */
const FAR = 40
const AFTER_TABLE = /^(?:抄送|注\s*：|备注|说明|附件|附\s*：|（|\d{4}\s*年\s*\d{1,2}\s*月)|[。！]./

/** A table with one cell a line and no bars: its rows are told by their numbers, else by their count. */
export function cellTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const found = headerCells(source, lines, at)
  const head = found && withoutTitle(lines.slice(at + found.length, at + found.length + NEAR), found)
  if (head === null || head.length < 2 || !isHeader(head.map((cell) => cell.value.shadow))) return null
  for (let size = REGION; ; size *= 2) {
    const table = tableWithin(source, lines.slice(at, at + size), head)
    if (table === null || table.length + REGION / 2 < size || at + size >= lines.length) return table
  }
}

function tableWithin(source: Source, lines: readonly Line[], head: readonly RawCell[]): Table | null {
  const columns = columnsOf(head)
  const region = plainRegion(source, lines.slice(head.length), columns)
  const { cells, again } = withoutPageHeads(region, head)
  const kept = cells.filter((cell) => cell !== null)
  const read = rowsOf(columns, kept, false)
  if (read.rows.length === 0) return null
  const end = kept[read.used - 1]?.lines[0]?.no ?? 0
  const above = again.filter((cell) => (cell.lines[0]?.no ?? 0) < end)
  const headings = [...head, ...above].map((cell) => cell.value)
  return { headings, rows: inherit(read.rows), length: head.length + read.used + above.length }
}

/** The heading cells from `at` on; null when they run on too long to be headings. */
function headerCells(source: Source, lines: readonly Line[], at: number): readonly RawCell[] | null {
  const listed = listedHeader(source, lines, at)
  if (listed) return listed
  const head: RawCell[] = []
  for (const line of lines.slice(at, at + 16)) {
    if (!isHeading(shadowOf(line))) return head
    head.push({ lines: [line], value: joinLines(source, [line]) })
  }
  return null
}

/** Behind 序号 everything up to the first number is the heading row, words unknown among it. */
function listedHeader(source: Source, lines: readonly Line[], at: number): readonly RawCell[] | null {
  if (!/^(?:序号|编号)$/.test(squeeze(shadowOf(lines[at])))) return null
  for (let i = at + 3; i < lines.length && i < at + 13; i += 1) {
    const shadow = shadowOf(lines[i])
    if (SERIAL.test(shadow) || isSectionHead(shadow))
      return lines.slice(at, i).map((line) => ({ lines: [line], value: joinLines(source, [line]) }))
    if (shadow.length > 16 || /[。；|]/.test(shadow)) return null
  }
  return null
}

/** Headings without a title of the first rows that stands below them, told by the near rows, all a cell less. */
function withoutTitle(lines: readonly Line[], head: readonly RawCell[]): readonly RawCell[] {
  const last = columnsOf(head).at(-1)
  if (head.length < 4 || last?.role !== 'text') return head
  const places = lines.flatMap((line, i) => (SERIAL.test(shadowOf(line)) ? [i] : []))
  const widths = places.slice(1).map((place, i) => place - (places[i] ?? 0))
  return widths.length > 1 && Math.max(...widths) < head.length ? head.slice(0, -1) : head
}

/** A table is believed only when its first row can be seen at once. */
function plainRegion(source: Source, lines: readonly Line[], columns: readonly Column[]): readonly RawCell[] {
  const cellAt = (line: Line): RawCell => ({ lines: [line], value: joinLines(source, [line]) })
  const near = lines.slice(0, FAR).map(cellAt)
  if (serialPlaces(near).length === 0) {
    const row = shape(columns, near.slice(0, columns.length))
    if (!row || !plausible(row)) return []
  }
  return [...near, ...lines.slice(FAR).map(cellAt)]
}

/** Cells into rows: where 1, 2, 3 stand, else as many as there are columns. `piped`: bars show where cells end. */
export function rowsOf(
  columns: readonly Column[],
  cells: readonly RawCell[],
  piped: boolean,
): { readonly rows: readonly ShapedRow[]; readonly used: number } {
  const serials = serialPlaces(cells)
  return serials.length > 0 ? bySerial(columns, cells, { serials, piped }) : byCount(columns, cells, piped)
}

/** An excerpt of a table may begin with row 80 when row 81 comes behind it. */
function firstSerial(cells: readonly RawCell[]): number {
  const numbers = cells.slice(0, 60).map((cell) => Number(SERIAL.exec(cell.value.shadow)?.[1]))
  const first = numbers.slice(0, 4).find((number) => number > 1)
  const begins = first !== undefined && !numbers.includes(1) && numbers.includes(first + 1)
  return begins ? first : 1
}

/** Where 1, 2, 3 … stand alone in cells: the rows begin there. */
function serialPlaces(cells: readonly RawCell[]): readonly number[] {
  const places: number[] = []
  let next = firstSerial(cells)
  for (let i = 0; i <= (places.at(-1) ?? NEAR) + FAR && i < cells.length; i += 1) {
    const serial = SERIAL.exec(cells[i]?.value.shadow ?? '')
    if (!serial || Number(serial[1]) !== next) continue
    places.push(i)
    next += 1
  }
  if (places[0] === undefined) return risingSerials(cells)
  return places[0] <= 3 ? places : []
}

/** The rows that concern one body, taken out of a longer list, keep their numbers: 3, 68, 69. */
function risingSerials(cells: readonly RawCell[]): readonly number[] {
  const places: number[] = []
  let last = 0
  for (let i = 0; i < (places.at(-1) ?? 0) + FAR && i < cells.length; i += 1) {
    const shadow = cells[i]?.value.shadow ?? ''
    const number = /^\d{1,3}$/.test(shadow) ? Number(shadow) : 0
    if (number <= last) continue
    places.push(i)
    last = number
  }
  const apart = places.every((place, i) => i === 0 || place - (places[i - 1] ?? 0) > 2)
  return places.length > 1 && (places[0] ?? 9) <= 3 && apart ? places : []
}

/** Whether a cell's words are the heading of a section that stands across all columns: 六、社会事业. */
function isSectionHead(shadow: string): boolean {
  const numbering = readNumbering(shadow, 0)
  return numbering !== null && (numbering.rank === RANK.roman || numbering.rank === RANK.paren)
}

function bySerial(
  columns: readonly Column[],
  cells: readonly RawCell[],
  at: { readonly serials: readonly number[]; readonly piped: boolean },
): { readonly rows: readonly ShapedRow[]; readonly used: number } {
  const { serials } = at
  const serialColumn = columns.findIndex((column) => column.role === 'serial')
  const before = serialColumn >= 0 ? columns.slice(0, serialColumn) : columns.slice(0, serials[0] ?? 0)
  const after = serialColumn >= 0 ? columns.slice(serialColumn + 1) : columns.slice(before.length)
  const rows: ShapedRow[] = []
  let groups = cells.slice(0, serials[0])
  const first = before.length === 0
  let used = 0
  serials.forEach((place, i) => {
    const next = serials[i + 1] ?? (at.piped ? cells.length : lastRowEnd(after, cells, place + 1))
    const behind = cells.slice(place + 1, next)
    const head = first ? behind.findIndex((cell, n) => n > 0 && isSectionHead(cell.value.shadow)) : -1
    const between = head < 0 ? behind : behind.slice(0, head)
    const spare = serials[i + 1] === undefined ? 0 : Math.max(0, Math.min(before.length, between.length - after.length))
    const own = between.slice(0, between.length - spare)
    const serialCell = cells[place]
    const line = serialCell?.lines[0]?.no ?? 1
    rows.push({
      serial: serialCell?.value.text ?? null,
      before: first ? groups.filter((cell) => isSectionHead(cell.value.shadow)).slice(-1) : [...groups],
      cells: fit(after, own),
      columns: before,
      line,
      mark: serialCell?.value ?? null,
    })
    groups = head < 0 ? between.slice(between.length - spare) : behind.slice(head)
    used = next
  })
  return { rows, used }
}

/** Where the last row of a table without bars ends: as many lines more than columns as make it suit best. */
function lastRowEnd(columns: readonly Column[], cells: readonly RawCell[], from: number): number {
  const least = Math.min(cells.length, from + columns.length)
  const scores = fitScores(columns, cells.slice(from, least + 5))
  let end = least
  for (let to = least + 1; to <= cells.length && to <= least + 5; to += 1) {
    if (AFTER_TABLE.test(cells[to - 1]?.value.shadow ?? '')) break
    if ((scores[to - from] ?? 0) > (scores[end - from] ?? 0)) end = to
  }
  return end
}

function byCount(
  columns: readonly Column[],
  cells: readonly RawCell[],
  piped: boolean,
): { readonly rows: readonly ShapedRow[]; readonly used: number } {
  const rows: ShapedRow[] = []
  let used = 0
  if (!piped && !columns.some((column) => column.role === 'lead' || column.role === 'support')) return { rows, used }
  for (let i = 0; i + columns.length <= cells.length; i += columns.length) {
    const row = shape(columns, cells.slice(i, i + columns.length))
    if (!row || (!piped && !plausible(row))) break
    rows.push(row)
    used = i + columns.length
  }
  return { rows, used }
}

/** Without bars and numbers only a row whose party cell is short and unpunctuated is believed. */
function plausible(row: ShapedRow): boolean {
  return row.cells.every(
    (cell) =>
      (cell.role !== 'lead' && cell.role !== 'support') ||
      (cell.value.text.length < 120 && !/[。]/.test(cell.value.shadow)),
  )
}
