import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Body, Group, Tenure } from './model.ts'
import { containing } from './register-store.ts'

/** Bodies that exist on the day, in their order, under the names of that day. */
export async function listBodies(db: Db, day: string): Promise<readonly Body[]> {
  const { rows } = await sql<Body>`
    select b.id, b.key, n.name, n.short, b.kind, b.level, b.division, b.parent_id as "parentId", b.version
    from body b join lateral (
      select name, short from body_name where body_id = b.id
        and coalesce(effective_from, '-infinity') <= ${day}::date and coalesce(effective_to, 'infinity') > ${day}::date
      order by effective_from desc nulls last limit 1) n on true
    where coalesce(b.effective_to, 'infinity') > ${day}::date
    order by b.position, n.short collate "zh-x-icu"`.execute(db)
  return rows
}

export async function listGroups(db: Db): Promise<readonly Group[]> {
  const { rows } = await sql<Group>`
    select g.id, g.name, g.complete, g.version,
      coalesce((select json_agg(name order by name) from body_group_name where group_id = g.id), '[]') as printed,
      coalesce((select json_agg(body_id order by position) from body_group_member where group_id = g.id), '[]') as members
    from body_group g order by g.name collate "zh-x-icu"`.execute(db)
  return rows
}

export interface NameHit {
  readonly folded: string
  readonly bodyId: string | null
  readonly groupId: string | null
}

/**
 * Everything that the folded names may stand for on the day. An exact name of the day outranks an alias, and what a
 * person has settled outranks both.
 */
export async function findNames(db: Db, folded: readonly string[], day: string): Promise<readonly NameHit[]> {
  const { rows } = await sql<NameHit>`
    with asked as (select unnest(${folded}::text[]) as folded),
    hit as (
      select a.folded, n.body_id, null::uuid as group_id, 1 as rank from asked a join body_name n on n.folded_name = a.folded
        where coalesce(n.effective_to, 'infinity') > ${day}::date
      union select a.folded, n.body_id, null, 1 from asked a join body_name n on n.folded_short = a.folded
        where coalesce(n.effective_to, 'infinity') > ${day}::date
      union select a.folded, null, g.group_id, 1 from asked a join body_group_name g on g.folded = a.folded
      union select a.folded, l.body_id, null, case when l.settles then 0 else 2 end from asked a join body_alias l on l.folded = a.folded
        where coalesce(l.effective_from, '-infinity') <= ${day}::date and coalesce(l.effective_to, 'infinity') > ${day}::date),
    standing as (
      select h.* from hit h left join body b on b.id = h.body_id where coalesce(b.effective_to, 'infinity') > ${day}::date)
    select distinct folded, body_id as "bodyId", group_id as "groupId" from standing h
    where rank = (select min(rank) from standing where folded = h.folded)`.execute(db)
  return rows
}

export async function insertAlias(
  tx: Tx,
  row: {
    id: string
    bodyId: string
    name: string
    folded: string
    basis: string | null
    saidBy: string | null
    saidByName: string | null
    settles: boolean
  },
): Promise<void> {
  if (row.settles) await tx.updateTable('body_alias').set({ settles: false }).where('folded', '=', row.folded).execute()
  await tx
    .insertInto('body_alias')
    .values({
      id: row.id,
      body_id: row.bodyId,
      name: row.name,
      folded: row.folded,
      basis: row.basis,
      said_by: row.saidBy,
      said_by_name: row.saidByName,
      settles: row.settles,
    })
    .onConflict((conflict) => {
      const known = conflict.constraint('body_alias_unique')
      return row.settles ? known.doUpdateSet({ settles: true }) : known.doNothing()
    })
    .execute()
}

export interface BodyLabel {
  readonly id: string
  readonly name: string
  readonly short: string
}

/** Names on the day of the given bodies; the last one of a body that is no more. */
export async function findLabels(db: Db, ids: readonly string[], day: string): Promise<readonly BodyLabel[]> {
  const { rows } = await sql<BodyLabel>`
    select distinct on (body_id) body_id as id, name, short from body_name
    where body_id = any(${ids}::uuid[])
    order by body_id, (coalesce(effective_from, '-infinity') <= ${day}::date and coalesce(effective_to, 'infinity') > ${day}::date) desc,
      effective_from desc nulls last`.execute(db)
  return rows
}

