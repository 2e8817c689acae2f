import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

export interface Answer {
  readonly id: string
  readonly noticeId: string
  readonly bodyId: string
  readonly kind: 'receipt' | 'reply'
  readonly text: string
  readonly byName: string
  readonly onDay: PlainDate
  readonly at: string
}

/** Oldest first. */
export async function listAnswers(db: Db, noticeId: string): Promise<readonly Answer[]> {
  const { rows } = await sql<Answer>`select id, notice_id as "noticeId", body_id as "bodyId", kind, text,
      by_name as "byName", on_day as "onDay", at from ledger_notice_answer
    where notice_id = ${noticeId} order by at, id`.execute(db)
  return rows
}

/** False when the unit has taken it already, or the id is known. */
export async function insertAnswer(tx: Tx, answer: Answer & { readonly byId: string | null }): Promise<boolean> {
  const { id, noticeId, bodyId, kind, text, byId, byName, onDay, at } = answer
  const result =
    await sql`insert into ledger_notice_answer (id, notice_id, body_id, kind, text, by_id, by_name, on_day, at)
    values (${id}, ${noticeId}, ${bodyId}, ${kind}, ${text}, ${byId}, ${byName}, ${onDay}, ${at})
    on conflict do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

export async function findAnswer(db: Db, id: string): Promise<Answer | undefined> {
  const { rows } = await sql<Answer>`select id, notice_id as "noticeId", body_id as "bodyId", kind, text,
      by_name as "byName", on_day as "onDay", at from ledger_notice_answer where id = ${id}`.execute(db)
  return rows[0]
}
