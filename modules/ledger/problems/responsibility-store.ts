import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { counted, type Figures, lightSql } from '../store/task-list.ts'

export interface UnitResponsibility extends Figures {
  readonly bodyId: string
  readonly supporting: number
  readonly problems: number
  readonly remediesLate: number
}

interface Scope {
  readonly bodyId?: string | undefined
  readonly documentId?: string | undefined
  /** Bodies that may be shown; null for all. */
  readonly reach: readonly string[] | null
}

const lights = sql.join(
  (['red', 'yellow', 'green', 'none', 'paused', 'done'] as const).map(
    (light) => sql`count(*) filter (where role = 'lead' and light = ${light})::int as ${sql.ref(light)}`,
  ),
)

/** Units that have tasks, problems or remedies; those with the most late first. */
export async function countByUnit(db: Db, today: PlainDate, scope: Scope): Promise<readonly UnitResponsibility[]> {
  const document = scope.documentId ?? null
  const { rows } = await sql<UnitResponsibility>`with task as (
      select p.body_id, p.role, ${lightSql(today)} as light from ledger_task t join ledger_measure m on m.id = t.measure_id
        join ledger_task_party p on p.task_id = t.id and p.body_id is not null
      where ${counted} and (${document}::uuid is null or m.document_id = ${document})
    ), tasks as (
      select body_id, count(*) filter (where role = 'lead')::int as all, ${lights},
        count(*) filter (where role = 'support')::int as supporting from task group by body_id
    ), problem as (
      select b.id, b.body_id, b.state from ledger_problem b left join ledger_task t on t.id = b.task_id
        left join ledger_measure m on m.id = t.measure_id where ${document}::uuid is null or m.document_id = ${document}
    ), problems as (
      select body_id, count(*)::int as problems from problem where state in ('open', 'in-hand', 'reported') group by body_id
    ), remedies as (
      select r.body_id, count(*)::int as "remediesLate" from ledger_remedy r join problem b on b.id = r.problem_id
      where r.done_on is null and r.due < ${today} and b.state <> 'dropped' group by r.body_id
    )
    select body_id as "bodyId", coalesce(t.all, 0) as all, coalesce(t.red, 0) as red, coalesce(t.yellow, 0) as yellow,
      coalesce(t.green, 0) as green, coalesce(t.none, 0) as none, coalesce(t.paused, 0) as paused,
      coalesce(t.done, 0) as done, coalesce(t.supporting, 0) as supporting, coalesce(b.problems, 0) as problems,
      coalesce(r."remediesLate", 0) as "remediesLate"
    from tasks t full join problems b using (body_id) full join remedies r using (body_id)
    where (${scope.reach}::uuid[] is null or body_id = any(${scope.reach}::uuid[]))
      and (${scope.bodyId ?? null}::uuid is null or body_id = ${scope.bodyId ?? null})
    order by coalesce(t.red, 0) desc, coalesce(b.problems, 0) desc, coalesce(t.all, 0) desc, body_id`.execute(db)
  return rows
}
