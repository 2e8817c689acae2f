import { addDays, addMonths, type PlainDate } from '@guangyue/kernel/calendar'
import type { Act } from './model.ts'

/** A tenure as it is stored. */
export interface TenureRow {
  readonly id: string
  readonly postId: string
  readonly person: string
  readonly heldFrom: string | null
  readonly heldUntil: string | null
  readonly appointedBy: string | null
  readonly endedBy: string | null
  readonly endKind: string | null
  readonly probationMonths: number | null
  readonly probationUntil: string | null
  readonly rankNote: string | null
}

/** An act on a post that is on record. */
export type PlacedAct = Act & { readonly postId: string }

/**
 * The tenures that acts make or change, in the order of the acts. `held` are all tenures of the acts' persons in the
 * acts' posts. An appointment opens a tenure; a removal ends the person's open one, the latest first, or records an end
 * whose beginning is older than the record. An act that is on record changes nothing.
 */
export function tenuresAfter(
  held: readonly TenureRow[],
  acts: readonly PlacedAct[],
  newId: () => string,
): readonly TenureRow[] {
  const rows = new Map(Map.groupBy(held, keyOf))
  const changed = new Map<string, TenureRow>()
  for (const act of acts) {
    const own = rows.get(keyOf(act)) ?? []
    const row = act.action === 'appoint' ? opened(own, act, newId) : ended(own, act, newId)
    if (row === null) continue
    const known = own.some(({ id }) => id === row.id)
    rows.set(keyOf(act), known ? own.map((one) => (one.id === row.id ? row : one)) : [...own, row])
    changed.set(row.id, row)
  }
  return [...changed.values()]
}

function keyOf({ postId, person }: { readonly postId: string; readonly person: string }): string {
  return `${postId} ${person}`
}

function opened(own: readonly TenureRow[], act: PlacedAct, newId: () => string): TenureRow | null {
  if (own.some(({ appointedBy }) => appointedBy === act.document)) return null
  const { date, probationMonths } = act
  return {
    ...blank(act, newId),
    heldFrom: date,
    appointedBy: act.document,
    probationMonths,
    probationUntil: date && probationMonths ? probationEnd(date, probationMonths) : null,
    rankNote: act.note,
  }
}

function ended(own: readonly TenureRow[], act: PlacedAct, newId: () => string): TenureRow {
  const open = own.filter(({ endedBy }) => endedBy === null).toSorted(latestFirst)
  const row = own.find(({ endedBy }) => endedBy === act.document) ?? open[0] ?? blank(act, newId)
  return { ...row, heldUntil: act.date, endedBy: act.document, endKind: act.action }
}

function latestFirst(a: TenureRow, b: TenureRow): number {
  if (a.heldFrom === b.heldFrom) return 0
  return (a.heldFrom ?? '') > (b.heldFrom ?? '') ? -1 : 1
}

function blank({ postId, person }: PlacedAct, newId: () => string): TenureRow {
  return {
    id: newId(),
    postId,
    person,
    heldFrom: null,
    heldUntil: null,
    appointedBy: null,
    endedBy: null,
    endKind: null,
    probationMonths: null,
    probationUntil: null,
    rankNote: null,
  }
}

/** A probation of n months from a day ends on the day before the same day n months on. */
function probationEnd(from: PlainDate, months: number): string {
  return addDays(addMonths(from, months), -1)
}
