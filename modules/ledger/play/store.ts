import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { ReportState } from '../dispatch/model.ts'
import type { TaskState } from '../model/steps.ts'

/** What the play looks at before its people act. Names that are the same in each play of a city stand for rows. */

/** The same in every play: document, clause and title. */
const taskName = sql<string>`d.folded || ' ' || m.path_key || ' ' || t.title`

export interface DraftMeasure {
  readonly id: string
  readonly version: number
  readonly name: string
  readonly title: string
  readonly blocking: boolean
}

export async function listDraftMeasures(db: Db): Promise<readonly DraftMeasure[]> {
  const { rows } =
    await sql<DraftMeasure>`select m.id, m.version, d.folded || ' ' || m.path_key as name, m.title, m.blocking
    from ledger_measure m join ledger_document d on d.id = m.document_id where m.state = 'draft'
    order by d.folded, m.position`.execute(db)
  return rows
}

export interface PlayTask {
  readonly id: string
  readonly name: string
  readonly title: string
  readonly documentId: string
  readonly parentId: string | null
  readonly state: TaskState
  readonly due: PlainDate | null
  readonly nextDue: PlainDate | null
  readonly extendedOnce: boolean
  /** When an extension that waits was asked. */
  readonly askedOn: PlainDate | null
  readonly assignedOn: PlainDate
  readonly changedOn: PlainDate
  readonly version: number
  readonly leadId: string
  /** All leads, the first too. */
  readonly leadIds: readonly string[]
  /** The lead of the task that it is a part of. */
  readonly aboveId: string | null
  readonly supportIds: readonly string[]
  readonly parts: number
  /** Parts that are still under way. */
  readonly openParts: number
  /** How often it was sent back. */
  readonly returns: number
}

/** Tasks that stand open, with their first lead, in the order of their names. */
export async function listOpenTasks(db: Db, zone: string): Promise<readonly PlayTask[]> {
  const { rows } = await sql<PlayTask>`select t.id, ${taskName} as name, t.title, m.document_id as "documentId",
      t.parent_id as "parentId", t.state, t.due, t.next_due as "nextDue", t.original_due is not null as "extendedOnce",
      (t.extension->>'on')::date as "askedOn", (e.first at time zone ${zone})::date as "assignedOn",
      (t.changed_at at time zone ${zone})::date as "changedOn", t.version, l.body_id as "leadId",
      array(select s.body_id from ledger_task_party s where s.task_id = t.id and s.role = 'lead'
        and s.body_id is not null) as "leadIds",
      (select a.body_id from ledger_task_party a where a.task_id = t.parent_id and a.role = 'lead' and a.ordinal = 0)
        as "aboveId",
      array(select s.body_id from ledger_task_party s where s.task_id = t.id and s.body_id is not null
        and s.body_id <> l.body_id order by s.role, s.ordinal) as "supportIds",
      coalesce(k.parts, 0)::int as parts, coalesce(k.open, 0)::int as "openParts", e.returns::int as returns
    from ledger_task t join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id
      join ledger_task_party l on l.task_id = t.id and l.role = 'lead' and l.ordinal = 0
      join lateral (select min(at) as first, count(*) filter (where step = 'return') as returns
        from ledger_task_event where task_id = t.id) e on true
      left join (select parent_id, count(*) as parts, count(*) filter (where state not in ('verified', 'closed', 'cancelled',
        'merged', 'split', 'draft', 'refused')) as open from ledger_task where parent_id is not null group by parent_id) k
        on k.parent_id = t.id
    where t.state in ('assigned', 'in-progress', 'returned', 'reported', 'verified', 'suspended', 'proposed')
      and l.body_id is not null
    order by name, t.id`.execute(db)
  return rows
}

export interface OwnDate {
  readonly id: string
  readonly taskId: string
  readonly due: PlainDate
}

/** Own dates of open tasks that are not reached and are not the last. */
export async function listEarlierDates(db: Db, until: PlainDate): Promise<readonly OwnDate[]> {
  const { rows } = await sql<OwnDate>`select s.id, s.task_id as "taskId", s.due from ledger_task_milestone s
      join ledger_task t on t.id = s.task_id
    where not s.inherited and s.reached_on is null and s.due < t.due and s.due <= ${until}::date
      and t.state in ('assigned', 'in-progress', 'returned') order by s.due, s.task_id, s.ordinal`.execute(db)
  return rows
}

export interface PlayReport {
  readonly id: string
  readonly name: string
  readonly periodId: string
  readonly month: PlainDate
  readonly openedOn: PlainDate
  readonly due: PlainDate
  readonly taskId: string
  readonly title: string
  readonly parentId: string | null
  readonly bodyId: string
  readonly role: 'lead' | 'support'
  readonly state: ReportState
  readonly draftedBy: string | null
  readonly answeredOn: PlainDate | null
  readonly mergedInto: string | null
  readonly version: number
  readonly assignedOn: PlainDate
  readonly taskDue: PlainDate | null
  /** The lead of the task that it goes up to; null where it goes to the office. */
  readonly aboveId: string | null
  /** Whether reports come up to it. */
  readonly collects: boolean
  /** How often it was returned. */
  readonly returns: number
}

