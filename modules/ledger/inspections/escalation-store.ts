import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Level } from '../dispatch/model.ts'
import { indicatorMeasures } from '../store/indicator-measures.ts'

export interface OverdueFinding {
  readonly id: string
  readonly number: number
  readonly text: string
  readonly inspection: string
  readonly bodyId: string
  readonly due: PlainDate
  readonly graceDays: number
  /** Levels that were told of this day already. */
  readonly told: readonly Level[]
  /** Indicators that its task belongs to. */
  readonly indicators: readonly string[]
}

/** Findings not mended whose day comes before that one. */
export async function listDueFindings(db: Db, before: PlainDate): Promise<readonly OverdueFinding[]> {
  const { rows } =
    await sql<OverdueFinding>`select f.id, f.number, f.text, i.title as inspection, f.body_id as "bodyId",
      f.due, i.grace_days as "graceDays",
      coalesce((select json_agg(e.level) from ledger_finding_escalation e where e.finding_id = f.id and e.due = f.due), '[]')
        as told,
      coalesce((select json_agg(g.key order by g.key) from ledger_task t join ${indicatorMeasures} g on g.measure_id = t.measure_id
        where t.id = f.task_id), '[]') as indicators
    from ledger_finding f join ledger_inspection i on i.id = f.inspection_id
    where f.state = 'open' and f.due < ${before} order by f.due, f.id`.execute(db)
  return rows
}

export interface FindingEscalation {
  readonly findingId: string
  readonly due: PlainDate
  readonly level: Level
  readonly onDay: PlainDate
  readonly post: string | null
}

/** False when this level was told of this finding's day already. */
export async function insertFindingEscalation(tx: Tx, row: FindingEscalation): Promise<boolean> {
  const result = await tx
    .insertInto('ledger_finding_escalation')
    .values({ finding_id: row.findingId, due: row.due, level: row.level, on_day: row.onDay, post: row.post })
    .onConflict((conflict) => conflict.constraint('ledger_finding_escalation_pkey').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function listFindingEscalations(db: Db, findingId: string): Promise<readonly FindingEscalation[]> {
  const { rows } = await sql<FindingEscalation>`select finding_id as "findingId", due, level, on_day as "onDay", post
    from ledger_finding_escalation where finding_id = ${findingId} order by on_day, level`.execute(db)
  return rows
}
