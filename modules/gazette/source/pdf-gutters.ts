import { linesOf } from './pdf-lines.ts'
import type { Run } from './pdf-pages.ts'
import { type Span, type Strip, stripsOf } from './pdf-strips.ts'

/** Punctuation may hang a little over the edge of a column. */
const OVERHANG = 6
/** Parts of a page's lines that may stand across the gutter: heads where it is looked for, titles where it is known. */
const FEW = 0.12
const SOME = 0.3
/** Wider than any page number, in points. */
const SHORT_TEXT = 40
/** No printed page is wider, in points. */
const MAX_WIDTH = 20_000

/** On which side of the gutter something stands; what hangs over by a little does not span it. */
export function sideOf(gutter: number, { left, right }: Span): 'whole' | 'left' | 'right' {
  if (left < gutter - OVERHANG && right > gutter + OVERHANG) return 'whole'
  return left + right < gutter * 2 ? 'left' : 'right'
}

/**
 * Where the gap between two columns is, for each page. Left-hand and right-hand pages may differ. A page that shows
 * none of its own, or another than most pages, takes that of most if hardly anything on it stands across: a cover, a
 * list of contents, the end of an issue.
 */
export function guttersOf(pages: readonly (readonly Run[])[]): readonly (number | null)[] {
  const strips = pages.map((runs) => stripsOf(runs))
  const own = pages.map((runs, i) => gutterOf(runs, strips[i] ?? []))
  if (own.filter((gutter) => gutter !== null).length < pages.length / 4) return own
  const usual = [0, 1].map(
    (hand) => usualGutter(strips, own, (i) => i % 2 === hand) ?? usualGutter(strips, own, () => true),
  )
  return own.map((gutter, i) => {
    const most = usual[i % 2]
    if (most === undefined || most === null) return gutter
    const [runs, pieces] = [pages[i] ?? [], strips[i] ?? []]
    if (gutter === null) return fits(runs, pieces, most) ? most.gutter : null
    return crossing(pieces, most.gutter) <= crossing(pieces, gutter) ? most.gutter : gutter
  })
}

interface Usual {
  readonly gutter: number
  /** Where lines of the right column begin, in points. */
  readonly start: number
}

/** The middle one of the gutters found on some pages; null when there are hardly any. */
function usualGutter(
  strips: readonly (readonly Strip[])[],
  own: readonly (number | null)[],
  among: (page: number) => boolean,
): Usual | null {
  const found = own.filter((gutter, i): gutter is number => gutter !== null && among(i))
  if (found.length < 2 && own.length > 3) return null
  const gutter = median(found)
  const starts = strips.flatMap((pieces, i) => {
    const near = own[i] !== null && among(i) && Math.abs((own[i] ?? 0) - gutter) <= OVERHANG
    return near ? pieces.filter((strip) => strip.left > gutter).map((strip) => strip.left) : []
  })
  return found.length === 0 ? null : { gutter, start: mostCommon(starts) }
}

function crossing(strips: readonly Strip[], gutter: number): number {
  return strips.filter((strip) => sideOf(gutter, strip) === 'whole').length
}

/**
 * True when most of the page keeps to its side of the gutter and one side at least is a column of text or lines begin
 * where the right column does, or when all of it does and there is text, not only the numbers of a list of contents, on
 * the right.
 */
function fits(runs: readonly Run[], strips: readonly Strip[], { gutter, start }: Usual): boolean {
  const across = crossing(strips, gutter)
  if (across > strips.length * SOME) return false
  const texts = strips.filter((strip) => sideOf(gutter, strip) === 'right' && strip.right - strip.left > SHORT_TEXT)
  if (across === 0 && texts.length >= 3) return true
  if (texts.filter((strip) => beginsAt(start, strip)).length >= 3) return true
  const { left, right } = extent(strips)
  return isRunningText(runs, left, gutter) || isRunningText(runs, gutter, right)
}

/** At the edge of a column or two characters in. */
function beginsAt(edge: number, { left, runs }: Strip): boolean {
  const indent = left - edge
  return Math.abs(indent) < 2 || Math.abs(indent - 2 * (runs[0]?.size ?? 0)) < 2
}

/** In the middle third of the page, a stretch that hardly any line crosses, with running text on both sides. */
function gutterOf(runs: readonly Run[], strips: readonly Strip[]): number | null {
  const { left, right } = extent(strips)
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

function extent(strips: readonly Strip[]): Span {
  return {
    left: strips.reduce((least, strip) => Math.min(least, strip.left), Number.POSITIVE_INFINITY),
    right: strips.reduce((most, strip) => Math.max(most, strip.right), 0),
  }
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

/** The value that most are nearest to, whole points taken together; 0 of none. */
export function mostCommon(values: readonly number[]): number {
  const groups = Map.groupBy(values, (value) => Math.round(value))
  const largest = [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), [])
  return largest[0] ?? 0
}