/** Reports of open periods on which somebody has to act, in the order of their names. */
export async function listReportsToDo(db: Db, zone: string): Promise<readonly PlayReport[]> {
  const { rows } = await sql<PlayReport>`select r.id, ${taskName} as name, r.period_id as "periodId", p.month,
      p.opened_on as "openedOn", p.due, r.task_id as "taskId", t.title, t.parent_id as "parentId", r.body_id as "bodyId", r.role,
      r.state, r.drafted_by as "draftedBy", r.answered_on as "answeredOn", r.merged_into as "mergedInto", r.version,
      ((select min(at) from ledger_task_event where task_id = t.id) at time zone ${zone})::date as "assignedOn",
      t.due as "taskDue", (select a.body_id from ledger_task_party a where a.role = 'lead' and a.ordinal = 0
        and a.task_id = case when r.role = 'support' then r.task_id else t.parent_id end) as "aboveId",
      r.role = 'lead' and t.parent_id is null as collects,
      (select count(*)::int from ledger_report_event e where e.report_id = r.id and e.step = 'return') as returns
    from ledger_report r join ledger_period p on p.id = r.period_id and p.closed_on is null
      join ledger_task t on t.id = r.task_id join ledger_measure m on m.id = t.measure_id
      join ledger_document d on d.id = m.document_id
    where r.state = 'signed' or (r.state in ('due', 'draft', 'returned')
      and t.state in ('assigned', 'in-progress', 'returned')) order by name, r.id`.execute(db)
  return rows
}

/** Signed reports that wait to be taken into a lead's, by its report. */
export async function listFree(
  db: Db,
  leadReportIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ into: string; id: string }>`select l.id as into, r.id from ledger_report l
      join ledger_report r on r.period_id = l.period_id and r.body_id <> l.body_id and r.state = 'signed'
        and r.merged_into is null
      join ledger_task t on t.id = r.task_id
    where l.id = any(${leadReportIds}::uuid[])
      and ((r.task_id = l.task_id and r.role = 'support') or (t.parent_id = l.task_id and r.role = 'lead'))
    order by l.id, r.id`.execute(db)
  return new Map(
    Map.groupBy(rows, ({ into }) => into)
      .entries()
      .map(([into, list]) => [into, list.map(({ id }) => id)]),
  )
}

export interface TaskTarget {
  readonly taskId: string
  readonly ordinal: number
  readonly op: '>=' | '<=' | '>' | '<' | '=' | 'about'
  readonly value: number
  readonly metric: string
  readonly unit: string
  readonly phrase: string
}

export async function listTargetsOf(db: Db, taskIds: readonly string[]): Promise<readonly TaskTarget[]> {
  const { rows } =
    await sql<TaskTarget>`select task_id as "taskId", ordinal, op, value, metric, unit, phrase from ledger_task_target
    where task_id = any(${taskIds}::uuid[]) order by task_id, ordinal`.execute(db)
  return rows
}

export interface PlayProblem {
  readonly id: string
  readonly name: string
  readonly bodyId: string
  readonly state: string
  readonly raisedOn: PlainDate
  readonly version: number
  readonly remedyId: string | null
  readonly remedyDue: PlainDate | null
  readonly remedyDone: PlainDate | null
  readonly reportedOn: PlainDate | null
}

/** Problems that reports raised and that are not solved. */
export async function listOpenProblems(db: Db, zone: string): Promise<readonly PlayProblem[]> {
  const { rows } = await sql<PlayProblem>`select b.id, ${taskName} || ' ' || b.raised_on || ' ' || b.text as name,
      b.body_id as "bodyId", b.state, b.raised_on as "raisedOn", b.version, r.id as "remedyId", r.due as "remedyDue",
      r.done_on as "remedyDone", ((select max(e.at) from ledger_problem_event e where e.problem_id = b.id
        and e.step = 'report-solved') at time zone ${zone})::date as "reportedOn"
    from ledger_problem b join ledger_task t on t.id = b.task_id join ledger_measure m on m.id = t.measure_id
      join ledger_document d on d.id = m.document_id
      left join lateral (select id, due, done_on from ledger_remedy where problem_id = b.id order by id limit 1) r on true
    where b.source = 'report' and b.state in ('open', 'in-hand', 'reported') order by name, b.id`.execute(db)
  return rows
}

/** Tasks that a body leads and that are open, by name. */
export async function listLedBy(
  db: Db,
  bodyId: string,
): Promise<readonly { id: string; name: string; title: string }[]> {
  const { rows } = await sql<{ id: string; name: string; title: string }>`select t.id, ${taskName} as name, t.title
    from ledger_task t join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id
      join ledger_task_party l on l.task_id = t.id and l.role = 'lead' and l.ordinal = 0 and l.body_id = ${bodyId}
    where t.state in ('assigned', 'in-progress', 'returned') order by name, t.id`.execute(db)
  return rows
}

/** How many tasks of each body are overdue or near on a day. */
export async function listBehind(
  db: Db,
  today: PlainDate,
): Promise<readonly { bodyId: string; over: number; near: number }[]> {
  const { rows } = await sql<{ bodyId: string; over: number; near: number }>`select l.body_id as "bodyId",
      count(*) filter (where t.next_due < ${today}::date)::int as over,
      count(*) filter (where t.next_due between ${today}::date and ${today}::date + 7)::int as near
    from ledger_task t join ledger_task_party l on l.task_id = t.id and l.role = 'lead' and l.ordinal = 0
    where t.state in ('assigned', 'in-progress', 'returned') group by l.body_id`.execute(db)
  return rows
}

/** First titles of documents, to write plans about. */
export async function listPlayedDocuments(
  db: Db,
): Promise<readonly { id: string; name: string; version: number; release: string }[]> {
  const { rows } = await sql<{ id: string; name: string; version: number; release: string }>`select d.id,
      coalesce(d.number, d.title) as name, d.version, d.release from ledger_document d
    where exists (select from ledger_measure m where m.document_id = d.id and m.state = 'confirmed') order by d.folded`.execute(
    db,
  )
  return rows
}
