import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

export interface NameEntry {
  readonly name: string
  readonly short: string
  readonly from: string | null
  readonly to: string | null
}

/** A body with everything that is on record of it. */
export interface BodyEntry {
  readonly id: string
  readonly key: string
  readonly name: string
  readonly short: string
  readonly kind: string
  readonly parentId: string | null
  readonly assigned: boolean
  readonly note: string | null
  /** First day on which it no longer exists. */
  readonly closedOn: string | null
  readonly names: readonly NameEntry[]
  readonly aliases: readonly { readonly id: string; readonly name: string; readonly saidBy: string | null }[]
  readonly successors: readonly { readonly id: string | null; readonly name: string; readonly from: string | null }[]
  readonly version: number
}

/** All bodies of any time under their names of the day, or their last; one of them when an id is given. */
export async function listEntries(db: Db, day: string, id: string | null = null): Promise<readonly BodyEntry[]> {
  const { rows } = await sql<BodyEntry>`
    select b.id, b.key, n.name, n.short, b.kind, b.parent_id as "parentId", b.assigned, b.note,
      b.effective_to as "closedOn", b.version,
      (select json_agg(json_build_object('name', name, 'short', short, 'from', effective_from, 'to', effective_to)
        order by effective_from desc nulls last) from body_name where body_id = b.id) as names,
      coalesce((select json_agg(json_build_object('id', id, 'name', name, 'saidBy', said_by_name) order by name)
        from body_alias where body_id = b.id), '[]') as aliases,
      coalesce((select json_agg(json_build_object('id', successor_id, 'name', name, 'from', effective_from))
        from body_successor where body_id = b.id), '[]') as successors
    from body b join lateral (
      select name, short from body_name where body_id = b.id
      order by (coalesce(effective_from, '-infinity') <= ${day}::date and coalesce(effective_to, 'infinity') > ${day}::date) desc,
        effective_from desc nulls last limit 1) n on true
    where ${id}::uuid is null or b.id = ${id}::uuid
    order by b.position, n.short collate "zh-x-icu"`.execute(db)
  return rows
}

export async function findEntry(db: Db, id: string, day: string): Promise<BodyEntry | undefined> {
  return (await listEntries(db, day, id))[0]
}

/** Changes of the tree and of names wait for one another until the transaction ends. */
export async function lockBodies(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(7025, hashtext(current_schema()))`.execute(tx)
}

/** Who bears the folded name, full or short, on the day or later. */
export async function findBearers(tx: Tx, folded: readonly string[], day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct n.body_id as id from body_name n join body b on b.id = n.body_id
    where (n.folded_name = any(${folded}::text[]) or n.folded_short = any(${folded}::text[]))
      and coalesce(n.effective_to, 'infinity') > ${day}::date and coalesce(b.effective_to, 'infinity') > ${day}::date`.execute(
    tx,
  )
  return rows.map(({ id }) => id)
}

/** False when the version that was seen is no longer the newest. */
export async function updateBody(
  tx: Tx,
  row: Pick<BodyEntry, 'id' | 'kind' | 'parentId' | 'assigned' | 'note' | 'version'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('body')
    .set({ kind: row.kind, parent_id: row.parentId, assigned: row.assigned, note: row.note, version: row.version + 1 })
    .where('id', '=', row.id)
    .where('version', '=', row.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Counts an edit of something that hangs on the body. False when the version that was seen is no longer the newest. */
export async function touchBody(tx: Tx, seen: { id: string; version: number }): Promise<boolean> {
  const result = await tx
    .updateTable('body')
    .set({ version: seen.version + 1 })
    .where('id', '=', seen.id)
    .where('version', '=', seen.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Names that are still open end on the day. */
export async function endNames(tx: Tx, bodyId: string, day: string): Promise<void> {
  await sql`update body_name set effective_to = ${day}::date
    where body_id = ${bodyId}::uuid and coalesce(effective_to, 'infinity') > ${day}::date`.execute(tx)
}

export async function deleteAlias(tx: Tx, bodyId: string, aliasId: string): Promise<string | undefined> {
  const row = await tx
    .deleteFrom('body_alias')
    .where('id', '=', aliasId)
    .where('body_id', '=', bodyId)
    .returning('name')
    .executeTakeFirst()
  return row?.name
}

export async function updateClosing(tx: Tx, bodyId: string, day: string): Promise<void> {
  await tx.updateTable('body').set({ effective_to: day }).where('id', '=', bodyId).execute()
}

/** Names of the bodies below that exist on the day or later. */
export async function listOpenChildren(tx: Tx, bodyId: string, day: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from body
    where parent_id = ${bodyId}::uuid and coalesce(effective_to, 'infinity') > ${day}::date`.execute(tx)
  return rows.map(({ id }) => id)
}

export async function findLastPosition(tx: Tx): Promise<number> {
  const { rows } = await sql<{ last: number }>`select coalesce(max(position), 0) as last from body`.execute(tx)
  return rows[0]?.last ?? 0
}
