import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { type RawBuilder, sql } from 'kysely'

/** Plain reading of the tables, by nothing that the use cases use. Each gives the things that break its rule. */

async function things(db: Db, query: RawBuilder<{ thing: string }>): Promise<readonly string[]> {
  return (await query.execute(db)).rows.map(({ thing }) => thing)
}

export function tasksWithoutOwner(db: Db): Promise<readonly string[]> {
  return things(
    db,
    sql`select 'task/' || t.id as thing from ledger_task t where t.state not in ('draft', 'refused', 'cancelled', 'merged', 'split')
      and not exists (select from ledger_task_party p where p.task_id = t.id and p.role = 'lead' and p.body_id is not null)`,
  )
}

/** After the last report of completion somebody of a body that does not lead verified. */
export function closedUnverified(db: Db): Promise<readonly string[]> {
  return things(
    db,
    sql`select 'task/' || t.id as thing from ledger_task t where t.state in ('verified', 'closed') and not exists (
      select from ledger_task_event e where e.task_id = t.id and e.step = 'verify'
        and e.id > (select max(r.id) from ledger_task_event r where r.task_id = t.id and r.step = 'report')
        and not exists (select from ledger_task_party p where p.task_id = t.id and p.role = 'lead' and p.body_id = e.body_id))`,
  )
}

export function reportsWithoutDuty(db: Db): Promise<readonly string[]> {
  return things(
    db,
    sql`select 'report/' || r.id as thing from ledger_report r where r.state <> 'waived'
      and not exists (select from ledger_task_party p where p.task_id = r.task_id and p.body_id = r.body_id)`,
  )
}

export function ownSignatures(db: Db): Promise<readonly string[]> {
  return things(db, sql`select 'report/' || id as thing from ledger_report where signed_by = drafted_by`)
}

/** Months follow one another; a period opens in its month, after the one before was due, and closes after its due day. */
export function brokenPeriods(db: Db): Promise<readonly string[]> {
  return things(
    db,
    sql`select 'period/' || id as thing from (select *, lag(month) over one as last_month, lag(due) over one as last_due
        from ledger_period window one as (partition by scheme_id order by month)) p
      where last_month + interval '1 month' <> month or last_due >= opened_on or opened_on < month or opened_on > due
        or closed_on <= due`,
  )
}

/** In days of the city's zone. */
export function changedAfterClose(db: Db, zone: string): Promise<readonly string[]> {
  return things(
    db,
    sql`select distinct 'report/' || r.id as thing from ledger_report r join ledger_period p on p.id = r.period_id
      left join ledger_report_event e on e.report_id = r.id
      where p.closed_on is not null and (r.signed_on > p.closed_on or r.answered_on > p.closed_on
        or (e.at at time zone ${zone})::date > p.closed_on)`,
  )
}

export async function issuedPeriods(db: Db): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select period_id as id from ledger_score_issue order by 1`.execute(db)
  return rows.map(({ id }) => id)
}

export interface OwnDateRow {
  readonly taskId: string
  readonly due: PlainDate
  readonly reachedOn: PlainDate | null
}

/** Dates of tasks that are their own, the earliest first. */
export async function ownDates(db: Db): Promise<readonly OwnDateRow[]> {
  const { rows } = await sql<OwnDateRow>`select task_id as "taskId", due, reached_on as "reachedOn"
    from ledger_task_milestone where not inherited and due is not null order by task_id, due, ordinal`.execute(db)
  return rows
}

export async function reportedOn(db: Db): Promise<readonly { id: string; on: PlainDate }[]> {
  const { rows } = await sql<{ id: string; on: PlainDate }>`select id, reported_on as on from ledger_task
    where reported_on is not null`.execute(db)
  return rows
}

export async function findingTerms(
  db: Db,
): Promise<readonly { id: string; from: PlainDate; days: number; due: PlainDate }[]> {
  const { rows } = await sql<{ id: string; from: PlainDate; days: number; due: PlainDate }>`select f.id, f.due,
      f.term_days as days, f.found_on as from from ledger_finding f where f.term_days is not null
      and not exists (select from ledger_finding_event e where e.finding_id = f.id and e.step = 'send-back')`.execute(
    db,
  )
  return rows
}
