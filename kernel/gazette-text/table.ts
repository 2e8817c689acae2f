import { shadowOf } from './heads.ts'
import { concat, type Joined, joinLines, run } from './joined.ts'
import type { Line } from './lines.ts'
import { isPartyName } from './parties.ts'
import { type Source, squeeze } from './source.ts'
import { endsCell, withoutEndBars } from './table-bars.ts'
import { fitCells } from './table-fit.ts'
import { isSameRow, withoutPageHeads } from './table-pages.ts'
import {
  type Column,
  type ColumnRole,
  fit,
  inherit,
  type RawCell,
  type Row,
  SERIAL,
  type ShapedRow,
  shape,
} from './table-rows.ts'
import { spacedRows } from './table-spaced.ts'

export interface Table {
  readonly headings: readonly Joined[]
  readonly rows: readonly Row[]
  /** How many lines it takes. */
  readonly length: number
}

const HEADING =
  /^(?:序\s*号|编号|[^，。；：、]{0,10}(?:任务|事项|内容|要求|措施|举措|指标|目标|单位|部门|科室|处室|股室|时限|时间|进度|期限|备注|名称|类别|类型|责任|领导|责任人|联系人|项目|依据|环节|对象|方式|频次|主体|分工|节点|领域|成果|标准|来源|说明|牵头|配合|层级|要点|板块|安排|进展|部署|重点|规模|投资|条目|频率|形式|阶段|方面|清单|数量|地点|问题|指引|工程|政策|场景|需求|成效|做法|路径|情形))(?:（[^（）]{1,20}）)?$/

const AFTER_TABLE = /^(?:抄送|注\s*：|备注|说明|附件|附\s*：|（|\d{4}\s*年\s*\d{1,2}\s*月)|[。！]./
const GROUP = /板块|领域|类别|分类|大类|类型|方面|章节|一级/

/** Reads a table whose first line is `at`, in any of the shapes that copying leaves; null where there is none. */
export function readTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const shadow = shadowOf(source, lines[at])
  if (headsCells(shadow) && endsCell(shadowOf(source, lines[at + 1]))) {
    return cellTable(source, withoutEndBars(source, lines, at), 0)
  }
  if (shadow.includes('|') && shadow !== '|') return delimitedTable(source, lines, at)
  if (shadow.includes('\t')) return delimitedTable(source, lines, at)
  if (/^\s*(?:序|编)\s*号\s/.test(shadow)) return spacedTable(source, lines, at)
  if (shadow.length > 30) return null
  return cellTable(source, lines, at)
}

/** A heading with a bar behind it. */
function headsCells(shadow: string): boolean {
  return endsCell(shadow) && isHeading(shadow.slice(0, shadow.lastIndexOf('|')).trimEnd())
}

/** The role of a column by its heading, spaces inside it ignored. */
function columnRole(heading: string): ColumnRole {
  const name = squeeze(heading).replace(/（[^（）]*）$/, '')
  if (/^(?:序号|编号)$/.test(name)) return 'serial'
  if (/(?:领导|责任人|联系人|负责人|电话)$/.test(name)) return 'person'
  if (/时限|时间|进度|期限|节点|完成日期|频次/.test(name) && !/目标|内容|举措|任务/.test(name)) return 'time'
  const body = /单位|部门|科室|处室|股室|机构|主体|分工|^(?:牵头|责任|配合|主办|协办)$/.test(name)
  if (body && /牵头|主办|主责|发起/.test(name)) return 'lead'
  if (body && !/名称$/.test(name)) return 'support'
  if (/备注|类型|类别|说明|依据|来源|方式|标准|层级/.test(name)) return 'note'
  return /指标|目标/.test(name) ? 'target' : 'text'
}

// ---- one row a line, cells between | or tabs

function delimitedTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const mark = shadowOf(source, lines[at]).includes('|') ? '|' : '\t'
  const cellsAt = (i: number) =>
    shadowOf(source, lines[i]).includes(mark) && lines[i] ? cellsOf(source, lines[i], mark) : null
  const head = [0, 1, 2, 3].find((n) => isHeader((cellsAt(at + n) ?? []).map((cell) => cell.value.shadow)))
  if (head === undefined) return null
  const top = [0, 1, 2, 3].slice(0, head + 1).map((n) => cellsAt(at + n))
  if (top.some((row) => row === null)) return null
  const columns = columnsOf(top.at(-1) ?? [])
  const rows: ShapedRow[] = []
  const headings = top.flatMap((row) => row ?? [])
  let length = head + 1
  for (let row = cellsAt(at + length); row; row = cellsAt(at + length)) {
    length += 1
    const more = row.length < columns.length ? cellsAt(at + length) : null
    const broken = more && !SERIAL.test(more[0]?.value.shadow ?? '') && row.length + more.length - 1 === columns.length
    if (broken) length += 1
    const whole = broken ? mend(row, more) : row
    if (isSameRow(whole, top.at(-1) ?? [])) headings.push(...whole)
    else {
      const ruled = whole.every((cell) => /^[-：\s]*$/.test(cell.value.shadow))
      const shaped = ruled ? null : shape(columns, whole)
      if (shaped) rows.push(shaped)
    }
  }
  if (rows.length === 0) return null
  return { headings: headings.map((cell) => cell.value), rows: inherit(rows), length }
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

