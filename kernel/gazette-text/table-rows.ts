import type { Joined } from './joined.ts'
import type { Line } from './lines.ts'
import { fitCells, suitsAsPrinted } from './table-fit.ts'
import { withSharedColumn } from './table-shared.ts'

/** What a column holds, by its heading. */
export type ColumnRole = 'serial' | 'lead' | 'support' | 'time' | 'person' | 'target' | 'note' | 'group' | 'text'

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
  /** Cells were taken from the row above, as from merged ones. */
  readonly merged: boolean
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

/** Cells into columns: one to one, or as they suit best where there are more or fewer, or an empty one is out of place. */
export function fit(columns: readonly Column[], cells: readonly RawCell[]): readonly Cell[] {
  const filled = cells.filter((cell) => cell.value.text !== '')
  if (cells.length !== columns.length) return fitCells(columns, filled).cells
  if (filled.length < cells.length) {
    const best = fitCells(columns, filled)
    if (best.score > suitsAsPrinted(columns, cells) + 2) return best.cells
  }
  return cells.map((cell, i) => ({
    role: columns[i]?.role ?? 'text',
    heading: columns[i]?.heading ?? '',
    value: cell.value,
  }))
}

/** Rows with what they share with the row above: the cell of their group, and cells that a merged one covers. */
export function inherit(rows: readonly ShapedRow[]): readonly Row[] {
  let group: Joined | null = null
  let above: readonly Cell[] = []
  return withSharedColumn(rows).map((row) => {
    const own = merged(row.cells, above)
    above = own
    const shared =
      [...row.before, ...own.filter((cell) => cell.role === 'group')]
        .map((cell) => cell.value)
        .filter((value) => value.text !== '')
        .at(-1) ?? null
    if (shared) group = shared
    const note = (heading: string, value: Joined): Cell => ({ role: 'note', heading, value })
    const lead = row.before.map((cell, i) => note(row.columns[i]?.heading ?? '', cell.value))
    const mark: Cell[] = row.mark ? [{ role: 'serial', heading: '', value: row.mark }] : []
    const cells = own.map((cell) => (cell.role === 'group' ? note(cell.heading, cell.value) : cell))
    return { serial: row.serial, group, cells: [...lead, ...mark, ...cells], line: row.line, merged: own !== row.cells }
  })
}

/**
 * A cell of leads printed empty takes the cell above it, as merged cells are copied; so do, where no party is printed
 * at all, the cells of the others and of the time.
 */
function merged(cells: readonly Cell[], above: readonly Cell[]): readonly Cell[] {
  const empty = (cell: Cell) => cell.value.text === ''
  const parties = cells.filter((cell) => cell.role === 'lead' || cell.role === 'support')
  const all = parties.length > 0 && parties.every(empty)
  if (!cells.some((cell) => cell.role === 'text' && !empty(cell)) || !parties.some(empty)) return cells
  const filled = cells.map((cell) => {
    const takes = cell.role === 'lead' || (all && (cell.role === 'support' || cell.role === 'time'))
    if (!takes || !empty(cell)) return cell
    return above.find((each) => each.heading === cell.heading && each.role === cell.role && !empty(each)) ?? cell
  })
  return filled.some((cell, i) => cell !== cells[i]) ? filled : cells
}
