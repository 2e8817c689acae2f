import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** One act as the register keeps it. */
export interface ActOnRecord {
  /** Of the tenure and of what the act did to it. */
  readonly key: string
  readonly person: string
  readonly action: 'appoint' | 'remove' | 'lapse'
  readonly post: string
  readonly bodyId: string | null
  readonly on: string | null
  /** Number of the document, or its title. */
  readonly document: string
  readonly probationMonths: number | null
  readonly note: string | null
}

export interface ActsFilter {
  /** Part of a person's name or of a post. */
  readonly text: string | null
  /** Part of a post. */
  readonly post: string | null
  readonly bodyIds: readonly string[] | null
  /** Both included; acts without a day are in no span. */
  readonly from: string | null
  readonly to: string | null
  readonly action: ActOnRecord['action'] | null
}

export interface ActsAsked extends ActsFilter {
  readonly limit: number
  readonly offset: number
}

/** Acts on record, of texts, packs and by hand: the newest day first, those of one document in printed order. */
export async function listActsOnRecord(
  db: Db,
  { text, post, bodyIds, from, to, action, limit, offset }: ActsAsked,
): Promise<{ total: number; acts: readonly ActOnRecord[] }> {
  const [like, postLike] = [text, post].map((part) => (part === null ? null : containing(part)))
  const { rows } = await sql<ActOnRecord & { total: number }>`
    with act as (
      select id || '/begin' as key, post_id, person, 'appoint' as action, held_from as "on", appointed_by as document,
        probation_months as "probationMonths", rank_note as note, 0 as step, begin_place as place
      from tenure where appointed_by is not null
      union all
      select id || '/end', post_id, person, end_kind, held_until, ended_by, null, end_note, 1, end_place
      from tenure where ended_by is not null)
    select act.key, act.person, act.action, p.name as post, p.body_id as "bodyId", act."on", act.document,
      act."probationMonths", act.note, count(*) over () as total
    from act join post p on p.id = act.post_id
    where (${like}::text is null or act.person like ${like} or p.name like ${like})
      and (${postLike}::text is null or p.name like ${postLike})
      and (${bodyIds}::uuid[] is null or p.body_id = any(${bodyIds}::uuid[]))
      and (${from}::date is null or act."on" >= ${from}::date)
      and (${to}::date is null or act."on" <= ${to}::date)
      and (${action}::text is null or act.action = ${action})
    order by act."on" desc nulls last, act.document, act.step, act.place, act.key
    limit ${limit} offset ${offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, acts: rows.map(({ total: _total, ...act }) => act) }
}

/** A pattern of `like` for texts that contain the part. */
export function containing(part: string): string {
  return `%${part.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`
}
