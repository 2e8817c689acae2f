import { isNumberLine } from './heads.ts'
import { squeeze } from './source.ts'
import type { RawCell } from './table-rows.ts'

/** Cells without what each page of a table prints once more above its rows: the 文号 and the heading row. */
export function withoutPageHeads(
  cells: readonly (RawCell | null)[],
  head: readonly RawCell[],
): { readonly cells: readonly (RawCell | null)[]; readonly again: readonly RawCell[] } {
  const kept: (RawCell | null)[] = []
  const again: RawCell[] = []
  for (let i = 0; i < cells.length; ) {
    const cell = cells[i] ?? null
    const own = isSameRow(cells.slice(i, i + head.length), head) ? head.length : isNumberLine(nameOf(cell)) ? 1 : 0
    for (const each of cells.slice(i, i + own)) if (each) again.push(each)
    if (own === 0) kept.push(cell)
    i += Math.max(1, own)
  }
  return { cells: kept, again }
}

/** Whether a row of cells prints the heading row again. */
export function isSameRow(cells: readonly (RawCell | null)[], head: readonly RawCell[]): boolean {
  return cells.length === head.length && head.every((cell, n) => nameOf(cells[n] ?? null) === nameOf(cell))
}

function nameOf(cell: RawCell | null): string {
  return squeeze(cell?.value.shadow ?? '')
}
