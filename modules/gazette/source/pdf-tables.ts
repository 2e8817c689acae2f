import { joined, linesOf } from './pdf-lines.ts'
import type { PdfPage, Run } from './pdf-pages.ts'
import type { Rule } from './pdf-rules.ts'

export interface Table {
  readonly kind: 'table'
  /** Cells of each row, one for each column of the grid. A cell that spans rows says in each of them what it says. */
  readonly rows: readonly (readonly string[])[]
  readonly left: number
  readonly right: number
  /** Top edge. */
  readonly y: number
}

/** How far lines may miss each other and still meet, in points. */
const NEAR = 2.5

/** The bordered tables of a page, and the runs that stand outside them. A frame around text is no table. */
export function tablesOf(page: PdfPage): { readonly tables: readonly Table[]; readonly runs: readonly Run[] } {
  let runs = page.runs
  const tables: Table[] = []
  for (const rules of connected(page.rules)) {
    const grid = gridOf(rules)
    if (grid === null) continue
    const inside = runs.filter((run) => within(grid, run))
    if (inside.length === 0) continue
    runs = runs.filter((run) => !within(grid, run))
    tables.push(tableOf(grid, inside))
  }
  return { tables, runs }
}

interface Grid {
  /** Upright and level lines: from left to right, from top to bottom. */
  readonly xs: readonly number[]
  readonly ys: readonly number[]
  readonly rules: readonly Rule[]
}

function isLevel(rule: Rule): boolean {
  return rule.x2 - rule.x1 > rule.y2 - rule.y1
}

function meet(a: Rule, b: Rule): boolean {
  return a.x1 <= b.x2 + NEAR && b.x1 <= a.x2 + NEAR && a.y1 <= b.y2 + NEAR && b.y1 <= a.y2 + NEAR
}

/** Groups of rules that meet. */
function connected(rules: readonly Rule[]): readonly (readonly Rule[])[] {
  const groups: Rule[][] = []
  const left = new Set(rules)
  for (const seed of rules) {
    if (!left.delete(seed)) continue
    const group = [seed]
    for (const rule of group) {
      for (const other of left) {
        if (!meet(rule, other)) continue
        left.delete(other)
        group.push(other)
      }
    }
    groups.push(group)
  }
  return groups
}

function gridOf(rules: readonly Rule[]): Grid | null {
  const xs = places(rules.filter((rule) => !isLevel(rule)).map((rule) => rule.x1))
  const ys = places(rules.filter(isLevel).map((rule) => rule.y1)).toReversed()
  return xs.length >= 3 && ys.length >= 2 ? { xs, ys, rules } : null
}

function places(values: readonly number[]): readonly number[] {
  const found: number[] = []
  for (const value of values.toSorted((a, b) => a - b)) if (value - (found.at(-1) ?? -99) > NEAR * 2) found.push(value)
  return found
}

function within({ xs, ys }: Grid, run: Run): boolean {
  const [x, y] = middle(run)
  return x > (xs[0] ?? 0) && x < (xs.at(-1) ?? 0) && y < (ys[0] ?? 0) && y > (ys.at(-1) ?? 0)
}

function middle(run: Run): readonly [number, number] {
  return [run.x + Math.min(run.width, run.size) / 2, run.y + run.size * 0.35]
}

function tableOf(grid: Grid, runs: readonly Run[]): Table {
  const { xs, ys } = grid
  const columns = xs.length - 1
  const cellAt = joinedCells(grid)
  const inCell = new Map<number, Run[]>()
  for (const run of runs) {
    const [x, y] = middle(run)
    const column = xs.findLastIndex((edge) => edge <= x)
    const row = ys.findLastIndex((edge) => edge >= y)
    const cell = cellAt(row, column)
    inCell.set(cell, [...(inCell.get(cell) ?? []), run])
  }
  const text = (cell: number) =>
    linesOf(inCell.get(cell) ?? [])
      .map((line) => line.text)
      .reduce(joined, '')
      .replaceAll('|', '｜')
  const rows = ys.slice(1).map((_, row) =>
    Array.from({ length: columns }, (_, column) => {
      const cell = cellAt(row, column)
      return column > 0 && cellAt(row, column - 1) === cell ? '' : text(cell)
    }),
  )
  return { kind: 'table', rows, left: xs[0] ?? 0, right: xs.at(-1) ?? 0, y: ys[0] ?? 0 }
}

/** The cell that each field of the grid belongs to: fields with no line between them are one cell. */
function joinedCells({ xs, ys, rules }: Grid): (row: number, column: number) => number {
  const columns = xs.length - 1
  const parent = Array.from({ length: columns * (ys.length - 1) }, (_, i) => i)
  const root = (cell: number): number => {
    let at = cell
    while (parent[at] !== at) at = parent[at] ?? at
    return at
  }
  const join = (a: number, b: number) => {
    parent[Math.max(root(a), root(b))] = Math.min(root(a), root(b))
  }
  const upright = rules.filter((rule) => !isLevel(rule))
  const level = rules.filter(isLevel)
  for (let row = 0; row < ys.length - 1; row++) {
    for (let column = 0; column < columns; column++) {
      const x = ((xs[column] ?? 0) + (xs[column + 1] ?? 0)) / 2
      const y = ((ys[row] ?? 0) + (ys[row + 1] ?? 0)) / 2
      const right = xs[column + 1] ?? 0
      const below = ys[row + 1] ?? 0
      const walled = upright.some((rule) => Math.abs(rule.x1 - right) <= NEAR && rule.y1 < y && rule.y2 > y)
      const floored = level.some((rule) => Math.abs(rule.y1 - below) <= NEAR && rule.x1 < x && rule.x2 > x)
      const cell = row * columns + column
      if (!walled && column < columns - 1) join(cell, cell + 1)
      if (!floored && row < ys.length - 2) join(cell, cell + columns)
    }
  }
  return (row, column) => root(row * columns + column)
}
