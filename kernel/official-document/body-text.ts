import { headWords, labelOf } from './body.ts'
import type { BodyItem } from './content.ts'

/** A body as lines of plain text: numbers written out, rows of tables between bars. */
export function bodyText(items: readonly BodyItem[]): string {
  const counts = [0, 0, 0, 0]
  return items.flatMap((item) => linesOf(item, counts)).join('\n')
}

function linesOf(item: BodyItem, counts: number[]): readonly string[] {
  if (item.kind === 'text') return [item.text]
  if (item.kind === 'heading') return [`${labelOf(item.level, counts)}${headWords(item)}${item.text}`]
  const { head, rows } = item.table
  return [...(item.title === null ? [] : [item.title]), ...[head, ...rows].map(barred)]
}

function barred(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll(/[|\n]/g, ' ')).join(' | ')} |`
}
