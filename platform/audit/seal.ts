import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Db, OpenCity, Tx } from '../db/index.ts'
import { recordsRoot } from './record-line.ts'

export interface SealRow {
  readonly id: number
  readonly era: number
  readonly throughTxid: number
  readonly records: number
  readonly root: string
  readonly previousSeal: string
  readonly seal: string
}

/** What stands before the first seal. */
export const noSeal = { id: 0, era: 0, throughTxid: 0, records: 0, root: '', previousSeal: '', seal: '0'.repeat(64) }

/**
 * Chains all records of finished transactions that no seal covers yet. Records are never numbered without gaps (a
 * rolled back transaction leaves one), so a seal covers a range of transaction numbers below the oldest one that is
 * still running: nothing can be added to that range later. Returns how many records it sealed.
 */
export function sealAudit(city: OpenCity): Promise<number> {
  return city.db.transaction().execute(async (tx) => {
    const locked = await sql<{
      mine: boolean
    }>`select pg_try_advisory_xact_lock(7022, hashtext(current_schema())) as mine`.execute(tx)
    if (!locked.rows[0]?.mine) return 0
    const last = (await findLastSeal(tx)) ?? noSeal
    const next = await findUnsealed(tx, last)
    if (!next || next.records === 0) return 0
    const row = { ...next, id: last.id + 1, previousSeal: last.seal }
    await tx
      .insertInto('audit_seal')
      .values({
        id: row.id,
        era: row.era,
        through_txid: row.throughTxid,
        records: row.records,
        root: row.root,
        previous_seal: row.previousSeal,
        seal: sealOf(row),
      })
      .execute()
    return row.records
  })
}

/** The seal over a range: what it covers, bound to the seal before. */
export function sealOf(row: Omit<SealRow, 'seal'>): string {
  const text = [row.id, row.era, row.throughTxid, row.records, row.root, row.previousSeal].join('|')
  return createHash('sha256').update(text).digest('hex')
}

async function findLastSeal(tx: Tx): Promise<SealRow | undefined> {
  return tx
    .selectFrom('audit_seal')
    .select(['id', 'era', 'through_txid as throughTxid', 'records', 'root', 'previous_seal as previousSeal', 'seal'])
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

type Range = Pick<SealRow, 'era' | 'throughTxid' | 'records' | 'root'>

/** The next range: first what an earlier era left unsealed, then the present era up to the oldest running transaction. */
async function findUnsealed(tx: Tx, last: SealRow): Promise<Range | undefined> {
  const { rows } = await sql<Range>`
    with bound as (
      select a.era, case when a.era = (select max(era) from audit_era)
        then pg_snapshot_xmin(pg_current_snapshot())::text::bigint - 1 else 9007199254740991 end as through
      from audit_era a where a.era >= ${last.era})
    select b.era, b.through as "throughTxid", count(r.id)::int as records, ${recordsRoot} as root
    from bound b join audit_record r on r.era = b.era and r.txid <= b.through
      and (r.era > ${last.era} or r.txid > ${last.throughTxid})
    group by b.era, b.through order by b.era limit 1`.execute(tx)
  return rows[0]
}

/** The newest seal, by its number and value; `noSeal` before the first. */
export async function auditHead(db: Db): Promise<Pick<SealRow, 'id' | 'seal'>> {
  const row = await db.selectFrom('audit_seal').select(['id', 'seal']).orderBy('id', 'desc').limit(1).executeTakeFirst()
  return row ?? { id: noSeal.id, seal: noSeal.seal }
}

/** Whether a seal of that number was given that value: what was printed in a gazette still stands. */
export async function isSealOnRecord(db: Db, { id, seal }: Pick<SealRow, 'id' | 'seal'>): Promise<boolean> {
  if (id === noSeal.id) return seal === noSeal.seal
  const row = await db.selectFrom('audit_seal').select('seal').where('id', '=', id).executeTakeFirst()
  return row?.seal === seal
}
