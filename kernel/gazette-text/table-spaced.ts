import { NOTHING, run } from './joined.ts'
import { type Line, shadowOf } from './lines.ts'
import type { Source } from './source.ts'
import type { RawCell } from './table-rows.ts'

export interface SpacedRows {
  readonly head: readonly RawCell[]
  readonly rows: readonly (readonly RawCell[])[]
  readonly length: number
}

/** So many lines without a numbered row and the table is over: looking on to the end of the text for each would not do. */
const FAR = 40
const EMPTY: RawCell = { lines: [], value: NOTHING }

/**
 * A table with one row a line and only spaces between its cells: the heading begins with 序号, the rows with 1, 2, 3.
 * Words that are spaced out in the heading (工 作 任 务) are one cell; what a row has too many belongs to its widest
 * column. A line without a number between two rows shares the merged cells of the one above, or ends its last cell.
 * Null where the lines are none, or where a row cannot be divided.
 */
export function spacedRows(
  source: Source,
  lines: readonly Line[],
  from: { readonly at: number; readonly wide: (headings: readonly RawCell[]) => number },
): SpacedRows | null {
  const first = lines[from.at]
  if (!first || !/^\s*(?:序\s*号|编\s*号)\s/.test(shadowOf(first))) return null
  const head = headingCells(source, first)
  if (head.length < 3) return null
  const wide = from.wide(head)
  const rows: (readonly RawCell[])[] = []
  let [kept, length] = [0, 0]
  let serial = 0
  for (let i = from.at + 1; i < lines.length && i <= from.at + length + FAR; i += 1) {
    const line = lines[i]
    const cells = line ? wordCells(source, line) : []
    if (cells[0]?.value.shadow === String(serial + 1)) {
      const row = cells.length <= head.length ? cells : widened(source, cells, { columns: head.length, wide })
      if (row === null) return null
      rows.push(row)
      serial += 1
      ;[kept, length] = [rows.length, i - from.at + 1]
    } else if (rows.length === 0 || cells.length > head.length || cells.some((cell) => cell.value.text.includes('。')))
      break
    else if (cells.length > 1) rows.push([EMPTY, ...cells])
    else rows.push([...(rows.pop() ?? []), ...cells])
  }
  return serial < 2 ? null : { head, rows: rows.slice(0, kept), length }
}

function wordCells(source: Source, line: Line): readonly RawCell[] {
  return [...line.shadow.matchAll(/\S+/g)].map((word) => {
    const start = line.start + word.index
    return { lines: [line], value: run(source, start, start + word[0].length) }
  })
}

function headingCells(source: Source, line: Line): readonly RawCell[] {
  const cells: RawCell[] = []
  let spelled = false
  for (const cell of wordCells(source, line)) {
    const last = cells.at(-1)
    const single = cell.value.text.length === 1
    if (single && spelled && last) cells[cells.length - 1] = joined(source, last, cell)
    else cells.push(cell)
    spelled = single
  }
  return cells
}

function widened(
  source: Source,
  cells: readonly RawCell[],
  { columns, wide }: { readonly columns: number; readonly wide: number },
): readonly RawCell[] | null {
  const extra = cells.length - columns
  const [begin, end] = [cells[wide], cells[wide + extra]]
  if (!begin || !end) return null
  return [...cells.slice(0, wide), joined(source, begin, end), ...cells.slice(wide + extra + 1)]
}

/** Two cells of one line with everything between them. */
function joined(source: Source, first: RawCell, last: RawCell): RawCell {
  const start = first.value.pieces[0]?.source ?? 0
  const piece = last.value.pieces.at(-1)
  return { lines: first.lines, value: run(source, start, piece ? piece.source + piece.length : start) }
}
