import { type Line, linesOf, rowsOf } from './pdf-lines.ts'
import type { Run } from './pdf-pages.ts'
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
  const side = (left: number, right: number): Column => (right <= gutter ? 'left' : left >= gutter ? 'right' : 'whole')
  const bySide = Map.groupBy(runs, (run) => side(run.x, run.x + run.width))
  const lines = (column: Column): readonly Placed[] =>
    linesOf(bySide.get(column) ?? []).map((line) => ({ ...line, column }))
  const placed = tables.map((table) => ({ ...table, column: sideOf(gutter, table) }))
  return inBands([...lines('whole'), ...lines('left'), ...lines('right'), ...placed])
}

/** Punctuation may hang a little over the edge of a column. */
const OVERHANG = 6

function sideOf(gutter: number, { left, right }: Strip): Column {
  if (left < gutter - OVERHANG && right > gutter + OVERHANG) return 'whole'
  return left + right < gutter * 2 ? 'left' : 'right'
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

/**
 * Where the gap between two columns is, for each page. A page that shows none of its own, a cover or the end of an
 * issue, takes that of most pages if hardly anything on it stands across.
 */
export function guttersOf(pages: readonly (readonly Run[])[]): readonly (number | null)[] {
  const own = pages.map(gutterOf)
  const found = own.filter((gutter) => gutter !== null)
  const usual = found.toSorted((a, b) => a - b)[Math.floor(found.length / 2)]
  if (usual === undefined || found.length < pages.length / 4) return own
  return own.map((gutter, i) => gutter ?? (fits(pages[i] ?? [], usual) ? usual : null))
}

/**
 * True when most of the page keeps to its side of the gutter and one side at least is a column of text, or when all of
 * it does and there is text, not only the numbers of a list of contents, on the right.
 */
function fits(runs: readonly Run[], gutter: number): boolean {
  const strips = stripsOf(runs)
  const across = strips.filter((strip) => sideOf(gutter, strip) === 'whole')
  const left = strips.reduce((least, strip) => Math.min(least, strip.left), Number.POSITIVE_INFINITY)
  const right = strips.reduce((most, strip) => Math.max(most, strip.right), 0)
  if (across.length > strips.length * SOME) return false
  const texts = strips.filter((strip) => sideOf(gutter, strip) === 'right' && strip.right - strip.left > SHORT_TEXT)
  if (across.length === 0 && texts.length >= 3) return true
  return isRunningText(runs, left, gutter) || isRunningText(runs, gutter, right)
}

/** In the middle third of the page, a stretch that hardly any line crosses, with running text on both sides. */
function gutterOf(runs: readonly Run[]): number | null {
  const strips = stripsOf(runs)
  const left = strips.reduce((least, strip) => Math.min(least, strip.left), Number.POSITIVE_INFINITY)
  const right = strips.reduce((most, strip) => Math.max(most, strip.right), 0)
  const crossed = new Uint32Array(Math.max(0, Math.min(MAX_WIDTH, Math.ceil(right - left))) + 1)
  for (const strip of strips) {
    const end = Math.min(crossed.length, Math.floor(strip.right - left))
    for (let x = Math.floor(strip.left - left); x < end; x++) crossed[x] = (crossed[x] ?? 0) + 1
  }
  const { start, end } = widestGap(crossed, strips.length * FEW)
  const middle = left + (start + end) / 2
  const wide = end - start >= median(runs.map((run) => run.size)) * 0.8
  return wide && isRunningText(runs, left, middle) && isRunningText(runs, middle, right) ? middle : null
}

/** Parts of a page's lines that may stand across the gutter: heads where it is looked for, titles where it is known. */
const FEW = 0.12
const SOME = 0.3
/** Wider than any page number, in points. */
const SHORT_TEXT = 40
/** No printed page is wider, in points. */
const MAX_WIDTH = 20_000

interface Strip {
  readonly left: number
  readonly right: number
}

/** Stretches of text without a gap as wide as one between columns. */
function stripsOf(runs: readonly Run[]): readonly Strip[] {
  return rowsOf(runs).flatMap((row) => {
    const strips: { left: number; right: number }[] = []
    for (const run of row) {
      const last = strips.at(-1)
      if (last === undefined || run.x - last.right > run.size * 0.8)
        strips.push({ left: run.x, right: run.x + run.width })
      else last.right = Math.max(last.right, run.x + run.width)
    }
    return strips
  })
}

function widestGap(crossed: Uint32Array, few: number): { readonly start: number; readonly end: number } {
  let best = { start: 0, end: 0 }
  let start = Math.floor(crossed.length * 0.35)
  const last = Math.ceil(crossed.length * 0.65)
  for (let x = start; x <= last; x++) {
    if (x < last && (crossed[x] ?? 0) <= few) continue
    if (x - start > best.end - best.start) best = { start, end: x }
    start = x + 1
  }
  return best
}

/** True when most lines between the two edges fill most of the space, as columns do and the cells of a table do not. */
function isRunningText(runs: readonly Run[], left: number, right: number): boolean {
  const lines = linesOf(runs.filter((run) => run.x >= left - OVERHANG && run.x + run.width <= right + OVERHANG))
  const full = lines.filter((line) => line.right - line.left > (right - left) * 0.65)
  return lines.length >= 4 && full.length >= lines.length * 0.35
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
}
