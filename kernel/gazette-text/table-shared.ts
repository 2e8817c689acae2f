import type { Cell, ShapedRow } from './table-rows.ts'

/**
 * Where many rows print one text cell less than the others, or what the row above prints in its first one, the first column of text is one that rows share (工作任务
 * above several 具体要求): it becomes their group, and what the shorter rows print stands in the columns behind it.
 */
export function withSharedColumn(rows: readonly ShapedRow[]): readonly ShapedRow[] {
  const width = Math.max(0, ...rows.slice(0, 200).map((row) => texts(row).length))
  const short = rows.filter((row) => texts(row).length === width - 1)
  const full = rows.filter((row) => texts(row).length === width)
  const repeats = full.filter((row, i) => i > 0 && textAt(row, 0) === textAt(full[i - 1], 0)).length
  const sharing = short.length > 0 ? short.length : repeats
  const shared = width >= 2 && sharing >= 2 && sharing * 3 >= rows.length && rows[0] === full[0]
  if (!shared || lengthOf(full, 0) >= lengthOf(full, 1)) return rows
  const headings = texts(full[0]).map((cell) => cell.heading)
  return rows.map((row) => {
    const own = texts(row)
    const cells = row.cells.map((cell): Cell => {
      const at = own.indexOf(cell)
      if (at < 0) return cell
      if (own.length === width && !titleBelow(own)) return at === 0 ? { ...cell, role: 'group' } : cell
      if (own.length === width && at === width - 1) return { ...cell, role: 'note' }
      return { ...cell, heading: headings[at + 1] ?? cell.heading }
    })
    return { ...row, cells }
  })
}

/** A short line behind a long one is the title of the rows below, printed across the table. */
function titleBelow(own: readonly Cell[]): boolean {
  const [first, last] = [own[0]?.value.text.length ?? 0, own.at(-1)?.value.text.length ?? 0]
  return first > 20 && first > last * 2
}

function texts(row: ShapedRow | undefined): readonly Cell[] {
  return (row?.cells ?? []).filter((cell) => (cell.role === 'text' || cell.role === 'target') && cell.value.text !== '')
}

function textAt(row: ShapedRow | undefined, at: number): string {
  return texts(row)[at]?.value.text ?? ''
}

/** The characters that the rows print in their text cell `at`. */
function lengthOf(rows: readonly ShapedRow[], at: number): number {
  return rows.reduce((sum, row) => sum + textAt(row, at).length, 0)
}