// ---- one cell a line, with or without | on lines between

function cellTable(source: Source, lines: readonly Line[], at: number): Table | null {
  const head = headerCells(source, lines, at)
  if (head === null || head.length < 2 || !isHeader(head.map((cell) => cell.value.shadow))) return null
  const columns = columnsOf(head)
  const piped = shadowOf(source, lines[at]) === '|' || shadowOf(source, lines[at + 1]) === '|'
  const region = piped ? pipedRegion(source, lines, at) : plainRegion(source, lines, { at, head: head.length, columns })
  const { cells, again } = withoutPageHeads(region.cells.slice(head.length), head)
  const found = rowsOf(columns, cells, piped)
  if (found.rows.length === 0) return null
  const end = cells[found.used - 1]?.lines[0]?.no ?? 0
  const above = again.filter((cell) => (cell.lines[0]?.no ?? 0) < end)
  const length = piped ? region.length : head.length + found.used + above.length
  return { headings: [...head, ...above].map((cell) => cell.value), rows: inherit(found.rows), length }
}

/** The heading cells from `at` on, bars between them passed over; null when they run on too long to be headings. */
function headerCells(source: Source, lines: readonly Line[], at: number): readonly RawCell[] | null {
  const head: RawCell[] = []
  let bars = 0
  const listed = listedHeader(source, lines, at)
  if (listed) return listed
  for (let i = at; i < lines.length && i < at + 60; i += 1) {
    const line = lines[i]
    const shadow = shadowOf(source, line)
    if (shadow === '|') {
      bars += 1
      if (bars > 1 && (head.length > 0 || bars > 2)) return head
      continue
    }
    bars = 0
    if (!line || !isHeading(shadow)) return head
    head.push({ lines: [line], value: joinLines(source, [line]) })
    if (head.length > 14) return null
  }
  return head
}

/** Behind 序号 everything up to the first number is the heading row, words unknown among it. */
function listedHeader(source: Source, lines: readonly Line[], at: number): readonly RawCell[] | null {
  if (!/^(?:序号|编号)$/.test(squeeze(shadowOf(source, lines[at])))) return null
  for (let i = at + 3; i < lines.length && i < at + 13; i += 1) {
    const shadow = shadowOf(source, lines[i])
    if (SERIAL.test(shadow))
      return lines.slice(at, i).map((line) => ({ lines: [line], value: joinLines(source, [line]) }))
    if (shadow.length > 16 || /[。；|]/.test(shadow)) return null
  }
  return null
}

/** Cells and row ends (null) of a region where | stands on lines of its own. */
function pipedRegion(
  source: Source,
  lines: readonly Line[],
  at: number,
): { readonly cells: readonly (RawCell | null)[]; readonly length: number } {
  const cells: (RawCell | null)[] = []
  let pending: Line[] = []
  const first = shadowOf(source, lines[at])
  let i = at
  const close = () => {
    if (pending.length > 0) cells.push({ lines: pending, value: cellText(source, pending) })
    pending = []
  }
  for (; i < lines.length; i += 1) {
    const line = lines[i]
    if (!line) break
    const bar = shadowOf(source, line) === '|'
    if (bar) {
      if (pending.length === 0 && shadowOf(source, lines[i - 1]) === '|') cells.push(null)
      close()
      continue
    }
    const barAhead = [1, 2, 3, 4, 5, 6].some((n) => shadowOf(source, lines[i + n]) === '|')
    const before = shadowOf(source, lines[i - 1])
    if (!barAhead && (before !== '|' || first === '|' || /^(?:注|备注|说明|附)/.test(shadowOf(source, line)))) break
    pending.push(line)
    if (!barAhead) {
      i += 1
      break
    }
  }
  close()
  return { cells, length: i - at }
}

/** The lines of one cell; names one under the other stay apart. */
function cellText(source: Source, lines: readonly Line[]): Joined {
  const names = lines.length > 1 && lines.every((line) => isPartyName(shadowOf(source, line)))
  return names
    ? concat(
        lines.map((line) => run(source, line.start, line.end)),
        '\n',
      )
    : joinLines(source, lines)
}

