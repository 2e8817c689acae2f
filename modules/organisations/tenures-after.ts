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
  readonly endNote: string | null
  readonly probationMonths: number | null
  readonly probationUntil: string | null
  readonly rankNote: string | null
  /** Places of the two acts among those that their documents print, from 0. */
  readonly beginPlace: number
  readonly endPlace: number
}

/** An act on a post that is on record, and its place among those that its document prints, from 0. */
export type PlacedAct = Act & { readonly postId: string; readonly place: number }

/** What the record must become: rows to take away, and rows to write, some of them anew under their old id. */
export interface TenureChange {
  readonly gone: readonly string[]
  readonly written: readonly TenureRow[]
}

interface ActsToRecord {
  readonly acts: readonly PlacedAct[]
  /** Acts that a corrected text no longer prints. */
  readonly withdrawn?: readonly PlacedAct[]
  readonly newId: () => string
}

/**
 * How the tenures change by acts. `held` are all tenures of the acts' persons in the acts' posts. What is on record of a
 * person in a post is paired anew by day, so that it does not matter in which order documents come in: a removal ends
 * the tenure open on the day before (one that a document lapses and gives again on one day ends and begins), or
 * records an end whose beginning is older than the record; a new appointment carries on from an open one. An act
 * that is on record changes nothing.
 */
export function tenuresAfter(held: readonly TenureRow[], { acts, withdrawn = [], newId }: ActsToRecord): TenureChange {
  const rows = Map.groupBy(held, keyOf)
  const added = Map.groupBy(acts, keyOf)
  const removed = Map.groupBy(withdrawn, keyOf)
  const gone: string[] = []
  const written: TenureRow[] = []
  for (const key of new Set([...added.keys(), ...removed.keys()])) {
    const before = rows.get(key) ?? []
    const after = paired(actsKnown(before, { added: added.get(key) ?? [], removed: removed.get(key) ?? [] }), newId)
    const same = new Set(after.filter((row) => before.some((old) => sameRow(old, row))).map(({ id }) => id))
    gone.push(...before.flatMap(({ id }) => (same.has(id) ? [] : [id])))
    written.push(...after.filter(({ id }) => !same.has(id)))
  }
  return { gone, written }
}

function keyOf({ postId, person }: { readonly postId: string; readonly person: string }): string {
  return `${postId} ${person}`
}

interface Beginning {
  readonly kind: 'begin'
  readonly date: string | null
  readonly document: string | null
  readonly row: TenureRow | null
  readonly act: PlacedAct | null
}

interface Ending {
  readonly kind: 'end'
  readonly date: string | null
  readonly document: string | null
  readonly endKind: string | null
  readonly endNote: string | null
  readonly endPlace: number
  /** The row that holds the end alone. */
  readonly row: TenureRow | null
  readonly of: { readonly postId: string; readonly person: string }
}

type Known = Beginning | Ending

/** The acts that rows stand for, with those added and without those withdrawn; one of each kind for a document. */
function actsKnown(
  rows: readonly TenureRow[],
  { added, removed }: { readonly added: readonly PlacedAct[]; readonly removed: readonly PlacedAct[] },
): readonly Known[] {
  const known = new Map<string, Known>()
  const put = (one: Known) => known.set(`${one.kind} ${one.document}`, known.get(`${one.kind} ${one.document}`) ?? one)
  for (const row of rows) {
    if (row.appointedBy !== null) put({ kind: 'begin', date: row.heldFrom, document: row.appointedBy, row, act: null })
    if (row.endedBy !== null) {
      const alone = row.appointedBy === null ? row : null
      const { heldUntil: date, endedBy: document, endKind, endNote, endPlace } = row
      put({ kind: 'end', date, document, endKind, endNote, endPlace, row: alone, of: row })
    }
  }
  for (const { action, document } of removed) known.delete(`${action === 'appoint' ? 'begin' : 'end'} ${document}`)
  for (const act of added) {
    const { action, date, document, note: endNote, place: endPlace } = act
    if (action === 'appoint') put({ kind: 'begin', date, document, row: null, act })
    else put({ kind: 'end', date, document, endKind: action, endNote, endPlace, row: null, of: act })
  }
  // Of one day, ends come first: nobody is appointed and removed on one day. Days not known come last.
  return [...known.values()].toSorted(
    (a, b) => order(a.date, b.date) || (a.kind === b.kind ? 0 : a.kind === 'end' ? -1 : 1),
  )
}

function order(a: string | null, b: string | null): number {
  if (a === b) return 0
  if (a === null || b === null) return a === null ? 1 : -1
  return a < b ? -1 : 1
}

function paired(known: readonly Known[], newId: () => string): readonly TenureRow[] {
  const rows: TenureRow[] = []
  let open: TenureRow | null = null
  for (const one of known) {
    if (one.kind === 'begin') {
      if (open) rows.push({ ...open, heldUntil: one.date })
      open = opened(one, newId)
      continue
    }
    const { date: heldUntil, document: endedBy, endKind, endNote, endPlace } = one
    rows.push({ ...(open ?? blank(one.row?.id ?? newId(), one.of)), heldUntil, endedBy, endKind, endNote, endPlace })
    open = null
  }
  return open ? [...rows, open] : rows
}

function opened({ row, act }: Beginning, newId: () => string): TenureRow | null {
  if (row) return { ...row, heldUntil: null, endedBy: null, endKind: null, endNote: null, endPlace: 0 }
  if (!act) return null
  const { date, probationMonths } = act
  return {
    ...blank(newId(), act),
    heldFrom: date,
    appointedBy: act.document,
    probationMonths,
    probationUntil: date && probationMonths ? probationEnd(date, probationMonths) : null,
    rankNote: act.note,
    beginPlace: act.place,
  }
}

function blank(id: string, { postId, person }: { readonly postId: string; readonly person: string }): TenureRow {
  return {
    ...{ id, postId, person, heldFrom: null, heldUntil: null, appointedBy: null, endedBy: null, endKind: null },
    ...{ endNote: null, probationMonths: null, probationUntil: null, rankNote: null },
    ...{ beginPlace: 0, endPlace: 0 },
  }
}

function sameRow(a: TenureRow, b: TenureRow): boolean {
  return (Object.keys(b) as (keyof TenureRow)[]).every((key) => a[key] === b[key])
}

/** A probation of n months from a day ends on the day before the same day n months on. */
function probationEnd(from: PlainDate, months: number): string {
  return addDays(addMonths(from, months), -1)
}
