import { sideOf } from './pdf-gutters.ts'
import { type Line, linesOf } from './pdf-lines.ts'
import type { Run } from './pdf-pages.ts'
import { stripsOf } from './pdf-strips.ts'
import type { Table } from './pdf-tables.ts'

export type Column = 'whole' | 'left' | 'right'

/** A line or a table in the order in which it is read. */
export type Placed = (Line | Table) & { readonly column: Column }

/** Lines and tables of a page in reading order: in two columns down the left one first, between what spans both. */
export function inReadingOrder(
  runs: readonly Run[],
  tables: readonly Table[],
  gutter: number | null,
): readonly Placed[] {
  if (gutter === null) return topDown([...linesOf(runs), ...tables]).map((part) => ({ ...part, column: 'whole' }))
  // A title's runs are taken together, for some of them alone stand on one side.
  const bySide = Map.groupBy(stripsOf(runs, gutter), (strip) => sideOf(gutter, strip))
  const lines = (column: Column): readonly Placed[] =>
    linesOf((bySide.get(column) ?? []).flatMap((strip) => strip.runs)).map((line) => ({ ...line, column }))
  const placed = tables.map((table) => ({ ...table, column: sideOf(gutter, table) }))
  return inBands([...lines('whole'), ...lines('left'), ...lines('right'), ...placed])
}

function inBands(parts: readonly Placed[]): readonly Placed[] {
  const ordered: Placed[] = []
  let band: Placed[] = []
  const endBand = () => {
    ordered.push(...band.filter((part) => part.column === 'left'), ...band.filter((part) => part.column === 'right'))
    band = []
  }
  for (const part of topDown(parts)) {
    if (part.column !== 'whole') band.push(part)
    else {
      endBand()
      ordered.push(part)
    }
  }
  endBand()
  return ordered
}

function topDown<T extends { readonly y: number }>(parts: readonly T[]): readonly T[] {
  return parts.toSorted((a, b) => b.y - a.y)
}
