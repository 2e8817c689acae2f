import type { Column, Placed } from './pdf-columns.ts'
import { mayHang } from './pdf-fit.ts'
import { mostCommon } from './pdf-gutters.ts'
import type { Line } from './pdf-lines.ts'

export interface Edges {
  readonly left: number
  readonly right: number
}

export interface SetPage {
  readonly height: number
  readonly parts: readonly Placed[]
}

/** How an issue is set, from what most of its lines do. Distances in widths of a character. */
export interface Paper {
  /** Where a column of a page begins and ends, in points. */
  edgesOf(page: number, column: Column): Edges
  /** Paragraphs begin two characters in, so that a line at the edge goes on with the paragraph. */
  readonly indented: boolean
  /** Lines that go on end at one edge. */
  readonly justified: boolean
  /** Usual distance of lines. */
  readonly leading: number
  /** A greater distance stands between paragraphs only; null where they stand no further apart than lines. */
  readonly apart: number | null
}

/** Measures all pages of an issue, without their running heads. */
export function measure(pages: readonly SetPage[]): Paper {
  const edgesOf = edgesByPage(pages)
  const pairs = pages.flatMap(({ parts }, page) =>
    parts.flatMap((line, i) => {
      const before = parts[i - 1]
      const meet = line.kind === 'line' && before?.kind === 'line' && before.column === line.column
      if (!meet || Math.abs(before.size - line.size) > line.size * 0.15) return []
      const edges = edgesOf(page, line.column)
      return [{ line, edges, room: (edges.right - before.right) / before.size, down: (before.y - line.y) / line.size }]
    }),
  )
  const afterEnd = pairs.filter(({ room }) => room > ENDS_EARLY)
  const afterFull = pairs.filter(({ room }) => room < NO_ROOM)
  const stoodIn = afterEnd.filter(({ line, edges }) => isIndented(line, edges))
  const leading = usual(pairs.flatMap(({ down }) => (down > 0.5 && down < 4 ? [down] : [])))
  return {
    edgesOf,
    indented: stoodIn.length > afterEnd.length / 2,
    justified: afterFull.length > pairs.length * 0.3 && isJustified(pairs.map(({ room }) => room)),
    leading,
    apart: distanceApart(
      afterFull.map(({ down }) => down),
      afterEnd.map(({ down }) => down),
    ),
  }
}

/** A line with more room than this at its end is the last of its paragraph; with less room than that it is full. */
const ENDS_EARLY = 3
const NO_ROOM = 0.3

/** True when a line stands in as the first of a paragraph does. */
function isIndented(line: Line, edges: Edges): boolean {
  const indent = (line.left - edges.left) / line.size
  return indent > 1.3 && indent < 2.7
}

/** Of lines that end near the edge, hardly any ends a little before it. */
function isJustified(rooms: readonly number[]): boolean {
  const near = rooms.filter((room) => room < 1.5)
  return near.filter((room) => room < NO_ROOM).length > near.length * 0.85
}

/** Half way between the distance of lines and that of paragraphs. */
function distanceApart(afterFull: readonly number[], afterEnd: readonly number[]): number | null {
  const line = usual(afterFull)
  const wider = afterEnd.filter((down) => down > line + 0.1)
  if (afterFull.length < 5 || wider.length < Math.max(5, afterEnd.length * 0.8)) return null
  return line + (usual(wider) - line) / 2
}

function usual(distances: readonly number[]): number {
  return mostCommon(distances.map((distance) => distance * 20)) / 20
}

function edgesByPage(pages: readonly SetPage[]): Paper['edgesOf'] {
  const bySize = Map.groupBy(pages.keys(), (i) => Math.round(pages[i]?.height ?? 0))
  const edges = new Map<number, ReadonlyMap<Column, Edges>>()
  for (const alike of bySize.values()) {
    for (const hand of hands(pages, alike)) {
      const own = edgesIn(pages, hand)
      for (const page of hand) edges.set(page, own)
    }
  }
  return (page, column) => edges.get(page)?.get(column) ?? { left: 0, right: 0 }
}

/** Left-hand and right-hand pages apart where the text of one stands further out by the same on both sides. */
function hands(pages: readonly SetPage[], alike: readonly number[]): readonly (readonly number[])[] {
  const [even, odd] = [0, 1].map((hand) => alike.filter((page) => page % 2 === hand))
  if (even === undefined || odd === undefined) return [alike]
  const [a, b] = [edgesIn(pages, even), edgesIn(pages, odd)]
  const mirrored = [...a].some(([column, { left, right }]) => {
    const other = b.get(column)
    const shift = other === undefined ? 0 : other.left - left
    return other !== undefined && Math.abs(shift) > 3 && Math.abs(other.right - right - shift) < 3
  })
  return mirrored ? [even, odd] : [alike]
}

function edgesIn(pages: readonly SetPage[], among: readonly number[]): ReadonlyMap<Column, Edges> {
  const lines = among.flatMap((page) => (pages[page]?.parts ?? []).filter((part) => part.kind === 'line'))
  const edges = new Map<Column, Edges>()
  for (const [column, own] of Map.groupBy(lines, (line) => line.column)) {
    const plain = own.filter((line) => !mayHang(line.text))
    const rights = (plain.length > 2 ? plain : own).map((line) => line.right).sort((a, b) => a - b)
    edges.set(column, {
      left: mostCommon(own.map((line) => line.left)),
      right: rights[Math.floor(rights.length * 0.95)] ?? 0,
    })
  }
  const [whole, left, right] = [edges.get('whole'), edges.get('left'), edges.get('right')]
  // Titles that span two columns are centred: they reach the edges seldom.
  if (whole !== undefined && left !== undefined && right !== undefined) {
    edges.set('whole', { left: Math.min(whole.left, left.left), right: Math.max(whole.right, right.right) })
  }
  return edges
}
