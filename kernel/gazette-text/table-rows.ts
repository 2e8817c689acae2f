import type { Joined } from './joined.ts'
import type { Line } from './lines.ts'
import { isPartyName } from './parties.ts'

/** What a column holds, by its heading. */
export type ColumnRole = 'serial' | 'lead' | 'support' | 'time' | 'person' | 'target' | 'note' | 'text'

export interface Cell {
  readonly role: ColumnRole
  readonly heading: string
  readonly value: Joined
}

export interface Row {
  readonly serial: string | null
  /** The cell that this row shares with its neighbours, printed here or above. */
  readonly group: Joined | null
  readonly cells: readonly Cell[]
  readonly line: number
}

export interface Column {
  readonly role: ColumnRole
  readonly heading: string
}

export interface RawCell {
  readonly lines: readonly Line[]
  readonly value: Joined
}

/** How rows are numbered in their first column. */
export const SERIAL = /^（?(\d{1,3}|[一二三四五六七八九十]{1,3})）?[.、]?$/

export interface ShapedRow {
  readonly serial: string | null
  readonly before: readonly RawCell[]
  readonly columns: readonly Column[]
  readonly cells: readonly Cell[]
  readonly line: number
  readonly mark: Joined | null
}

/** Gives cells their columns; where a shared cell is missing on the left, the row is set to the right. */
export function shape(columns: readonly Column[], cells: readonly RawCell[]): ShapedRow | null {
  if (cells.length === 0 || cells.every((cell) => cell.value.text === '')) return null
  const line = cells.find((cell) => cell.lines[0])?.lines[0]?.no ?? 1
  const serialColumn = columns.findIndex((column) => column.role === 'serial')
  const missing = columns.length - cells.length
  const places =
    serialColumn >= 0 && missing > 0 && SERIAL.test(cells[0]?.value.shadow ?? '') && serialColumn >= missing
      ? columns.slice(missing)
      : columns
  const fitted =
    missing > 0 &&
    places === columns &&
    !SERIAL.test(cells[0]?.value.shadow ?? '') &&
    serialColumn < 0 &&
    missing === 1 &&
    columns[0]?.role === 'text'
      ? columns.slice(1)
      : places
  const serialAt = fitted.findIndex((column) => column.role === 'serial')
  const serial =
    serialAt >= 0 && SERIAL.test(cells[serialAt]?.value.shadow ?? '') ? (cells[serialAt]?.value ?? null) : null
  const heading = serialAt >= 0 && serial === null && cells[serialAt]?.value.text !== ''
  const before = cells.slice(0, heading ? serialAt + 1 : Math.max(serialAt, 0))
  const rest = serialAt >= 0 ? cells.slice(serialAt + 1) : cells
  return {
    serial: serial?.text ?? null,
    before,
    columns: fitted.slice(0, Math.max(serialAt, 0)),
    cells: fit(serialAt >= 0 ? fitted.slice(serialAt + 1) : fitted, rest),
    line,
    mark: serial,
  }
}

/** Cells into columns, one to one; too many are joined into the text column, lines of a list into the party column. */
export function fit(columns: readonly Column[], cells: readonly RawCell[]): readonly Cell[] {
  if (cells.length <= columns.length) {
    const placed = align(columns, cells)
    return cells.map((cell, i) => ({
      role: placed[i]?.role ?? 'text',
      heading: placed[i]?.heading ?? '',
      value: cell.value,
    }))
  }
  const spare = cells.length - columns.length
  const textAt = Math.max(
    0,
    columns.findIndex((column) => column.role === 'text'),
  )
  return cells.map((cell, i) => {
    const column = columns[i <= textAt ? i : Math.max(textAt, i - spare)]
    return { role: column?.role ?? 'text', heading: column?.heading ?? '', value: cell.value }
  })
}

/** Where cells are missing, the columns whose kinds they suit best: from the left, or without those on the left. */
function align(columns: readonly Column[], cells: readonly RawCell[]): readonly Column[] {
  const missing = columns.length - cells.length
  if (missing === 0) return columns
  const suits = (from: readonly Column[]) =>
    cells.filter((cell, i) => {
      const role = from[i]?.role
      if (role === 'lead' || role === 'support')
        return cell.value.shadow.split(/[、，\s]/).every((name) => isPartyName(name))
      return role === 'time' && /[年月日]|长期|持续|季度|底|全年|常态/.test(cell.value.shadow)
    }).length
  const right = columns.slice(missing)
  return suits(right) > suits(columns) ? right : columns
}

export function inherit(rows: readonly ShapedRow[]): readonly Row[] {
  let group: Joined | null = null
  return rows.map((row) => {
    const shared =
      row.before
        .map((cell) => cell.value)
        .filter((value) => value.text !== '')
        .at(-1) ?? null
    if (shared) group = shared
    const lead: Cell[] = row.before.map((cell, i) => ({
      role: 'note' as const,
      heading: row.columns[i]?.heading ?? '',
      value: cell.value,
    }))
    const mark: Cell[] = row.mark ? [{ role: 'serial', heading: '', value: row.mark }] : []
    return { serial: row.serial, group, cells: [...lead, ...mark, ...row.cells], line: row.line }
  })
}
