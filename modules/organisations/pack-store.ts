import type { Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { foldName } from './model.ts'
import type { BodyRow, GroupRow } from './pack.ts'

type NewBodyRow = Pick<
  BodyRow,
  'key' | 'kind' | 'level' | 'division' | 'certainty' | 'note' | 'assigned' | 'effective_from' | 'effective_to'
> & { readonly id: string; readonly position: number }

/** Keys of the bodies that were new. */
export async function insertBodies(tx: Tx, rows: readonly NewBodyRow[]): Promise<ReadonlySet<string>> {
  if (rows.length === 0) return new Set()
  const made = await tx
    .insertInto('body')
    .values(
      rows.map((row) => ({
        id: row.id,
        key: row.key,
        kind: row.kind,
        level: row.level,
        division: row.division,
        position: row.position,
        certainty: row.certainty,
        note: row.note,
        assigned: row.assigned,
        effective_from: row.effective_from,
        effective_to: row.effective_to,
      })),
    )
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('key')
    .execute()
  return new Set(made.map(({ key }) => key))
}

export async function findBodyIds(tx: Tx): Promise<ReadonlyMap<string, string>> {
  const rows = await tx.selectFrom('body').select(['key', 'id']).execute()
  return new Map(rows.map(({ key, id }) => [key, id]))
}

export async function linkParents(tx: Tx, links: readonly { key: string; parent: string }[]): Promise<void> {
  if (links.length === 0) return
  await sql`update body b set parent_id = p.id
    from unnest(${links.map(({ key }) => key)}::text[], ${links.map(({ parent }) => parent)}::text[]) as l(key, parent)
    join body p on p.key = l.parent where b.key = l.key`.execute(tx)
}

interface Named {
  readonly id: string
  readonly bodyId: string
  readonly name: string
  readonly effective_from: string | null
  readonly effective_to: string | null
}

export async function insertNames(tx: Tx, rows: readonly (Named & { short: string })[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('body_name')
    .values(
      rows.map((row) => ({
        id: row.id,
        body_id: row.bodyId,
        name: row.name,
        short: row.short,
        folded_name: foldName(row.name),
        folded_short: foldName(row.short),
        effective_from: row.effective_from,
        effective_to: row.effective_to,
      })),
    )
    .onConflict((conflict) => conflict.constraint('body_name_unique').doNothing())
    .execute()
}

export async function insertAliases(
  tx: Tx,
  rows: readonly (Named & { folded: string; basis: unknown })[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('body_alias')
    .values(
      rows.map((row) => ({
        id: row.id,
        body_id: row.bodyId,
        name: row.name,
        folded: row.folded,
        basis: JSON.stringify(row.basis),
        effective_from: row.effective_from,
        effective_to: row.effective_to,
      })),
    )
    .onConflict((conflict) => conflict.constraint('body_alias_unique').doNothing())
    .execute()
}

export interface SuccessorRow {
  readonly id: string
  readonly bodyId: string
  /** Null when the successor is not on record. */
  readonly successorId: string | null
  readonly name: string
  readonly effectiveFrom: string | null
  readonly basis: string | null
}

export async function insertSuccessors(tx: Tx, rows: readonly SuccessorRow[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('body_successor')
    .values(
      rows.map((row) => ({
        id: row.id,
        body_id: row.bodyId,
        successor_id: row.successorId,
        name: row.name,
        effective_from: row.effectiveFrom,
        basis: row.basis,
      })),
    )
    .onConflict((conflict) => conflict.constraint('body_successor_unique').doNothing())
    .execute()
}

export async function insertGroups(
  tx: Tx,
  rows: readonly (GroupRow & { id: string })[],
  bodyIds: ReadonlyMap<string, string>,
): Promise<void> {
  if (rows.length === 0) return
  const made = await tx
    .insertInto('body_group')
    .values(rows.map(({ id, key, name, complete }) => ({ id, key, name, complete })))
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .execute()
  const fresh = new Set(made.map(({ id }) => id))
  const groups = rows.filter(({ id }) => fresh.has(id))
  const names = groups.flatMap((group) =>
    [...new Set([group.name, ...group.printed])].map((name) => ({ group_id: group.id, name, folded: foldName(name) })),
  )
  const members = groups.flatMap((group) =>
    group.members.flatMap((key, position) => {
      const body = bodyIds.get(key)
      return body === undefined ? [] : [{ group_id: group.id, body_id: body, position }]
    }),
  )
  if (names.length > 0) {
    await tx
      .insertInto('body_group_name')
      .values(names)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
  if (members.length > 0) {
    await tx
      .insertInto('body_group_member')
      .values(members)
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}
