import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Plain } from '@guangyue/kernel/rules'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { indicatorMeasures } from '../store/indicator-measures.ts'
import { counted } from '../store/task-list.ts'
import type { RuleLine, ScoredLine } from './model.ts'

export interface Rules {
  readonly id: string
  readonly number: number
  readonly lines: readonly RuleLine[]
  readonly reason: string
  readonly decidedName: string
  readonly decidedOn: PlainDate
}

const rulesColumns = sql`id, number, lines, reason, decided_name as "decidedName", decided_on as "decidedOn"`

/** Every version, newest first. */
export async function listRules(db: Db): Promise<readonly Rules[]> {
  const { rows } = await sql<Rules>`select ${rulesColumns} from ledger_score_rules order by number desc`.execute(db)
  return rows
}

export async function findRules(db: Db, id: string): Promise<Rules | undefined> {
  const { rows } = await sql<Rules>`select ${rulesColumns} from ledger_score_rules where id = ${id}`.execute(db)
  return rows[0]
}

/** False when a newer version came in between: the unique number decides. */
export async function insertRules(
  tx: Tx,
  rules: Rules & { readonly decidedBy: string | null; readonly at: string },
): Promise<boolean> {
  const result =
    await sql`insert into ledger_score_rules (id, number, lines, reason, decided_by, decided_name, decided_on,
      decided_at)
    values (${rules.id}, ${rules.number}, ${JSON.stringify(rules.lines)}::jsonb, ${rules.reason}, ${rules.decidedBy},
      ${rules.decidedName}, ${rules.decidedOn}, ${rules.at}) on conflict (number) do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

/** Counts, for every unit that owed a report in the period or leads a task, what the ledger says; once for a period. */
export async function freezeInputs(
  tx: Tx,
  { periodId, today, at }: { readonly periodId: string; readonly today: PlainDate; readonly at: string },
): Promise<number> {
  const result = await sql`with period as (select * from ledger_period where id = ${periodId}),
    reports as (select r.body_id, count(*) filter (where r.state <> 'waived') as owed,
        count(*) filter (where r.signed_on <= p.due and r.state <> 'waived') as on_time,
        count(*) filter (where r.signed_on > p.due and r.state <> 'waived') as late,
        count(*) filter (where r.state in ('due', 'draft')) as missing,
        count(*) filter (where r.state in ('accepted', 'merged')) as accepted,
        (select count(*) from ledger_report_event e join ledger_report q on q.id = e.report_id
          where q.period_id = p.id and q.body_id = r.body_id and e.step = 'return') as returned
      from ledger_report r join period p on p.id = r.period_id group by r.body_id, p.id),
    led as (select l.body_id, count(*) as tasks, count(*) filter (where t.state = 'closed') as closed,
        count(*) filter (where t.state in ('assigned', 'in-progress', 'returned') and t.next_due < ${today}::date) as overdue,
        count(*) filter (where t.original_due is not null) as extended
      from ledger_task t join ledger_task_party l on l.task_id = t.id and l.role = 'lead' and l.ordinal = 0
      where ${counted} and l.body_id is not null group by l.body_id),
    problems as (select body_id, count(*) as open from ledger_problem where state in ('open', 'in-hand', 'reported')
      group by body_id),
    findings as (select body_id, count(*) as late from ledger_finding where state = 'open' and due < ${today}::date
      group by body_id),
    aims as (select x.body_id, count(*) as targets, count(*) filter (where case g.op when '>=' then n.value >= g.value
          when '>' then n.value > g.value when '<=' then n.value <= g.value when '<' then n.value < g.value
          when '=' then n.value = g.value else abs(n.value - g.value) <= abs(g.value) / 20 end) as reached
      from ledger_metric x join ledger_metric_target g on g.metric_id = x.id left join lateral (
          select v.value from ledger_metric_point v where v.metric_id = x.id and v.on_day <= g.on_day
          order by v.on_day desc, v.id desc limit 1) n on true
      where x.body_id is not null and g.on_day <= ${today}::date group by x.body_id),
    indicators as (select l.body_id, jsonb_agg(distinct jsonb_build_object('key', i.key, 'position', i.position, 'name',
          i.name, 'within', i.goal_within, 'reach', i.goal_reach, 'otherwise', i.goal_otherwise)) as led
      from ledger_indicator i join ${indicatorMeasures} g using (key)
        join ledger_task t on t.measure_id = g.measure_id and ${counted}
        join ledger_task_party l on l.task_id = t.id and l.role = 'lead' and l.ordinal = 0
      where l.body_id is not null group by l.body_id)
    insert into ledger_score_input (period_id, body_id, facts, frozen_at)
    select ${periodId}, b.body_id, jsonb_build_object('应报数', coalesce(r.owed, 0), '按时签报数', coalesce(r.on_time, 0),
        '逾期签报数', coalesce(r.late, 0), '未报数', coalesce(r.missing, 0), '采纳数', coalesce(r.accepted, 0),
        '退回数', coalesce(r.returned, 0), '牵头任务数', coalesce(l.tasks, 0), '办结任务数', coalesce(l.closed, 0),
        '逾期任务数', coalesce(l.overdue, 0), '延期任务数', coalesce(l.extended, 0),
        '未解决问题数', coalesce(o.open, 0), '逾期未改发现数', coalesce(f.late, 0), '目标数', coalesce(a.targets, 0),
        '达到目标数', coalesce(a.reached, 0), '牵头指标', coalesce(i.led, '[]'::jsonb)), ${at}::timestamptz
    from (select body_id from reports union select body_id from led) b
      left join reports r on r.body_id = b.body_id left join led l on l.body_id = b.body_id
      left join problems o on o.body_id = b.body_id left join findings f on f.body_id = b.body_id
      left join aims a on a.body_id = b.body_id left join indicators i on i.body_id = b.body_id
    on conflict on constraint ledger_score_input_pkey do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** Whoever states a fact or issues the scores of a period has it alone meanwhile: what counts is then never in doubt. */
export async function holdPeriod(tx: Tx, periodId: string): Promise<void> {
  await sql`select 1 from ledger_period where id = ${periodId} for no key update`.execute(tx)
}

export interface Input {
  readonly bodyId: string
  readonly facts: Readonly<Record<string, Plain>>
}

export async function listInputs(db: Db, periodId: string): Promise<readonly Input[]> {
  const { rows } = await sql<Input>`select body_id as "bodyId", facts from ledger_score_input
    where period_id = ${periodId} order by body_id`.execute(db)
  return rows
}

export interface StatedFact {
  readonly id: number
  readonly bodyId: string
  readonly name: string
  readonly value: Plain
  readonly source: string
  readonly byName: string
  readonly at: string
}

/** The newest of each name and unit; of those up to a row when `upTo` is given. */
export async function listFacts(db: Db, periodId: string, upTo: number | null = null): Promise<readonly StatedFact[]> {
  const { rows } =
    await sql<StatedFact>`select distinct on (body_id, name) id, body_id as "bodyId", name, value, source,
      by_name as "byName", at from ledger_score_fact
    where period_id = ${periodId} and (${upTo}::bigint is null or id <= ${upTo}) order by body_id, name, id desc`.execute(
      db,
    )
  return rows
}

export async function insertFact(
  tx: Tx,
  fact: Omit<StatedFact, 'id'> & { readonly periodId: string; readonly byId: string | null },
): Promise<void> {
  await sql`insert into ledger_score_fact (period_id, body_id, name, value, source, by_id, by_name, at)
    values (${fact.periodId}, ${fact.bodyId}, ${fact.name}, ${JSON.stringify(fact.value)}::jsonb, ${fact.source},
      ${fact.byId}, ${fact.byName}, ${fact.at})`.execute(tx)
}

export interface ScoreIssue {
  readonly periodId: string
  readonly rulesId: string
  readonly lastFact: number
  readonly lastRank: number
  readonly issuedBy: string | null
  readonly issuedName: string
  readonly issuedOn: PlainDate
}

export async function findIssue(db: Db, periodId: string): Promise<ScoreIssue | undefined> {
  const { rows } =
    await sql<ScoreIssue>`select period_id as "periodId", rules_id as "rulesId", last_fact as "lastFact", last_rank as "lastRank",
      issued_by as "issuedBy", issued_name as "issuedName", issued_on as "issuedOn"
    from ledger_score_issue where period_id = ${periodId}`.execute(db)
  return rows[0]
}

/** False when the scores of the period were issued before. */
export async function insertIssue(tx: Tx, issue: ScoreIssue & { readonly at: string }): Promise<boolean> {
  const result =
    await sql`insert into ledger_score_issue (period_id, rules_id, last_fact, last_rank, issued_by, issued_name,
      issued_on, at)
    values (${issue.periodId}, ${issue.rulesId}, ${issue.lastFact}, ${issue.lastRank}, ${issue.issuedBy}, ${issue.issuedName},
      ${issue.issuedOn}, ${issue.at}) on conflict on constraint ledger_score_issue_pkey do nothing`.execute(tx)
  return result.numAffectedRows === 1n
}

export interface LineRow {
  readonly id: number
  readonly bodyId: string
  readonly key: string
  readonly points: string | null
  readonly talk: boolean
  readonly reasons: ScoredLine['reasons']
  readonly objectionId: string | null
  /** It was pending when issued, and a person settled it. */
  readonly settled: boolean
  readonly words: string | null
  readonly byId: string | null
  readonly byName: string
  readonly at: string
}

const lineColumns = sql`id, body_id as "bodyId", line_key as key, points::text as points, talk, reasons,
  objection_id as "objectionId", settled, words, by_id as "byId", by_name as "byName", at`

export async function insertLines(tx: Tx, periodId: string, lines: readonly Omit<LineRow, 'id'>[]): Promise<void> {
  await sql`insert into ledger_score_line (period_id, body_id, line_key, points, talk, reasons, objection_id, settled,
      words, by_id, by_name, at)
    select ${periodId}, "bodyId", key, points, talk, reasons, "objectionId", settled, words, "byId", "byName", at
    from jsonb_to_recordset(${JSON.stringify(lines)}::jsonb) as v("bodyId" uuid, key text, points numeric, talk boolean,
      reasons jsonb, "objectionId" uuid, settled boolean, words text, "byId" uuid, "byName" text, at timestamptz)`.execute(
    tx,
  )
}

/** As first issued, or as they stand now after corrections. */
export async function listLines(db: Db, periodId: string, which: 'first' | 'newest'): Promise<readonly LineRow[]> {
  const order = which === 'first' ? sql`id` : sql`id desc`
  const { rows } = await sql<LineRow>`select distinct on (body_id, line_key) ${lineColumns} from ledger_score_line
    where period_id = ${periodId} order by body_id, line_key, ${order}`.execute(db)
  return rows
}

/** The rows by which persons settled pending lines. */
export async function listSettled(db: Db, periodId: string): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`select ${lineColumns} from ledger_score_line
    where period_id = ${periodId} and settled order by id`.execute(db)
  return rows
}

/** Every row of one line, oldest first. */
export async function listTrace(
  db: Db,
  of: { readonly periodId: string; readonly bodyId: string; readonly key: string },
): Promise<readonly LineRow[]> {
  const { rows } = await sql<LineRow>`select ${lineColumns} from ledger_score_line where period_id = ${of.periodId}
    and body_id = ${of.bodyId} and line_key = ${of.key} order by id`.execute(db)
  return rows
}
