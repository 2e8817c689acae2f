import { widthOf } from '../typesetting/index.ts'
import { titleChunks } from './title-words.ts'

const MOST_LINES = 5

/**
 * Lines of a title, none longer than `room` characters, broken between words only: one line if it fits, else a
 * trapezium or a lozenge, as even as the words allow. Undefined where five lines do not hold it.
 */
export function breakTitle(title: string, words: readonly string[], room: number): readonly string[] | undefined {
  const chunks = titleChunks(title, words).flatMap((chunk) => cut(chunk, room))
  const fewest = Math.ceil(widthOf(title) / room)
  for (let count = fewest; count <= MOST_LINES; count += 1) {
    const best = bestOf(splits(chunks, count, room))
    if (best) return best
  }
  return undefined
}

/** A word longer than the line has to be cut. */
function cut(chunk: string, room: number): readonly string[] {
  const pieces: string[] = []
  for (const character of chunk) {
    const last = pieces.at(-1)
    if (last !== undefined && widthOf(last + character) <= room) pieces[pieces.length - 1] = last + character
    else pieces.push(character)
  }
  return pieces
}

function* splits(chunks: readonly string[], count: number, room: number): Generator<readonly string[]> {
  if (count === 1) {
    const line = chunks.join('')
    if (chunks.length > 0 && widthOf(line) <= room) yield [line]
    return
  }
  let line = ''
  for (const [index, chunk] of chunks.entries()) {
    line += chunk
    if (widthOf(line) > room) return
    for (const rest of splits(chunks.slice(index + 1), count - 1, room)) yield [line, ...rest]
  }
}

function bestOf(all: Iterable<readonly string[]>): readonly string[] | undefined {
  let best: readonly string[] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const lines of all) {
    const cost = costOf(lines.map(widthOf))
    if (cost < least) [best, least] = [lines, cost]
  }
  return best
}

/** Uneven lines cost little, a rectangle more, an hourglass most. */
function costOf(widths: readonly number[]): number {
  const mean = widths.reduce((sum, width) => sum + width, 0) / widths.length
  const uneven = widths.reduce((sum, width) => sum + (width - mean) ** 2, 0)
  return uneven + (isHourglass(widths) ? 10_000 : 0) + (widths.length > 1 && uneven === 0 ? 100 : 0)
}

/** Shorter in the middle than before and after. */
function isHourglass(widths: readonly number[]): boolean {
  const widest = widths.indexOf(Math.max(...widths))
  return widths.some((width, i) => {
    const next = widths[i + 1]
    return next !== undefined && (i < widest ? width > next : width < next)
  })
}
