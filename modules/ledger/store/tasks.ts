import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { TaskState } from '../model/steps.ts'
import type { MilestoneRow, PartyRow, TargetRow, TaskRows } from '../model/task-rows.ts'

export interface Extension {
  readonly due: string
  readonly phrase: string
  readonly reason: string
  readonly by: string
  readonly on: string
}

/** A task as its own row says. */
export interface Task {
  readonly id: string
  readonly measureId: string
  readonly documentId: string
  readonly parentId: string | null
  readonly ordinal: number
  readonly title: string
  readonly spanStart: number | null
  readonly spanEnd: number | null
  readonly state: TaskState
  readonly due: string | null
  readonly duePhrase: string | null
  readonly nextDue: string | null
  readonly originalDue: string | null
  readonly lateReason: string | null
  readonly agreedPast: string | null
  readonly reportedOn: string | null
  readonly extension: Extension | null
  readonly suspendedIn: TaskState | null
  /** The body that supervises its document. */
  readonly supervisorId: string | null
  readonly version: number
}

const columns = sql`t.id, t.measure_id as "measureId", m.document_id as "documentId", t.parent_id as "parentId", t.ordinal,
  t.title, t.span_start as "spanStart", t.span_end as "spanEnd", t.state, t.due, t.due_phrase as "duePhrase",
  t.next_due as "nextDue", t.original_due as "originalDue", t.late_reason as "lateReason",
  t.agreed_past as "agreedPast", t.reported_on as "reportedOn",
  t.extension, t.suspended_in as "suspendedIn", t.version,
  (select d.supervisor_body_id from ledger_document d where d.id = m.document_id) as "supervisorId"`

/** A task that was confirmed; drafts and confirmations taken back are not found. */
export async function findTask(db: Db, id: string): Promise<Task | undefined> {
  const { rows } = await sql<Task>`select ${columns} from ledger_task t join ledger_measure m on m.id = t.measure_id
    where t.id = ${id} and t.state <> 'draft'`.execute(db)
  return rows[0]
}

/** The same, locked until the transaction ends. */
export async function lockTasks(tx: Tx, ids: readonly string[]): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`select ${columns} from ledger_task t join ledger_measure m on m.id = t.measure_id
    where t.id = any(${ids}::uuid[]) and t.state <> 'draft' order by t.id for update of t`.execute(tx)
  return rows
}

export async function listTasksOfMeasure(db: Db, measureId: string): Promise<readonly Task[]> {
  const { rows } = await sql<Task>`select ${columns} from ledger_task t join ledger_measure m on m.id = t.measure_id
    where t.measure_id = ${measureId} and t.state <> 'draft' order by t.ordinal, t.id`.execute(db)
  return rows
}

export interface NewTask extends TaskRows {
  readonly measureId: string
  readonly parentId: string | null
  readonly state: TaskState
  readonly lateReason: string | null
  readonly changedAt: string
}

/**
 * Stores tasks with parties, milestones and targets. A task whose confirmation was taken back comes to life again under
 * its id. Returns the ids stored; one that belongs to something else is left out, and the caller must refuse.
 */
export async function insertTasks(tx: Tx, tasks: readonly NewTask[]): Promise<ReadonlySet<string>> {
  if (tasks.length === 0) return new Set()
  const { rows } = await sql<{ id: string }>`insert into ledger_task as t (id, measure_id, parent_id, ordinal, title,
      span_start, span_end, state, due, due_phrase, next_due, late_reason, changed_at)
    select v.id, v."measureId", v."parentId", v.ordinal, v.title, (v.span->>'start')::int, (v.span->>'end')::int, v.state,
      v.due, v."duePhrase", v."nextDue", v."lateReason", v."changedAt"
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as v(id uuid, "measureId" uuid, "parentId" uuid,
      ordinal integer, title text, span jsonb, state text, due date, "duePhrase" text, "nextDue" date,
      "lateReason" text, "changedAt" timestamptz)
    on conflict (id) do update set ordinal = excluded.ordinal, title = excluded.title, span_start = excluded.span_start,
      span_end = excluded.span_end, state = excluded.state, due = excluded.due, due_phrase = excluded.due_phrase,
      next_due = excluded.next_due, changed_at = excluded.changed_at, version = t.version + 1
      where t.state = 'draft' and t.measure_id = excluded.measure_id
    returning id`.execute(tx)
  const stored = new Set(rows.map(({ id }) => id))
  await replaceDetails(
    tx,
    tasks.filter(({ id }) => stored.has(id)),
  )
  return stored
}

