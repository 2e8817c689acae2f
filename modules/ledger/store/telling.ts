import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { lightSql } from './task-list.ts'

export interface Assigned {
  readonly documentId: string
  readonly number: string | null
  readonly title: string
  readonly bodyIds: readonly string[]
}

/** The documents that the tasks belong to, each with the bodies that have a part in them. */
export async function listAssigned(db: Db, taskIds: readonly string[]): Promise<readonly Assigned[]> {
  const { rows } = await sql<Assigned>`
    select d.id as "documentId", d.number, d.title, json_agg(distinct p.body_id) as "bodyIds"
    from ledger_task t join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id
      join ledger_task_party p on p.task_id = t.id and p.body_id is not null
    where t.id = any(${taskIds}::uuid[]) group by d.id, d.number, d.title`.execute(db)
  return rows
}

export interface DueOfBody {
  readonly bodyId: string
  readonly over: number
  readonly near: number
}

/** How many tasks of each leading body are overdue or near their end. */
export async function countDueByLead(db: Db, today: PlainDate): Promise<readonly DueOfBody[]> {
  const { rows } = await sql<DueOfBody>`
    with lit as (
      select p.body_id, ${lightSql(today)} as light from ledger_task t
      join ledger_task_party p on p.task_id = t.id and p.role = 'lead' and p.body_id is not null
      where t.state in ('assigned', 'in-progress', 'returned'))
    select body_id as "bodyId", count(*) filter (where light = 'red')::int as over,
      count(*) filter (where light = 'yellow')::int as near
    from lit where light in ('red', 'yellow') group by body_id`.execute(db)
  return rows
}
