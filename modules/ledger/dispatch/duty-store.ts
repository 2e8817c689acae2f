import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { type RawBuilder, sql } from 'kysely'
import { indicatorMeasures } from '../store/indicator-measures.ts'
import type { Level, ReportState } from './model.ts'

export interface DutyFilter {
  readonly periodId?: string
  /** Periods that are not closed. */
  readonly open?: true
  /** Of these bodies; null for all. */
  readonly bodies: readonly string[] | null
  /** Reports that go up to the leads of these bodies instead. */
  readonly toLeads?: readonly string[]
  readonly states?: readonly ReportState[]
  readonly role?: 'lead' | 'support'
  /** Only reports that go to the office: of leads, on tasks that are no part of another. */
  readonly toOffice?: true
  /** Written drafts that this account may sign: those that another wrote. */
  readonly toSign?: string
  readonly text?: string
  readonly limit: number
  readonly offset: number
}

export interface Duty {
  readonly id: string
  readonly taskId: string
  readonly title: string
  readonly documentId: string
  readonly path: readonly string[]
  readonly parentId: string | null
  readonly bodyId: string
  readonly role: 'lead' | 'support'
  readonly state: ReportState
  readonly percent: number | null
  readonly draftedBy: string | null
  readonly draftedName: string | null
  readonly signedOn: PlainDate | null
  readonly periodId: string
  readonly month: PlainDate
  readonly due: PlainDate
  readonly closedOn: PlainDate | null
  /** The lead's report that it goes up to; null where it goes to the office. */
  readonly above: string | null
  readonly version: number
  readonly total: number
}

const from = sql`ledger_report r join ledger_period p on p.id = r.period_id join ledger_task t on t.id = r.task_id
  join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id`

/** Only the first named lead of a task has the role of lead, and so there is one at most. */
const above = sql`(select a.id from ledger_report a where a.period_id = r.period_id and a.role = 'lead'
  and a.task_id = case when r.role = 'support' then r.task_id else t.parent_id end)`

/** One page of reports by unit and state, those owed first, in the order of the text. `total` is of the whole filter. */
export async function listDuties(db: Db, filter: DutyFilter): Promise<readonly Duty[]> {
  const { rows } = await sql<Duty>`select r.id, r.task_id as "taskId", t.title, m.document_id as "documentId", m.path,
      t.parent_id as "parentId", r.body_id as "bodyId", r.role, r.state, r.percent, r.drafted_by as "draftedBy",
      r.drafted_name as "draftedName", r.signed_on as "signedOn", r.period_id as "periodId", p.month, p.due,
      p.closed_on as "closedOn", ${above} as above, r.version, count(*) over ()::int as total
    from ${from} where ${where(filter)}
    order by p.month desc, array_position(array['returned', 'draft', 'due', 'signed', 'merged', 'accepted', 'waived'], r.state),
      d.folded, m.position, t.ordinal, r.id
    limit ${filter.limit} offset ${filter.offset}`.execute(db)
  return rows
}