/** Parties, milestones and targets of tasks as given, in place of those that were there. */
export async function replaceDetails(
  tx: Tx,
  tasks: readonly Pick<TaskRows, 'id' | 'parties' | 'milestones' | 'targets'>[],
): Promise<void> {
  const ids = tasks.map(({ id }) => id)
  for (const table of ['ledger_task_party', 'ledger_task_milestone', 'ledger_task_target'] as const) {
    await tx.deleteFrom(table).where('task_id', 'in', ids).execute()
  }
  const of = <Row>(pick: (task: (typeof tasks)[number]) => readonly Row[]) =>
    JSON.stringify(tasks.flatMap((task) => pick(task).map((row) => ({ ...row, taskId: task.id }))))
  await sql`insert into ledger_task_party (task_id, role, ordinal, name, body_id, via_group)
    select "taskId", role, ordinal, name, "bodyId", "viaGroup" from jsonb_to_recordset(${of((task) => task.parties)}::jsonb)
      as v("taskId" uuid, role text, ordinal integer, name text, "bodyId" uuid, "viaGroup" text)`.execute(tx)
  await sql`insert into ledger_task_milestone (id, task_id, ordinal, phrase, kind, due, start_on, rule, inherited, name,
      reached_on)
    select id, "taskId", ordinal, phrase, kind, due, "startOn", rule, inherited, name, "reachedOn"
    from jsonb_to_recordset(${of((task) => task.milestones)}::jsonb) as v(id uuid, "taskId" uuid, ordinal integer,
      phrase text, kind text, due date, "startOn" date, rule text, inherited boolean, name text, "reachedOn" date)`.execute(
    tx,
  )
  await sql`insert into ledger_task_target (task_id, ordinal, phrase, metric, op, value, unit)
    select "taskId", ordinal, phrase, metric, op, value, unit from jsonb_to_recordset(${of((task) => task.targets)}::jsonb)
      as v("taskId" uuid, ordinal integer, phrase text, metric text, op text, value double precision, unit text)`.execute(
    tx,
  )
}

export interface TaskEvent {
  readonly taskId: string
  readonly at: string
  readonly step: string
  readonly toState: TaskState
  readonly actorId: string | null
  readonly actorName: string
  readonly bodyId: string | null
  readonly words: string | null
}

export async function insertEvents(tx: Tx, events: readonly TaskEvent[]): Promise<void> {
  await sql`insert into ledger_task_event (task_id, at, step, to_state, actor_id, actor_name, body_id, words)
    select "taskId", at, step, "toState", "actorId", "actorName", "bodyId", words
    from jsonb_to_recordset(${JSON.stringify(events)}::jsonb) as v("taskId" uuid, at timestamptz, step text, "toState" text,
      "actorId" uuid, "actorName" text, "bodyId" uuid, words text)`.execute(tx)
}

/** Oldest first. */
export async function listEvents(db: Db, taskId: string): Promise<readonly (TaskEvent & { id: number })[]> {
  const { rows } = await sql<
    TaskEvent & { id: number }
  >`select id, task_id as "taskId", at, step, to_state as "toState",
      actor_id as "actorId", actor_name as "actorName", body_id as "bodyId", words
    from ledger_task_event where task_id = ${taskId} order by id`.execute(db)
  return rows
}

export async function listParties(
  db: Db,
  taskIds: readonly string[],
): Promise<readonly (PartyRow & { taskId: string })[]> {
  const { rows } = await sql<PartyRow & { taskId: string }>`select task_id as "taskId", role, ordinal, name,
      body_id as "bodyId", via_group as "viaGroup"
    from ledger_task_party where task_id = any(${taskIds}::uuid[]) order by task_id, role, ordinal`.execute(db)
  return rows
}

/** Parties of a task and of the one that it is a part of, in one query. */
export function listPartiesAround(
  db: Db,
  { id, parentId }: Pick<Task, 'id' | 'parentId'>,
): ReturnType<typeof listParties> {
  return listParties(db, parentId === null ? [id] : [id, parentId])
}

/** Own dates first, then those inherited from the document. */
export async function listMilestones(
  db: Db,
  taskIds: readonly string[],
): Promise<readonly (MilestoneRow & { taskId: string })[]> {
  const { rows } = await sql<
    MilestoneRow & { taskId: string }
  >`select id, task_id as "taskId", ordinal, phrase, kind, due,
      start_on as "startOn", rule, inherited, name, reached_on as "reachedOn"
    from ledger_task_milestone where task_id = any(${taskIds}::uuid[]) order by task_id, inherited, ordinal`.execute(db)
  return rows
}

