import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { type RawBuilder, sql } from 'kysely'
import { indicatorMeasures } from '../store/indicator-measures.ts'
import { standing } from '../store/task-list.ts'

// Every statement here answers for all rows at once.

const owed = sql`r.state in ('due', 'draft', 'returned') and p.closed_on is null`
const open = sql`b.state in ('open', 'in-hand', 'reported')`

export interface IndicatorRow {
  readonly key: string
  readonly name: string
  readonly folded: string
  readonly chapters: readonly string[]
  readonly missing: number
  readonly problems: number
}

/** Every indicator in its order, with the reports owed in open periods and the open problems of its tasks. */
export async function listIndicators(db: Db): Promise<readonly IndicatorRow[]> {
  const { rows } = await sql<IndicatorRow>`
    with member as materialized (select g.key, t.id from ${indicatorMeasures} g join ledger_task t on t.measure_id = g.measure_id
        where ${standing}),
      owing as (select k.key, count(*)::int as n from member k join ledger_report r on r.task_id = k.id
        join ledger_period p on p.id = r.period_id where ${owed} group by k.key),
      trouble as (select k.key, count(*)::int as n from member k join ledger_problem b on b.task_id = k.id
        where ${open} group by k.key)
    select i.key, i.name, i.folded, i.chapters, coalesce(owing.n, 0) as missing, coalesce(trouble.n, 0) as problems
    from ledger_indicator i left join owing using (key) left join trouble using (key) order by i.position`.execute(db)
  return rows
}

export interface MissingRow {
  readonly bodyId: string
  readonly reports: number
  /** The earliest day by which one of them was or is due. */
  readonly due: PlainDate
}

/** Reports owed in open periods by unit, of one indicator or of all. */
export async function countMissing(db: Db, indicator: string | null): Promise<readonly MissingRow[]> {
  const { rows } = await sql<MissingRow>`select r.body_id as "bodyId", count(*)::int as reports, min(p.due) as due
    from ledger_report r join ledger_period p on p.id = r.period_id
    where ${owed} and ${indicator === null ? sql`true` : sql`r.task_id in ${tasksOf(indicator)}`}
    group by r.body_id order by min(p.due), count(*) desc, r.body_id`.execute(db)
  return rows
}

function tasksOf(indicator: string): RawBuilder<unknown> {
  return sql`(select t.id from ${indicatorMeasures} g join ledger_task t on t.measure_id = g.measure_id
    where g.key = ${indicator})`
}

export interface OpenProblem {
  readonly id: string
  readonly text: string
  readonly bodyId: string
  readonly taskId: string | null
  readonly title: string | null
  readonly raisedOn: PlainDate
  readonly due: PlainDate | null
}

/** The open problems of an indicator's tasks, those due first. */
export async function listOpenProblems(db: Db, indicator: string): Promise<readonly OpenProblem[]> {
  const { rows } = await sql<OpenProblem>`select b.id, b.text, b.body_id as "bodyId", b.task_id as "taskId", t.title,
      b.raised_on as "raisedOn", b.due
    from ledger_problem b join ledger_task t on t.id = b.task_id where ${open} and t.id in ${tasksOf(indicator)}
    order by b.due nulls last, b.raised_on, b.id limit 200`.execute(db)
  return rows
}

export async function countOpenProblems(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger_problem b where ${open}`.execute(db)
  return rows[0]?.n ?? 0
}

export interface Why {
  readonly taskId: string
  readonly report: { words: string; percent: number | null; bodyId: string; on: string } | null
  readonly extension: { due: string; reason: string; on: string } | null
  readonly extendedFrom: PlainDate | null
  readonly returned: string | null
  readonly problem: { id: string; text: string; open: number } | null
}

/** What was said last about each of these tasks: its newest signed report, extension, return and open problem. */
export async function listWhy(db: Db, taskIds: readonly string[]): Promise<ReadonlyMap<string, Why>> {
  const { rows } = await sql<Why>`select t.id as "taskId", t.original_due as "extendedFrom",
      (select json_build_object('words', r.progress, 'percent', r.percent, 'bodyId', r.body_id, 'on', r.signed_on)
        from ledger_report r where r.task_id = t.id and r.signed_on is not null and r.progress <> ''
        order by r.signed_on desc, r.role, r.id limit 1) as report,
      case when t.extension is not null then json_build_object('due', t.extension->>'due', 'reason',
        t.extension->>'reason', 'on', t.extension->>'on') end as extension,
      case when t.state = 'returned' then (select e.words from ledger_task_event e where e.task_id = t.id
        and e.step = 'return' order by e.id desc limit 1) end as returned,
      (select json_build_object('id', b.id, 'text', b.text, 'open', count(*) over ()) from ledger_problem b
        where b.task_id = t.id and ${open} order by b.raised_on desc, b.id limit 1) as problem
    from ledger_task t where t.id = any(${taskIds}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.taskId, row]))
}
