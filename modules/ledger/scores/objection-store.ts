import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** A unit's objection to a line of its scores, and how it was decided. */
export interface Objection {
  readonly id: string
  readonly periodId: string
  readonly bodyId: string
  readonly key: string
  readonly text: string
  readonly raisedBy: string | null
  readonly raisedName: string
  readonly raisedOn: PlainDate
  readonly due: PlainDate
  readonly state: 'open' | 'upheld' | 'rejected'
  readonly answer: string | null
  readonly decidedName: string | null
  readonly decidedOn: PlainDate | null
  readonly version: number
}

const objectionColumns = sql`id, period_id as "periodId", body_id as "bodyId", line_key as key, text,
  raised_by as "raisedBy", raised_name as "raisedName", raised_on as "raisedOn", due, state, answer,
  decided_name as "decidedName", decided_on as "decidedOn", version`

export async function listObjections(
  db: Db,
  { periodId, bodies }: { readonly periodId: string; readonly bodies: readonly string[] | null },
): Promise<readonly Objection[]> {
  const { rows } = await sql<Objection>`select ${objectionColumns} from ledger_score_objection
    where period_id = ${periodId} and (${bodies}::uuid[] is null or body_id = any(${bodies}::uuid[]))
    order by state = 'open' desc, due, id`.execute(db)
  return rows
}

/** Every objection that was not decided, with who issued the scores. */
export async function listOpenObjections(
  db: Db,
): Promise<readonly (Objection & { readonly issuedBy: string | null })[]> {
  const { rows } = await sql<Objection & { issuedBy: string | null }>`select ${objectionColumns},
      (select i.issued_by from ledger_score_issue i where i.period_id = o.period_id) as "issuedBy"
    from ledger_score_objection o where state = 'open' order by due, id`.execute(db)
  return rows
}

/** Objections to decide until a day, and those whose day has passed, of every period. */
export async function countDueObjections(db: Db, until: PlainDate): Promise<{ count: number; due: PlainDate | null }> {
  const { rows } = await sql<{
    count: number
    due: PlainDate | null
  }>`select count(*)::integer as count, min(due) as due
    from ledger_score_objection where state = 'open' and due <= ${until}::date`.execute(db)
  return rows[0] ?? { count: 0, due: null }
}

export async function findObjection(db: Db, id: string): Promise<Objection | undefined> {
  const { rows } =
    await sql<Objection>`select ${objectionColumns} from ledger_score_objection where id = ${id}`.execute(db)
  return rows[0]
}

export async function lockObjection(tx: Tx, id: string): Promise<Objection | undefined> {
  const { rows } = await sql<Objection>`select ${objectionColumns} from ledger_score_objection where id = ${id}
    for update`.execute(tx)
  return rows[0]
}

/** False when the line has an open objection already, or the id is known. */
export async function insertObjection(
  tx: Tx,
  row: Pick<Objection, 'id' | 'periodId' | 'bodyId' | 'key' | 'text' | 'raisedBy' | 'raisedName' | 'raisedOn' | 'due'>,
): Promise<boolean> {
  const result = await sql`insert into ledger_score_objection (id, period_id, body_id, line_key, text, raised_by,
      raised_name, raised_on, due)
    values (${row.id}, ${row.periodId}, ${row.bodyId}, ${row.key}, ${row.text}, ${row.raisedBy}, ${row.raisedName},
      ${row.raisedOn}, ${row.due}) on conflict do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Decides an objection, which the caller has locked; its version is the next one. */
export async function decideObjection(
  tx: Tx,
  row: Pick<Objection, 'id' | 'state' | 'answer' | 'decidedName'> & {
    readonly decidedBy: string | null
    readonly on: string
  },
): Promise<void> {
  await sql`update ledger_score_objection set state = ${row.state}, answer = ${row.answer},
      decided_by = ${row.decidedBy}, decided_name = ${row.decidedName}, decided_on = ${row.on}::date, version = version + 1
    where id = ${row.id}`.execute(tx)
}
