import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { ReportState } from './model.ts'

export interface Scheme {
  readonly id: string
  readonly name: string
  readonly documentId: string | null
  readonly opensDay: number
  readonly dueDay: number
  readonly remindDays: number
  readonly graceDays: number
  readonly stepDays: number
  readonly fromMonth: PlainDate
  readonly toMonth: PlainDate | null
  readonly supportsReport: boolean
  readonly paused: boolean
  readonly version: number
}

export async function listSchemes(db: Db): Promise<readonly Scheme[]> {
  const { rows } = await sql<Scheme>`select id, name, document_id as "documentId", opens_day as "opensDay",
      due_day as "dueDay", remind_days as "remindDays", grace_days as "graceDays", step_days as "stepDays",
      from_month as "fromMonth", to_month as "toMonth", supports_report as "supportsReport", paused, version
    from ledger_dispatch_scheme order by from_month, name`.execute(db)
  return rows
}

/** Stores a scheme, or changes the version seen of one that exists. False when the version is another. */
export async function upsertScheme(tx: Tx, scheme: Scheme): Promise<boolean> {
  const result =
    await sql`insert into ledger_dispatch_scheme as s (id, name, document_id, opens_day, due_day, remind_days,
      grace_days, step_days, from_month, to_month, supports_report, paused)
    values (${scheme.id}, ${scheme.name}, ${scheme.documentId}, ${scheme.opensDay}, ${scheme.dueDay}, ${scheme.remindDays},
      ${scheme.graceDays}, ${scheme.stepDays}, ${scheme.fromMonth}, ${scheme.toMonth}, ${scheme.supportsReport},
      ${scheme.paused})
    on conflict (id) do update set name = excluded.name, document_id = excluded.document_id,
      opens_day = excluded.opens_day, due_day = excluded.due_day, remind_days = excluded.remind_days,
      grace_days = excluded.grace_days, step_days = excluded.step_days, from_month = excluded.from_month,
      to_month = excluded.to_month, supports_report = excluded.supports_report, paused = excluded.paused,
      version = s.version + 1 where s.version = ${scheme.version}`.execute(tx)
  return result.numAffectedRows === 1n
}

export interface Period {
  readonly id: string
  readonly schemeId: string
  readonly scheme: string
  readonly month: PlainDate
  readonly openedOn: PlainDate
  readonly due: PlainDate
  readonly closedOn: PlainDate | null
  readonly version: number
}

const periodColumns = sql`p.id, p.scheme_id as "schemeId", s.name as scheme, p.month, p.opened_on as "openedOn", p.due,
  p.closed_on as "closedOn", p.version`

/** Newest first. */
export async function listPeriods(db: Db): Promise<readonly Period[]> {
  const { rows } = await sql<Period>`select ${periodColumns} from ledger_period p
    join ledger_dispatch_scheme s on s.id = p.scheme_id order by p.month desc, s.name`.execute(db)
  return rows
}

export async function findPeriod(db: Db, id: string): Promise<Period | undefined> {
  const { rows } = await sql<Period>`select ${periodColumns} from ledger_period p
    join ledger_dispatch_scheme s on s.id = p.scheme_id where p.id = ${id}`.execute(db)
  return rows[0]
}