export async function listTargets(
  db: Db,
  taskIds: readonly string[],
): Promise<readonly (TargetRow & { taskId: string })[]> {
  const { rows } = await sql<
    TargetRow & { taskId: string }
  >`select task_id as "taskId", ordinal, phrase, metric, op, value,
      unit from ledger_task_target where task_id = any(${taskIds}::uuid[]) order by task_id, ordinal`.execute(db)
  return rows
}

export interface TaskChange {
  readonly id: string
  readonly version: number
  readonly changedAt: string
  readonly state?: TaskState
  readonly title?: string
  readonly due?: string | null
  readonly duePhrase?: string | null
  readonly nextDue?: string | null
  readonly originalDue?: string | null
  readonly reportedOn?: string | null
  readonly extension?: Extension | null
  readonly mergedInto?: string | null
  readonly suspendedIn?: TaskState | null
  readonly agreedPast?: string | null
}

/** Changes one task of the version seen; false when the version is another. */
export async function updateTask(tx: Tx, change: TaskChange): Promise<boolean> {
  const extension = change.extension === null ? null : JSON.stringify(change.extension)
  const result = await tx
    .updateTable('ledger_task')
    .set((eb) => ({
      ...(change.state !== undefined && { state: change.state }),
      ...(change.title !== undefined && { title: change.title }),
      ...(change.due !== undefined && { due: change.due }),
      ...(change.duePhrase !== undefined && { due_phrase: change.duePhrase }),
      ...(change.nextDue !== undefined && { next_due: change.nextDue }),
      ...(change.originalDue !== undefined && { original_due: change.originalDue }),
      ...(change.reportedOn !== undefined && { reported_on: change.reportedOn }),
      ...(change.extension !== undefined && { extension }),
      ...(change.mergedInto !== undefined && { merged_into: change.mergedInto }),
      ...(change.agreedPast !== undefined && { agreed_past: change.agreedPast }),
      ...(change.suspendedIn !== undefined && { suspended_in: change.suspendedIn }),
      changed_at: change.changedAt,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .where('state', '<>', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Marks one date as reached; false when it was already. */
export async function updateMilestoneReached(
  tx: Tx,
  { id, taskId, on }: { readonly id: string; readonly taskId: string; readonly on: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('ledger_task_milestone')
    .set({ reached_on: on })
    .where('id', '=', id)
    .where('task_id', '=', taskId)
    .where('reached_on', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Moves the last own date of a task: an extension granted. */
export async function updateLastDate(
  tx: Tx,
  change: { readonly taskId: string; readonly due: string; readonly phrase: string },
): Promise<void> {
  await sql`update ledger_task_milestone set due = ${change.due}::date, phrase = ${change.phrase}, kind = 'by'
    where id = (select id from ledger_task_milestone where task_id = ${change.taskId} and not inherited
      order by due desc nulls last, ordinal limit 1)`.execute(tx)
}

/** Takes the tasks of a measure out of sight: its confirmation is taken back. Returns how many. */
export async function withdrawTasks(tx: Tx, measureId: string, changedAt: string): Promise<readonly string[]> {
  const rows = await tx
    .updateTable('ledger_task')
    .set((eb) => ({ state: 'draft', changed_at: changedAt, version: eb('version', '+', 1) }))
    .where('measure_id', '=', measureId)
    .where('state', '<>', 'draft')
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Titles of tasks of a measure on which something happened after they were given out. */
export async function listTouched(tx: Tx, measureId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ title: string }>`select t.title from ledger_task t
    where t.measure_id = ${measureId} and t.state <> 'draft' and (t.state <> 'assigned' or t.extension is not null
      or exists (select from ledger_task c where c.parent_id = t.id)
      or exists (select from ledger_task_event e where e.task_id = t.id and e.step not in ('confirm', 'unconfirm')))
    order by t.ordinal`.execute(tx)
  return rows.map(({ title }) => title)
}

/** Gives an open printed name its body in tasks that exist. Returns the tasks concerned. */
export async function fillParty(
  tx: Tx,
  { name, bodyId }: { readonly name: string; readonly bodyId: string },
): Promise<readonly string[]> {
  const { rows } = await sql<{ taskId: string }>`update ledger_task_party p set body_id = ${bodyId}
    where p.name = ${name} and p.body_id is null and p.via_group is null
      and not exists (select from ledger_task_party q where q.task_id = p.task_id and q.body_id = ${bodyId})
    returning p.task_id as "taskId"`.execute(tx)
  return rows.map(({ taskId }) => taskId)
}