function where(filter: DutyFilter): RawBuilder<boolean> {
  const parts: RawBuilder<unknown>[] = [sql`true`]
  if (filter.periodId) parts.push(sql`r.period_id = ${filter.periodId}`)
  if (filter.open) parts.push(sql`p.closed_on is null`)
  if (filter.bodies) parts.push(sql`r.body_id = any(${filter.bodies}::uuid[])`)
  if (filter.states) parts.push(sql`r.state = any(${filter.states}::text[])`)
  if (filter.role) parts.push(sql`r.role = ${filter.role}`)
  if (filter.toOffice) parts.push(sql`(r.role = 'lead' and t.parent_id is null)`)
  if (filter.toSign) {
    parts.push(sql`r.state = 'draft' and r.progress <> '' and r.drafted_by is distinct from ${filter.toSign}`)
  }
  if (filter.text) parts.push(sql`t.title like ${`%${filter.text.replace(/[\\%_]/g, '\\$&')}%`}`)
  if (filter.toLeads) {
    parts.push(sql`((r.role = 'support' and exists (select from ledger_task_party l where l.task_id = r.task_id
        and l.role = 'lead' and l.ordinal = 0 and l.body_id = any(${filter.toLeads}::uuid[])))
      or (r.role = 'lead' and exists (select from ledger_task_party l where l.task_id = t.parent_id
        and l.role = 'lead' and l.ordinal = 0 and l.body_id = any(${filter.toLeads}::uuid[]))))`)
  }
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

export interface UnitCounts {
  readonly bodyId: string
  readonly all: number
  readonly owing: number
  readonly draft: number
  readonly signed: number
  readonly accepted: number
  readonly returned: number
  readonly waived: number
  /** Signed after the due day. */
  readonly late: number
  readonly level: Level | null
}

/** How each unit stands in a period. */
export async function countByUnit(
  db: Db,
  { periodId, bodies }: { readonly periodId: string; readonly bodies: readonly string[] | null },
): Promise<readonly UnitCounts[]> {
  const { rows } = await sql<UnitCounts>`select r.body_id as "bodyId", count(*)::int as all,
      count(*) filter (where r.state in ('due', 'draft', 'returned'))::int as owing,
      count(*) filter (where r.state = 'draft')::int as draft,
      count(*) filter (where r.state in ('signed', 'merged'))::int as signed,
      count(*) filter (where r.state = 'accepted')::int as accepted,
      count(*) filter (where r.state = 'returned')::int as returned,
      count(*) filter (where r.state = 'waived')::int as waived,
      count(*) filter (where r.signed_on > p.due)::int as late,
      (select max(e.level)::int from ledger_escalation e where e.period_id = p.id and e.body_id = r.body_id) as level
    from ledger_report r join ledger_period p on p.id = r.period_id
    where p.id = ${periodId} and (${bodies}::uuid[] is null or r.body_id = any(${bodies}::uuid[]))
    group by r.body_id, p.id
    order by count(*) filter (where r.state in ('due', 'draft', 'returned')) desc, r.body_id`.execute(db)
  return rows
}

export interface Missing {
  readonly bodyId: string
  readonly missing: number
  /** Posts named as commander of the indicators that the missing tasks belong to. */
  readonly indicators: readonly string[]
}

/** Which units owe reports in a period, how many, and which indicators they concern. */
export async function listMissing(db: Db, periodId: string): Promise<readonly Missing[]> {
  const { rows } = await sql<Missing>`select r.body_id as "bodyId", count(distinct r.id)::int as missing,
      coalesce(array_agg(distinct g.key) filter (where g.key is not null), '{}') as indicators
    from ledger_report r join ledger_task t on t.id = r.task_id
      left join ${indicatorMeasures} g on g.measure_id = t.measure_id
    where r.period_id = ${periodId} and r.state in ('due', 'draft', 'returned')
    group by r.body_id order by r.body_id`.execute(db)
  return rows
}

export interface Escalation {
  readonly periodId: string
  readonly bodyId: string
  readonly level: Level
  readonly onDay: PlainDate
  readonly post: string | null
  readonly missing: number
}

/** False when this unit was told at this level in this period already. */
export async function insertEscalation(tx: Tx, row: Escalation): Promise<boolean> {
  const result = await tx
    .insertInto('ledger_escalation')
    .values({
      period_id: row.periodId,
      body_id: row.bodyId,
      level: row.level,
      on_day: row.onDay,
      post: row.post,
      missing: row.missing,
    })
    .onConflict((conflict) => conflict.constraint('ledger_escalation_pkey').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** What went up in a period, of some bodies or of all. */
export async function listEscalations(
  db: Db,
  { periodId, bodyId }: { readonly periodId: string; readonly bodyId?: string },
): Promise<readonly Escalation[]> {
  const { rows } =
    await sql<Escalation>`select period_id as "periodId", body_id as "bodyId", level, on_day as "onDay", post,
      missing from ledger_escalation where period_id = ${periodId} and (${bodyId ?? null}::uuid is null or body_id = ${bodyId ?? null})
    order by on_day, level`.execute(db)
  return rows
}
