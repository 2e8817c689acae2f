import { sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { recordsRoot } from './record-line.ts'
import { noSeal, type SealRow, sealOf } from './seal.ts'

export interface AuditReport {
  readonly seals: number
  readonly records: number
  /** Records of transactions after the last seal, or still running. */
  readonly unsealed: number
  /** The newest seal, to be compared with the heads printed in the gazette and kept in backups. */
  readonly head: string
  /** What does not hold, in Chinese, by seal. Empty when the chain is whole. */
  readonly faults: readonly string[]
}

/** Recomputes the whole chain of a city: names missing seals, missing or added records, altered records and seals. */
export async function verifyAudit(db: Db): Promise<AuditReport> {
  const rows = await readSeals(db)
  const faults: string[] = []
  let last: SealRow = noSeal
  for (const row of rows) {
    faults.push(...faultsOf(row, last))
    last = row
  }
  const total = await db
    .selectFrom('audit_record')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirst()
  const sealed = rows.reduce((sum, row) => sum + row.found, 0)
  const records = total?.count ?? 0
  return { seals: rows.length, records, unsealed: records - sealed, head: last.seal, faults }
}

interface CheckedSeal extends SealRow {
  readonly found: number
  readonly foundRoot: string
}

async function readSeals(db: Db): Promise<readonly CheckedSeal[]> {
  const { rows } = await sql<CheckedSeal>`
    with range as (
      select s.*, lag(s.era, 1, 0) over (order by s.id) as from_era,
        lag(s.through_txid, 1, 0::bigint) over (order by s.id) as from_txid from audit_seal s)
    select s.id, s.era, s.through_txid as "throughTxid", s.records, s.root, s.previous_seal as "previousSeal", s.seal,
      count(r.id)::int as found, ${recordsRoot} as "foundRoot"
    from range s left join audit_record r on r.era = s.era and r.txid <= s.through_txid
      and (s.era > s.from_era or r.txid > s.from_txid)
    group by s.id, s.era, s.through_txid, s.records, s.root, s.previous_seal, s.seal order by s.id`.execute(db)
  return rows
}

function faultsOf(row: CheckedSeal, last: SealRow): string[] {
  const faults: string[] = []
  if (row.id !== last.id + 1) faults.push(`缺第 ${last.id + 1} 至 ${row.id - 1} 号封签`)
  if (row.previousSeal !== last.seal) faults.push(`第 ${row.id} 号封签没有接在第 ${last.id} 号之后`)
  if (row.seal !== sealOf(row)) faults.push(`第 ${row.id} 号封签本身被改动`)
  if (row.found < row.records) faults.push(`第 ${row.id} 号封签所辖记录缺 ${row.records - row.found} 条`)
  else if (row.found > row.records) faults.push(`第 ${row.id} 号封签所辖记录多出 ${row.found - row.records} 条`)
  else if (row.foundRoot !== row.root) faults.push(`第 ${row.id} 号封签所辖记录被改动`)
  return faults
}
