import { suitsAsPrinted } from './table-fit.ts'
import { columnsOf, isHeading } from './table-heads.ts'
import type { Column, RawCell } from './table-rows.ts'

const SAMPLE = 5

/**
 * The columns below two rows of headings, the lower of which divides some of the upper ones (责任清单 over 责任领导,
 * 责任人, 责任处室). Which ones is not printed: those that stand side by side and make the first rows suit best. Null
 * where the rows are not as wide as two such rows make them.
 */
export function dividedColumns(
  heads: { readonly upper: readonly RawCell[]; readonly lower: readonly RawCell[] },
  rows: readonly (readonly RawCell[])[],
): readonly Column[] | null {
  const [upper, lower] = [filled(heads.upper), filled(heads.lower)]
  if (upper.length < 2 || lower.length < 2) return null
  const sample = rows.slice(0, SAMPLE).map(withoutEnd)
  const width = Math.max(0, ...sample.map((row) => row.length))
  const divided = upper.length + lower.length - width
  if (divided < 1 || divided > upper.length || divided >= lower.length) return null
  let best: { readonly columns: readonly Column[]; readonly score: number } | null = null
  for (let at = 0; at + divided <= upper.length; at += 1) {
    const columns = columnsOf([...upper.slice(0, at), ...lower, ...upper.slice(at + divided)])
    const score = sample.reduce((sum, row) => sum + suitsAsPrinted(columns, row), 0)
    if (best === null || score > best.score) best = { columns, score }
  }
  return best?.columns ?? null
}

/** Whether a row holds nothing but headings. */
export function isHeadingRow(cells: readonly RawCell[]): boolean {
  const printed = filled(cells)
  return printed.length >= 2 && printed.every((cell) => isHeading(cell.value.shadow))
}

function filled(cells: readonly RawCell[]): readonly RawCell[] {
  return cells.filter((cell) => cell.value.text !== '')
}

function withoutEnd(cells: readonly RawCell[]): readonly RawCell[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell.value.text !== '') + 1)
}
