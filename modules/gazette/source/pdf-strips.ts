import { rowsOf } from './pdf-lines.ts'
import type { Run } from './pdf-pages.ts'

/** A stretch of text from left to right, in points. */
export interface Span {
  readonly left: number
  readonly right: number
}

export interface Strip extends Span {
  readonly runs: readonly Run[]
}

/** Gaps in widths of a character: as wide as one between columns, and as wide as one over a known gutter. */
const GAP = 0.8
const GAP_AT_GUTTER = 0.5

/**
 * Stretches of text without a gap as wide as one between columns. Where the gutter is known, a smaller gap that lies
 * over it parts a row too: a line that overhangs its column, not a title that spans both.
 */
export function stripsOf(runs: readonly Run[], gutter: number | null = null): readonly Strip[] {
  return rowsOf(runs).flatMap((row) => {
    const strips: { left: number; right: number; runs: Run[] }[] = []
    for (const run of row) {
      const last = strips.at(-1)
      const atGutter = gutter !== null && last !== undefined && last.right <= gutter && run.x >= gutter
      const gap = run.size * (atGutter ? GAP_AT_GUTTER : GAP)
      const right = run.x + run.width
      if (last === undefined || run.x - last.right > gap) strips.push({ left: run.x, right, runs: [run] })
      else {
        last.right = Math.max(last.right, right)
        last.runs.push(run)
      }
    }
    return strips
  })
}
