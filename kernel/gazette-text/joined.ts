import type { Line } from './lines.ts'
import type { Piece } from './model.ts'
import type { Source } from './source.ts'

/** Text brought together from runs of the source, with its shadow. Offsets of pieces are strictly rising in `at`. */
export interface Joined {
  readonly text: string
  readonly shadow: string
  readonly pieces: readonly Piece[]
}

export const NOTHING: Joined = { text: '', shadow: '', pieces: [] }

/** One run of the source. */
export function run(source: Source, start: number, end: number): Joined {
  if (end <= start) return NOTHING
  return {
    text: source.text.slice(start, end),
    shadow: source.shadow.slice(start, end),
    pieces: [{ at: 0, source: start, length: end - start }],
  }
}

/** Lines that a page or a column broke in two: put together without anything between. */
export function joinLines(source: Source, lines: readonly Line[]): Joined {
  const first = lines[0]
  if (lines.length === 1 && first) return run(source, first.start, first.end)
  return concat(
    lines.map((line) => run(source, line.start, line.end)),
    '',
  )
}

/** Texts one behind the other, with `between` (in no piece) where both sides have something. */
export function concat(parts: readonly Joined[], between: string): Joined {
  const filled = parts.filter((part) => part.text !== '')
  if (filled.length < 2) return filled[0] ?? NOTHING
  const pieces: Piece[] = []
  let at = 0
  for (const part of filled) {
    for (const piece of part.pieces) pieces.push({ ...piece, at: piece.at + at })
    at += part.text.length + between.length
  }
  return {
    text: filled.map((part) => part.text).join(between),
    shadow: filled.map((part) => part.shadow).join(between),
    pieces,
  }
}

/** The part of a joined text between two of its offsets, with its pieces cut to it. */
export function cut(joined: Joined, start: number, end: number): Joined {
  if (start <= 0 && end >= joined.text.length) return joined
  const pieces: Piece[] = []
  for (const piece of joined.pieces) {
    const from = Math.max(piece.at, start)
    const to = Math.min(piece.at + piece.length, end)
    if (to > from) pieces.push({ at: from - start, source: piece.source + from - piece.at, length: to - from })
  }
  return { text: joined.text.slice(start, end), shadow: joined.shadow.slice(start, end), pieces }
}

/** The source offset from which the character at `at` came; the nearest one before for a separator. */
export function sourceOffset(joined: Joined, at: number): number {
  const { pieces } = joined
  let [low, high] = [0, pieces.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((pieces[middle]?.at ?? at) <= at) low = middle + 1
    else high = middle
  }
  const piece = pieces[low - 1]
  return piece ? piece.source + Math.min(at - piece.at, piece.length) : 0
}

/** Where the lines stand in the source, each a piece. */
export function linePieces(source: Source, lines: readonly Line[]): readonly Piece[] {
  return lines.filter((line) => line.end > line.start).flatMap((line) => run(source, line.start, line.end).pieces)
}
