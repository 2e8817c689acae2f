import type { Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { PlacedAct, TenureChange, TenureRow } from './tenures-after.ts'

interface PostRow {
  readonly id: string
  readonly bodyId: string | null
  readonly title: string
  readonly name: string
  readonly folded: string
}

/**
 * The ids of the posts by folded name; those that are new are made as first printed. All of them wait for one another
 * until the transaction ends, so that what follows may be reckoned here.
 */
export async function upsertPosts(tx: Tx, printed: readonly PostRow[]): Promise<ReadonlyMap<string, string>> {
  // In one order, so that two imports wait and do not lock each other out.
  const posts = [...Map.groupBy(printed, ({ folded }) => folded).values()]
    .flatMap(([first, ...others]) =>
      first ? [{ ...first, bodyId: [first, ...others].find(({ bodyId }) => bodyId !== null)?.bodyId ?? null }] : [],
    )
    .toSorted((a, b) => (a.folded < b.folded ? -1 : 1))
  const { rows } = await sql<{ id: string; folded: string }>`
    insert into post (id, key, body_id, title, name, folded)
    select id, folded, "bodyId", title, name, folded
    from jsonb_to_recordset(${JSON.stringify(posts)}::jsonb)
      as p(id uuid, "bodyId" uuid, title text, name text, folded text)
    on conflict (folded) do update set body_id = coalesce(post.body_id, excluded.body_id)
    returning id, folded`.execute(tx)
  return new Map(rows.map(({ id, folded }) => [folded, id]))
}

/** All tenures of the acts' persons in the acts' posts. */
export async function findTenuresOf(tx: Tx, acts: readonly PlacedAct[]): Promise<readonly TenureRow[]> {
  const { rows } = await sql<TenureRow>`
    select id, post_id as "postId", person, held_from as "heldFrom", held_until as "heldUntil",
      appointed_by as "appointedBy", ended_by as "endedBy", end_kind as "endKind", end_note as "endNote",
      probation_months as "probationMonths", probation_until as "probationUntil", rank_note as "rankNote",
      begin_place as "beginPlace", end_place as "endPlace"
    from tenure where (post_id, person) in (
      select * from unnest(${acts.map(({ postId }) => postId)}::uuid[], ${acts.map(({ person }) => person)}::text[]))
    order by id`.execute(tx)
  return rows
}

/** Takes away the rows that are gone and writes those that are new, or new under their old id. */
export async function writeTenures(tx: Tx, { gone, written }: TenureChange): Promise<void> {
  if (gone.length > 0)
    await tx
      .deleteFrom('tenure')
      .where('id', 'in', [...gone])
      .execute()
  if (written.length === 0) return
  await sql`
    insert into tenure (id, post_id, person, held_from, held_until, appointed_by, ended_by, end_kind, end_note,
      probation_months, probation_until, rank_note, begin_place, end_place)
    select id, "postId", person, "heldFrom", "heldUntil", "appointedBy", "endedBy", "endKind", "endNote",
      "probationMonths", "probationUntil", "rankNote", "beginPlace", "endPlace"
    from jsonb_to_recordset(${JSON.stringify(written)}::jsonb) as t(id uuid, "postId" uuid, person text,
      "heldFrom" date, "heldUntil" date, "appointedBy" text, "endedBy" text, "endKind" text, "endNote" text,
      "probationMonths" integer, "probationUntil" date, "rankNote" text, "beginPlace" integer,
      "endPlace" integer)`.execute(tx)
}