/** Keys, by id, of the given bodies. */
export async function findKeys(db: Db, ids: readonly string[]): Promise<readonly { id: string; key: string }[]> {
  const { rows } = await sql<{
    id: string
    key: string
  }>`select id, key from body where id = any(${ids}::uuid[])`.execute(db)
  return rows
}

/** The body with everything below it. */
export async function listSubtree(db: Db, bodyId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from body where id = ${bodyId}::uuid
      union select b.id from body b join below on b.parent_id = below.id)
    select id from below`.execute(db)
  return rows.map(({ id }) => id)
}

/** Full names of all bodies, of any time. */
export async function listFullNames(db: Db): Promise<readonly { bodyId: string; name: string }[]> {
  return db.selectFrom('body_name').select(['body_id as bodyId', 'name']).execute()
}

export interface TenureFilter {
  /** Held on this day; null for all times. */
  readonly day: string | null
  readonly bodyId: string | null
  /** Part of a person's name or of a post. */
  readonly text: string | null
  /** In probation that ends this day or within a month after it; a month as the calendar has it, its last day at most. */
  readonly endingFrom?: string
}

/**
 * By body as bodies are listed, those above all others first and those not on record last; deputies after their chief,
 * the longer in office first.
 */
export async function listTenures(db: Db, filter: TenureFilter): Promise<readonly Tenure[]> {
  let query = db
    .selectFrom('tenure as t')
    .innerJoin('post as p', 'p.id', 't.post_id')
    .leftJoin('body as b', 'b.id', 'p.body_id')
    .select([
      't.id',
      't.person',
      'p.name as post',
      'p.body_id as bodyId',
      't.held_from as heldFrom',
      't.held_until as heldUntil',
      't.appointed_by as appointedBy',
      't.ended_by as endedBy',
      't.end_kind as endKind',
      't.probation_until as probationUntil',
      't.rank_note as rankNote',
    ])
  if (filter.day !== null) {
    const day = filter.day
    query = query
      .where((eb) => eb.or([eb('t.held_from', 'is', null), eb('t.held_from', '<=', day)]))
      .where((eb) => eb.or([eb('t.held_until', 'is', null), eb('t.held_until', '>', day)]))
      .where((eb) => eb.or([eb('t.held_from', 'is not', null), eb('t.held_until', 'is not', null)]))
      // whose beginning is not on record began after the tenure of the same person in the same post that ended before it
      .where(
        sql<boolean>`(t.held_from is not null or not exists (
          select from tenure before where before.post_id = t.post_id and before.person = t.person
            and before.held_until < t.held_until and before.held_until >= ${day}::date))`,
      )
  }
  if (filter.bodyId !== null) query = query.where('p.body_id', '=', filter.bodyId)
  if (filter.text) {
    const like = containing(filter.text)
    query = query.where((eb) => eb.or([eb('t.person', 'like', like), eb('p.name', 'like', like)]))
  }
  if (filter.endingFrom !== undefined) {
    const from = filter.endingFrom
    query = query.where(
      sql<boolean>`t.probation_until >= ${from}::date and t.probation_until - interval '1 month' <= ${from}::date`,
    )
  }
  const rows = await query
    .orderBy(sql`b.id is null, not exists (select from body below where below.parent_id = b.id), b.position`)
    // The heads of a government before its secretary; chiefs before deputies, the first deputy before the others.
    .orderBy(sql`p.name !~ '[省市州县区]长$', p.name like '%副%', p.name not like '%常务副%'`)
    .orderBy('p.name')
    .orderBy('t.held_from', (order) => order.asc().nullsFirst())
    .orderBy('t.begin_place')
    .orderBy('t.id')
    .execute()
  return rows.map((row) => ({ ...row, endKind: row.endKind as Tenure['endKind'] }))
}
