import { concat } from './joined.ts'
import { isPartyName } from './parties.ts'
import type { Cell, Column, ColumnRole, RawCell } from './table-rows.ts'

/** How a run of printed cells suits one column; `cells` cells end before cell `to`. */
interface Step {
  readonly score: number
  readonly cells: number
}

const LONGEST = 6
const START: Step = { score: 0, cells: 0 }
const NOWHERE: Step = { score: -1e9, cells: 0 }
const TIME = /\d\s*[年月日]|[年月]底|季度|半年|长期|持续|全年|常态|年内|旬|\d{4}[./-]\d|每[年月周季]|即时|动态/
/** What may stand behind a name in a list: 办公室牵头，各科室配合. */
const ROLE_END = /(?:等|牵头|负责|配合|协助|落实|主办|协办|参与)$/
const PERSON = /^[\u4e00-\u9fa5·]{2,4}(?:[、，\s][\u4e00-\u9fa5·]{2,4})*$/

/**
 * Gives the cells of one row their columns where there are more or fewer than columns: a cell that a line break cut
 * in two is put together, and a cell that is missing leaves its column empty. The best division by what columns of
 * parties, times and persons look like; also how well it suits.
 */
export function fitCells(
  columns: readonly Column[],
  cells: readonly RawCell[],
): { readonly cells: readonly Cell[]; readonly score: number } {
  const table = divisions(columns, cells)
  const runs: number[] = []
  let to = cells.length
  for (let c = columns.length; c > 0; c -= 1) {
    const taken = table[c]?.[to]?.cells ?? 0
    runs.unshift(taken)
    to -= taken
  }
  return { cells: taken(columns, cells, runs), score: table[columns.length]?.[cells.length]?.score ?? NOWHERE.score }
}

/** How well the first 0, 1, 2 … of the cells suit the columns. */
export function fitScores(columns: readonly Column[], cells: readonly RawCell[]): readonly number[] {
  return (divisions(columns, cells)[columns.length] ?? []).map((step) => step.score)
}

/** For each number of columns, and each number of cells that they take, the best last step of the division. */
function divisions(columns: readonly Column[], cells: readonly RawCell[]): readonly (readonly Step[])[] {
  const looks = cells.map((cell) => look(cell.value.shadow))
  const fits = cells.length <= columns.length * LONGEST
  let above: Step[] = [START]
  for (let to = 0; to < cells.length; to += 1) above.push(NOWHERE)
  const table = [above]
  for (const { role } of columns) {
    const row: Step[] = []
    for (let to = 0; to <= cells.length; to += 1) row.push(best(role, { looks, above, to, fits }))
    table.push(row)
    above = row
  }
  return table
}

/** How well cells suit the columns that they are printed under; an empty one leaves its column empty. */
export function suitsAsPrinted(columns: readonly Column[], cells: readonly RawCell[]): number {
  const score = (column: Column, cell: RawCell | undefined) =>
    suits(column.role, cell === undefined || cell.value.text === '' ? [] : [look(cell.value.shadow)], 0, 1)
  return columns.reduce((sum, column, i) => sum + score(column, cells[i]), 0)
}

function best(
  role: ColumnRole,
  at: { readonly looks: readonly Look[]; readonly above: readonly Step[]; readonly to: number; readonly fits: boolean },
): Step {
  let found = NOWHERE
  for (let n = 0; n <= Math.min(LONGEST, at.to); n += 1) {
    const before = at.above[at.to - n] ?? NOWHERE
    if (at.fits && before === NOWHERE) continue
    const score = before.score + suits(role, at.looks, at.to - n, at.to)
    if (score > found.score) found = { score, cells: n }
  }
  return found
}

interface Look {
  readonly parties: boolean
  readonly time: boolean
  readonly person: boolean
  readonly open: boolean
  readonly length: number
}

function look(shadow: string): Look {
  const names = shadow.split(/[、，,；\s]+/).filter((name) => name !== '')
  const known = names.filter((name) => isPartyName(name.replace(ROLE_END, '')) || name.includes('：')).length
  const listed =
    names.length > 1 && known * 3 >= names.length * 2 && names.every((name) => name.length <= 14 && !/[\d%]/.test(name))
  const parties = names.length > 0 && (known === names.length || (listed && !/[。；]/.test(shadow)))
  return {
    parties,
    time: TIME.test(shadow) && shadow.length <= 24,
    person: !parties && PERSON.test(shadow),
    open: /[、，（和及]$/.test(shadow),
    length: shadow.length,
  }
}

/** How well the cells from `from` to before `end` suit a column of the given role. */
function suits(role: ColumnRole, looks: readonly Look[], from: number, end: number): number {
  const to = Math.min(end, looks.length)
  const first = from < to ? looks[from] : undefined
  if (!first) return role === 'note' || role === 'person' ? -0.5 : role === 'text' || role === 'target' ? -2 : -1.5
  const more = (to - from - 1) * 0.2
  let [parties, times, people, aliens, breaks] = [true, true, true, 0, 0]
  for (let i = from; i < to; i += 1) {
    const [before, each] = [i > from ? looks[i - 1] : undefined, looks[i]]
    if (!each) break
    parties &&= each.parties || before?.open === true
    times &&= each.time
    people &&= each.person
    if (each.parties || (each.time && each.length < 12)) aliens += 1
    if (before) breaks += breakBetween(before, each)
  }
  if (role === 'lead' || role === 'support') return (parties ? 3 : -3) - more * (role === 'lead' ? 1.5 : 1)
  if (role === 'time') return (times ? 3 : -2) - more * 4
  if (role === 'person') return (people ? 3 : -3) - more
  if (role === 'serial') return to - from === 1 && first.length <= 4 ? 1 : -3
  return 0.5 - aliens * 1.5 - more + breaks
}

/** A line that breaks within a cell is open or as long as its cell is wide; a short closed one is a cell of its own. */
function breakBetween(before: Look, after: Look): number {
  if (before.open) return 0.3
  return before.length + 4 < after.length ? -0.6 : 0
}

function taken(columns: readonly Column[], cells: readonly RawCell[], runs: readonly number[]): readonly Cell[] {
  const placed: Cell[] = []
  let from = 0
  columns.forEach(({ role, heading }, c) => {
    const own = cells.slice(from, from + (runs[c] ?? 0))
    from += own.length
    if (own.length === 0) return
    const apart = (role === 'lead' || role === 'support') && own.every((cell) => isPartyName(cell.value.shadow))
    const value = concat(
      own.map((cell) => cell.value),
      apart ? '\n' : '',
    )
    placed.push({ role, heading, value })
  })
  return placed
}
