import { fold } from './fold.ts'

/** A run of text, found or not. Pages draw it as text, so nothing in it is ever markup. */
export interface Segment {
  readonly text: string
  readonly hit: boolean
}

/** The text in runs, with every occurrence of the parts (folded) marked. */
export function highlight(text: string, parts: readonly string[]): readonly Segment[] {
  const marked = marksOf(fold(text), parts)
  return segmentsOf(text, { start: 0, end: text.length }, marked)
}

/**
 * The piece of the text, at most `length` characters, in which most different parts stand, with the hits marked. Begins
 * and ends with … where something is left out.
 */
export function snippet(text: string, parts: readonly string[], length = 120): readonly Segment[] {
  const marks = marksOf(fold(text), parts)
  const start = windowStart(text, marks, length)
  const end = Math.min(text.length, start + length)
  const segments = segmentsOf(text, { start, end }, marks)
  return [
    ...(start > 0 ? [{ text: '…', hit: false }] : []),
    ...segments,
    ...(end < text.length ? [{ text: '…', hit: false }] : []),
  ]
}

interface PartMark {
  readonly start: number
  readonly end: number
  readonly part: number
}

function marksOf(folded: string, parts: readonly string[]): readonly PartMark[] {
  const marks: PartMark[] = []
  for (const [part, text] of parts.entries()) {
    if (text === '') continue
    for (let at = folded.indexOf(text); at >= 0 && marks.length < 500; at = folded.indexOf(text, at + text.length)) {
      marks.push({ start: at, end: at + text.length, part })
    }
  }
  return marks.sort((a, b) => a.start - b.start || b.end - a.end)
}

/** Starts a little before the mark from which the window sees most parts; never inside a surrogate pair. */
function windowStart(text: string, marks: readonly PartMark[], length: number): number {
  let best = { start: marks[0]?.start ?? 0, seen: 0 }
  for (const { start } of marks) {
    const inside = marks.filter((mark) => mark.start >= start && mark.end <= start + length - 20)
    const seen = new Set(inside.map(({ part }) => part)).size
    if (seen > best.seen) best = { start, seen }
  }
  if (best.start + length <= 2 * 20 || text.length <= length) return 0
  const start = Math.min(Math.max(0, best.start - 20), Math.max(0, text.length - length))
  return /^[\udc00-\udfff]/.test(text.slice(start)) ? start - 1 : start
}

function segmentsOf(
  text: string,
  range: { start: number; end: number },
  marks: readonly PartMark[],
): readonly Segment[] {
  const segments: Segment[] = []
  let at = range.start
  const push = (end: number, hit: boolean) => {
    if (end > at) segments.push({ text: text.slice(at, end), hit })
    at = Math.max(at, end)
  }
  for (const { start, end } of marks) {
    if (end <= at || start >= range.end) continue
    push(Math.max(at, start), false)
    push(Math.min(end, range.end), true)
  }
  push(range.end, false)
  return segments
}
