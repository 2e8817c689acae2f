import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { type RawBuilder, sql } from 'kysely'
import { type Figures, inChapters, lightSql, standing } from '../store/task-list.ts'

// Every statement here answers for all rows at once.

/** What stands in the ledger: as the board counts it, parts included. */
const task = sql`ledger_task t join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id`
const inIndicator = sql`i.folded = d.folded and ${inChapters}`
const lights = sql.join(
  (['red', 'yellow', 'green', 'none', 'paused', 'done'] as const).map(
    (light) => sql`count(*) filter (where x.light = ${light})::int as ${sql.ref(light)}`,
  ),
)
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
    with member as (select i.key, t.id from ledger_indicator i join (${task}) on ${inIndicator} where ${standing}),
      owing as (select k.key, count(*)::int as n from member k join ledger_report r on r.task_id = k.id
        join ledger_period p on p.id = r.period_id where ${owed} group by k.key),
      trouble as (select k.key, count(*)::int as n from member k join ledger_problem b on b.task_id = k.id
        where ${open} group by k.key)
    select i.key, i.name, i.folded, i.chapters, coalesce(owing.n, 0) as missing, coalesce(trouble.n, 0) as problems
    from ledger_indicator i left join owing using (key) left join trouble using (key) order by i.position`.execute(db)
  return rows
}

/** Tasks by light of each indicator that has any. */
export async function countByIndicator(db: Db, today: PlainDate): Promise<ReadonlyMap<string, Figures>> {
  const { rows } = await sql<Figures & { key: string }>`select x.key, count(*)::int as all, ${lights}
    from (select i.key, ${lightSql(today)} as light from ledger_indicator i join (${task}) on ${inIndicator}
      where ${standing} offset 0) x group by x.key`.execute(db)
  return new Map(rows.map(({ key, ...figures }) => [key, figures]))
}

export interface UnitRow {
  readonly bodyId: string
  readonly all: number
  readonly late: number
  readonly since: PlainDate | null
}

/** What each unit leads, how much of it is late, and since when. */
export async function countByLead(db: Db, today: PlainDate): Promise<readonly UnitRow[]> {
  const { rows } = await sql<UnitRow>`select x.body_id as "bodyId", count(*)::int as all,
      count(*) filter (where x.light = 'red')::int as late, min(x.next_due) filter (where x.light = 'red') as since
    from (select distinct p.body_id, t.id, t.next_due, ${lightSql(today)} as light
      from ledger_task t join ledger_task_party p on p.task_id = t.id and p.role = 'lead'
      where ${standing} and p.body_id is not null) x
    group by x.body_id order by late desc, since nulls last, x.body_id`.execute(db)
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
    from ledger_report r join ledger_period p on p.id = r.period_id join ledger_task t on t.id = r.task_id
      join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id
    where ${owed} and ${ofIndicator(indicator)}
    group by r.body_id order by min(p.due), count(*) desc, r.body_id`.execute(db)
  return rows
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
    from ledger_problem b join (${task}) on b.task_id = t.id where ${open} and ${ofIndicator(indicator)}
    order by b.due nulls last, b.raised_on, b.id limit 200`.execute(db)
  return rows
}

export async function countOpenProblems(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ledger_problem b where ${open}`.execute(db)
  return rows[0]?.n ?? 0
}

function ofIndicator(key: string | null): RawBuilder<boolean> {
  if (key === null) return sql<boolean>`true`
  return sql<boolean>`exists (select from ledger_indicator i where i.key = ${key} and ${inIndicator})`
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