/** False when the month is open already: the unique constraint decides. */
export async function insertPeriod(
  tx: Tx,
  period: Pick<Period, 'id' | 'schemeId' | 'month' | 'openedOn' | 'due'>,
): Promise<boolean> {
  const result = await tx
    .insertInto('ledger_period')
    .values({
      id: period.id,
      scheme_id: period.schemeId,
      month: period.month,
      opened_on: period.openedOn,
      due: period.due,
    })
    .onConflict((conflict) => conflict.constraint('ledger_period_month_unique').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Locks the period so that nobody closes it meanwhile; undefined when it is closed or not known. */
export async function holdOpenPeriod(tx: Tx, id: string): Promise<Period | undefined> {
  const { rows } = await sql<Period>`select ${periodColumns} from ledger_period p
    join ledger_dispatch_scheme s on s.id = p.scheme_id where p.id = ${id} and p.closed_on is null
    for share of p`.execute(tx)
  return rows[0]
}

export async function closePeriod(tx: Tx, { id, version, on }: { id: string; version: number; on: string }) {
  const result = await tx
    .updateTable('ledger_period')
    .set((eb) => ({ closed_on: on, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('closed_on', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/**
 * What is owed in a period: the first named lead of each open task, and with supports the other leads and supports too.
 * Returns how many reports. Those that are there already stay.
 */
export async function insertDuties(tx: Tx, periodId: string, scheme: Scheme): Promise<number> {
  const result = await sql`insert into ledger_report (id, period_id, task_id, body_id, role)
    select gen_random_uuid(), ${periodId}, t.id, p.body_id,
      case when bool_or(p.role = 'lead' and p.ordinal = 0) then 'lead' else 'support' end
    from ledger_task t join ledger_measure m on m.id = t.measure_id
      join ledger_task_party p on p.task_id = t.id and p.body_id is not null
    where t.state in ('assigned', 'in-progress', 'returned')
      and (${scheme.documentId}::uuid is null or m.document_id = ${scheme.documentId})
      and (${scheme.supportsReport}::boolean or (p.role = 'lead' and p.ordinal = 0))
    group by t.id, p.body_id
    on conflict on constraint ledger_report_once do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/**
 * Reports on tasks that no longer stand open are waived; a task that stands open again owes again. Gives back the reports
 * of each kind.
 */
export async function waiveAndClaim(tx: Tx): Promise<{ waived: readonly string[]; claimed: readonly string[] }> {
  const waived = await sql<{ id: string }>`update ledger_report r set state = 'waived', version = r.version + 1
    from ledger_task t, ledger_period p where t.id = r.task_id and p.id = r.period_id and p.closed_on is null
      and r.state in ('due', 'draft', 'returned') and t.state not in ('assigned', 'in-progress', 'returned')
    returning r.id`.execute(tx)
  const claimed = await sql<{ id: string }>`update ledger_report r
    set state = case when r.progress = '' then 'due' else 'draft' end, version = r.version + 1
    from ledger_task t, ledger_period p where t.id = r.task_id and p.id = r.period_id and p.closed_on is null
      and r.state = 'waived' and t.state in ('assigned', 'in-progress', 'returned')
    returning r.id`.execute(tx)
  return { waived: waived.rows.map(({ id }) => id), claimed: claimed.rows.map(({ id }) => id) }
}

export interface Report {
  readonly id: string
  readonly periodId: string
  readonly taskId: string
  readonly bodyId: string
  readonly role: 'lead' | 'support'
  readonly state: ReportState
  readonly progress: string
  readonly percent: number | null
  readonly figures: readonly { readonly ordinal: number; readonly value: number }[]
  readonly problems: string
  readonly helpWanted: string
  readonly draftedBy: string | null
  readonly draftedName: string | null
  readonly signedBy: string | null
  readonly signedName: string | null
  readonly signedOn: PlainDate | null
  readonly mergedInto: string | null
  readonly answer: string | null
  readonly answeredBy: string | null
  readonly answeredOn: PlainDate | null
  readonly version: number
}

const reportColumns = sql`r.id, r.period_id as "periodId", r.task_id as "taskId", r.body_id as "bodyId", r.role, r.state,
  r.progress, r.percent, r.figures, r.problems, r.help_wanted as "helpWanted", r.drafted_by as "draftedBy",
  r.drafted_name as "draftedName", r.signed_by as "signedBy", r.signed_name as "signedName", r.signed_on as "signedOn",
  r.merged_into as "mergedInto", r.answer, r.answered_by as "answeredBy", r.answered_on as "answeredOn", r.version`

export async function findReport(db: Db, id: string): Promise<Report | undefined> {
  const { rows } = await sql<Report>`select ${reportColumns} from ledger_report r where r.id = ${id}`.execute(db)
  return rows[0]
}

/** The same, locked until the transaction ends, in the order of their ids. */
export async function lockReports(tx: Tx, ids: readonly string[]): Promise<readonly Report[]> {
  const { rows } = await sql<Report>`select ${reportColumns} from ledger_report r
    where r.id = any(${ids}::uuid[]) order by r.id for update`.execute(tx)
  return rows
}

export type ReportText = Pick<Report, 'progress' | 'problems' | 'helpWanted' | 'signedName' | 'answer'>

/** What reports say, by their ids. */
export async function listReportTexts(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, ReportText>> {
  const { rows } = await sql<ReportText & { id: string }>`select r.id, r.progress, r.problems,
      r.help_wanted as "helpWanted", r.signed_name as "signedName", r.answer
    from ledger_report r where r.id = any(${ids}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, ...text }) => [id, text]))
}

/** Reports that go up to the lead of a task in a period: of its other units, and of the leads of its parts. */
export async function listBelow(
  db: Db,
  of: Pick<Report, 'periodId' | 'taskId' | 'bodyId'>,
): Promise<readonly Report[]> {
  const { rows } = await sql<Report>`select ${reportColumns} from ledger_report r join ledger_task t on t.id = r.task_id
    where r.period_id = ${of.periodId} and r.body_id <> ${of.bodyId}
      and ((r.task_id = ${of.taskId} and r.role = 'support') or (t.parent_id = ${of.taskId} and r.role = 'lead'))
    order by r.state, r.id`.execute(db)
  return rows
}

/** The report of the lead that one goes up to in its period; null where it goes to the office. */
export async function findAbove(db: Db, report: Report, parentId: string | null): Promise<string | null> {
  const taskId = report.role === 'support' ? report.taskId : parentId
  const { rows } = await sql<{ id: string }>`select id from ledger_report
    where period_id = ${report.periodId} and task_id = ${taskId} and role = 'lead'`.execute(db)
  return rows[0]?.id ?? null
}

/** All reports on a task, newest period first. */
export async function listOfTask(db: Db, taskId: string): Promise<readonly (Report & { month: PlainDate })[]> {
  const { rows } = await sql<
    Report & { month: PlainDate }
  >`select ${reportColumns}, p.month from ledger_report r join ledger_period p on p.id = r.period_id
    where r.task_id = ${taskId} order by p.month desc, r.role, r.id`.execute(db)
  return rows
}

export type ReportChange = Partial<Omit<Report, 'periodId' | 'taskId' | 'bodyId' | 'role' | 'version'>> &
  Pick<Report, 'id'>

/** Changes one report, which the caller has locked; its version is the next one. */
export async function updateReport(tx: Tx, { id, ...change }: ReportChange): Promise<void> {
  const columns = {
    state: change.state,
    progress: change.progress,
    percent: change.percent,
    figures: change.figures && JSON.stringify(change.figures),
    problems: change.problems,
    help_wanted: change.helpWanted,
    drafted_by: change.draftedBy,
    drafted_name: change.draftedName,
    signed_by: change.signedBy,
    signed_name: change.signedName,
    signed_on: change.signedOn,
    answer: change.answer,
    answered_by: change.answeredBy,
    answered_on: change.answeredOn,
  }
  await tx
    .updateTable('ledger_report')
    .set(Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)))
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}

/** Which signed reports the lead takes into its own; the others are free again. */
export async function replaceMerges(tx: Tx, { into, ids }: { into: string; ids: readonly string[] }): Promise<void> {
  await sql`update ledger_report set merged_into = case when id = any(${ids}::uuid[]) then ${into}::uuid end
    where state = 'signed' and ((merged_into = ${into} and id <> all(${ids}::uuid[]))
      or (id = any(${ids}::uuid[]) and merged_into is null))`.execute(tx)
}

/** With the lead's signature its merges are final. */
export async function settleMerges(tx: Tx, into: string): Promise<void> {
  await sql`update ledger_report set state = 'merged', version = version + 1
    where merged_into = ${into} and state = 'signed'`.execute(tx)
}

export async function insertReportFile(tx: Tx, row: { reportId: string; fileId: string }): Promise<void> {
  await tx.insertInto('ledger_report_file').values({ report_id: row.reportId, file_id: row.fileId }).execute()
}

export async function deleteReportFile(tx: Tx, row: { reportId: string; fileId: string }): Promise<boolean> {
  const result = await tx
    .deleteFrom('ledger_report_file')
    .where('report_id', '=', row.reportId)
    .where('file_id', '=', row.fileId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}

export interface EvidenceFile {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly bytes: number
}

export async function listReportFiles(db: Db, reportId: string): Promise<readonly EvidenceFile[]> {
  const { rows } = await sql<EvidenceFile>`select f.id, f.name, f.kind, f.bytes from ledger_report_file r
    join stored_file f on f.id = r.file_id where r.report_id = ${reportId} order by f.kept_at, f.id`.execute(db)
  return rows
}

/** How many files each report has; none is absent. */
export async function countFiles(db: Db, reportIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; files: number }>`select report_id as id, count(*)::int as files
    from ledger_report_file where report_id = any(${reportIds}::uuid[]) group by report_id`.execute(db)
  return new Map(rows.map(({ id, files }) => [id, files]))
}
