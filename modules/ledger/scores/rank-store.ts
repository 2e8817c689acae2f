import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { RankGoal } from '../store/documents.ts'

export interface RankedIndicator {
  readonly key: string
  readonly name: string
  readonly goal: RankGoal | null
}

/** Every indicator in its order. */
export async function listRanked(db: Db): Promise<readonly RankedIndicator[]> {
  const { rows } = await sql<RankedIndicator>`select key, name, case when goal_within is not null then
      json_build_object('within', goal_within, 'reach', goal_reach, 'otherwise', goal_otherwise, 'basis',
        coalesce(goal_basis, '')) end as goal
    from ledger_indicator order by position, key`.execute(db)
  return rows
}

export interface Rank {
  readonly id: number
  readonly periodId: string
  readonly key: string
  readonly before: number
  readonly rank: number
  readonly source: string
  readonly byName: string
  readonly at: string
}

const columns = sql`id::int, period_id as "periodId", indicator_key as key, rank_before as before, rank, source,
  by_name as "byName", at`

/** The newest of each indicator in a period; of those up to a row when `upTo` is given. */
export async function listRanks(db: Db, periodId: string, upTo: number | null = null): Promise<readonly Rank[]> {
  const { rows } = await sql<Rank>`select distinct on (indicator_key) ${columns} from ledger_indicator_rank
    where period_id = ${periodId} and (${upTo}::bigint is null or id <= ${upTo})
    order by indicator_key, ledger_indicator_rank.id desc`.execute(db)
  return rows
}

/** The rank of each indicator that was entered last in any period. */
export async function listNewestRanks(db: Db): Promise<readonly Rank[]> {
  const { rows } = await sql<Rank>`select distinct on (indicator_key) ${columns} from ledger_indicator_rank
    order by indicator_key, ledger_indicator_rank.id desc`.execute(db)
  return rows
}

export async function insertRanks(
  tx: Tx,
  periodId: string,
  ranks: readonly (Pick<Rank, 'key' | 'before' | 'rank' | 'source'> & {
    readonly byId: string | null
    readonly byName: string
    readonly at: string
  })[],
): Promise<void> {
  await sql`insert into ledger_indicator_rank (period_id, indicator_key, rank_before, rank, source, by_id, by_name, at)
    select ${periodId}, key, before, rank, source, "byId", "byName", at
    from jsonb_to_recordset(${JSON.stringify(ranks)}::jsonb) as v(key text, before integer, rank integer, source text,
      "byId" uuid, "byName" text, at timestamptz)`.execute(tx)
}