/** Without bars a table is believed only when its first row can be seen at once. */
function plainRegion(
  source: Source,
  lines: readonly Line[],
  from: { readonly at: number; readonly head: number; readonly columns: readonly Column[] },
): { readonly cells: readonly RawCell[]; readonly length: number } {
  const cellAt = (line: Line): RawCell => ({ lines: [line], value: joinLines(source, [line]) })
  const first = from.at + from.head
  const near = lines.slice(first, first + Math.max(4, from.columns.length)).map(cellAt)
  if (serialPlaces(near).length === 0) {
    const row = shape(from.columns, near.slice(0, from.columns.length))
    if (!row || !plausible(row)) return { cells: [], length: 0 }
  }
  const cells = lines.slice(from.at, from.at + 4000).map(cellAt)
  return { cells, length: cells.length }
}

function rowsOf(
  columns: readonly Column[],
  cells: readonly (RawCell | null)[],
  piped: boolean,
): { readonly rows: readonly ShapedRow[]; readonly used: number } {
  const divided = cells.some((cell) => cell === null)
  if (divided) {
    const rows = splitAtNull(cells)
      .map((row) => shape(columns, row))
      .filter((row) => row !== null)
    return { rows, used: cells.length }
  }
  const filled = cells.filter((cell) => cell !== null)
  const serials = serialPlaces(filled)
  return serials.length > 0 ? bySerial(columns, filled, { serials, piped }) : byCount(columns, filled, piped)
}

function splitAtNull(cells: readonly (RawCell | null)[]): readonly (readonly RawCell[])[] {
  const rows: RawCell[][] = [[]]
  for (const cell of cells) {
    if (cell === null) rows.push([])
    else rows.at(-1)?.push(cell)
  }
  return rows.filter((row) => row.length > 0)
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
  cells.forEach((cell, i) => {
    const serial = SERIAL.exec(cell.value.shadow)
    const far = places.length > 0 && i - (places.at(-1) ?? 0) > 40
    if (serial && Number(serial[1]) === next && !far) {
      places.push(i)
      next += 1
    }
  })
  return places[0] !== undefined && places[0] <= 3 ? places : []
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
  let used = 0
  serials.forEach((place, i) => {
    const next = serials[i + 1] ?? (at.piped ? cells.length : lastRowEnd(after, cells, place + 1))
    const between = cells.slice(place + 1, next)
    const spare = serials[i + 1] === undefined ? 0 : Math.max(0, Math.min(before.length, between.length - after.length))
    const own = between.slice(0, between.length - spare)
    const serialCell = cells[place]
    const line = serialCell?.lines[0]?.no ?? 1
    rows.push({
      serial: serialCell?.value.text ?? null,
      before: before.length === 0 ? [] : [...groups],
      cells: fit(after, own),
      columns: before,
      line,
      mark: serialCell?.value ?? null,
    })
    groups = between.slice(between.length - spare)
    used = next
  })
  return { rows, used }
}

/** Where the last row of a table without bars ends: as many lines more than columns as make it suit best. */
function lastRowEnd(columns: readonly Column[], cells: readonly RawCell[], from: number): number {
  const least = Math.min(cells.length, from + columns.length)
  let [end, score] = [least, fitCells(columns, cells.slice(from, least)).score]
  for (let to = least + 1; to <= cells.length && to <= least + 5; to += 1) {
    if (AFTER_TABLE.test(cells[to - 1]?.value.shadow ?? '')) break
    const wider = fitCells(columns, cells.slice(from, to)).score
    if (wider > score) [end, score] = [to, wider]
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

/** A column of kinds (板块, 类别) before the tasks holds what rows share. */
function columnsOf(cells: readonly RawCell[]): readonly Column[] {
  const columns = cells.map((cell) => ({ role: columnRole(cell.value.shadow), heading: squeeze(cell.value.text) }))
  const lastText = columns.findLastIndex(({ role }) => role === 'text' || role === 'target')
  return columns.map((column, i) =>
    i < lastText && (column.role === 'text' || column.role === 'note') && GROUP.test(column.heading)
      ? { ...column, role: 'group' }
      : column,
  )
}

function isHeading(shadow: string): boolean {
  return shadow.length <= 24 && HEADING.test(squeeze(shadow))
}

/** A heading row names who or when, and at least one thing besides; behind 序号 half of it may be words unknown. */
function isHeader(cells: readonly string[]): boolean {
  const headings = cells.filter((cell) => isHeading(cell))
  const roles = headings.map(columnRole)
  const filled = cells.filter((cell) => cell !== '')
  const numbered = roles[0] === 'serial' && filled.every((cell) => cell.length <= 16 && !/[。；]/.test(cell))
  return (
    headings.length >= 2 &&
    headings.length >= (numbered ? filled.length / 2 : filled.length - 1) &&
    roles.some((role) => role === 'lead' || role === 'support' || role === 'time') &&
    roles.some((role) => role === 'text' || role === 'target' || role === 'serial')
  )
}
