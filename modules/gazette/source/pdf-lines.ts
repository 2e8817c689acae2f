import type { Run } from './pdf-pages.ts'

export interface Line {
  readonly kind: 'line'
  readonly text: string
  readonly left: number
  readonly right: number
  readonly y: number
  readonly size: number
  /** Parts of it stand far from each other, as in a list of contents. */
  readonly spread: boolean
}

/** Runs that stand on one baseline are one line; lines come from top to bottom. */
export function linesOf(runs: readonly Run[]): readonly Line[] {
  return rowsOf(runs).map(lineOf)
}

/** Runs by baseline, from top to bottom, in each row from left to right. */
export function rowsOf(runs: readonly Run[]): readonly (readonly Run[])[] {
  const rows: Run[][] = []
  for (const run of [...runs].sort((a, b) => b.y - a.y)) {
    const row = rows.at(-1)
    if (row?.[0] !== undefined && row[0].y - run.y <= Math.max(row[0].size, run.size) * 0.45) row.push(run)
    else rows.push([run])
  }
  return rows.map((row) => row.toSorted((a, b) => a.x - b.x))
}

/** Two pieces of text of one line or paragraph put together: Chinese is written without spaces. */
export function joined(before: string, after: string): string {
  const [head, tail] = [before.trimEnd(), after.trimStart()]
  const glued = head === '' || tail === '' || CJK.test(head.slice(-1)) || CJK.test(tail.slice(0, 1))
  return glued ? head + tail : `${head} ${tail}`
}

const CJK = /[\p{Script=Han}\u2e80-\u2fdf\u3000-\u303f\uff00-\uffef“”‘’—…·△▲◆]/u
/** Gaps in widths of a character: less is no gap at all, more sets a cell or a column off. */
const GAP = 0.8
const WIDE_GAP = 2

function lineOf(runs: readonly Run[]): Line {
  const cells: string[] = []
  let right = Number.NEGATIVE_INFINITY
  for (const run of runs) {
    const gap = (run.x - right) / run.size
    const last = cells.at(-1)
    if (last === undefined || gap > WIDE_GAP) cells.push(run.text)
    else cells[cells.length - 1] = gap > GAP ? `${last} ${run.text}` : touching(last, run.text, gap)
    right = Math.max(right, run.x + run.width)
  }
  const text = cells.map(withoutInnerSpaces).join(cells.length > 2 ? '\t' : ' ')
  const size = Math.max(...runs.map((run) => run.size))
  const left = runs[0] === undefined ? 0 : runs[0].x + blanksBefore(runs[0].text) * runs[0].size
  return { kind: 'line', text, left, right, y: runs[0]?.y ?? 0, size, spread: cells.length > 1 }
}

/** Full-width spaces by which a line is set in. */
function blanksBefore(text: string): number {
  return /^\u3000*/.exec(text)?.[0].length ?? 0
}

function touching(before: string, after: string, gap: number): string {
  return gap > 0.15 && /[\w.,;:)]$/.test(before) && /^[\w(]/.test(after) ? `${before} ${after}` : before + after
}

/** Spaces that justification left between Chinese characters or about a Chinese sign; a full-width one is the writer's. */
function withoutInnerSpaces(text: string): string {
  return text.trim().replace(INNER_SPACE, '')
}

const SIGN = '，。、；：？！…—“”‘’（）《》〈〉【】〔〕'
const INNER_SPACE = new RegExp(`(?<=\\p{Script=Han}) +(?=\\p{Script=Han})|(?<=[${SIGN}]) +| +(?=[${SIGN}])`, 'gu')
