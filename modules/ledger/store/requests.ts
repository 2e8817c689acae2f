import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** Who asked last for something about a task: for a part to be later or looser, or for an extension. */
export async function findAsker(db: Db, taskId: string): Promise<string | null> {
  const { rows } = await sql<{ actorId: string | null }>`select actor_id as "actorId" from ledger_task_event
    where task_id = ${taskId} and step in ('propose-part', 'ask-extension') order by id desc limit 1`.execute(db)
  return rows[0]?.actorId ?? null
}

export interface RequestRow {
  readonly id: number
  readonly taskId: string
  readonly version: number
  readonly title: string
  readonly step: 'propose-part' | 'ask-extension'
  /** What is asked, and why. */
  readonly words: string
  readonly at: string
  readonly actorId: string | null
  readonly actorName: string
  readonly bodyId: string | null
  /** Leads of the task. */
  readonly leads: readonly string[]
  readonly due: PlainDate | null
  readonly above: { readonly id: string; readonly title: string; readonly due: PlainDate | null } | null
  /** Bodies that lead the task above. */
  readonly aboveBodies: readonly string[]
  readonly answer: {
    readonly step: string
    readonly at: string
    readonly actorName: string
    readonly words: string | null
  } | null
}

interface RequestFilter {
  readonly state: 'waiting' | 'answered'
  /** Bodies of which one must have asked as a lead; null for all. */
  readonly reach: readonly string[] | null
  readonly taskIds?: readonly string[]
  readonly limit: number
}

/** What was asked of the office, from the histories of the tasks: waiting, the oldest first; or answered, the newest first. */
export async function listRequests(
  db: Db,
  { state, reach, taskIds, limit }: RequestFilter,
): Promise<readonly RequestRow[]> {
  const waiting = state === 'waiting'
  const stands = waiting
    ? sql`a.id is null and case e.step when 'propose-part' then t.state = 'proposed'
        else t.extension is not null and t.state in ('assigned', 'in-progress', 'returned') end`
    : sql`a.id is not null`
  const mine = sql`(${reach}::uuid[] is null or exists (select from ledger_task_party p where p.role = 'lead'
    and p.task_id = case e.step when 'propose-part' then t.parent_id else t.id end and p.body_id = any(${reach}::uuid[])))`
  const { rows } = await sql<RequestRow>`select e.id, e.task_id as "taskId", t.version, t.title, e.step,
      coalesce(e.words, '') as words, e.at, e.actor_id as "actorId", e.actor_name as "actorName", e.body_id as "bodyId",
      t.due, coalesce((select json_agg(p.name order by p.ordinal) from ledger_task_party p
        where p.task_id = t.id and p.role = 'lead'), '[]') as leads,
      case when u.id is not null then json_build_object('id', u.id, 'title', u.title, 'due', u.due) end as above,
      coalesce((select json_agg(p.body_id) from ledger_task_party p where p.task_id = u.id and p.role = 'lead'
        and p.body_id is not null), '[]') as "aboveBodies",
      case when a.id is not null then json_build_object('step', a.step, 'at', a.at, 'actorName', a.actor_name,
        'words', a.words) end as answer
    from ledger_task_event e join ledger_task t on t.id = e.task_id left join ledger_task u on u.id = t.parent_id
      left join lateral (select * from ledger_task_event x where x.task_id = e.task_id and x.id > e.id
        and x.step in ('approve-part', 'refuse-part', 'grant-extension', 'refuse-extension')
        order by x.id limit 1) a on true
    where e.step in ('propose-part', 'ask-extension') and t.state <> 'draft' and ${stands} and ${mine}
      and (${taskIds ?? null}::uuid[] is null or t.id = any(${taskIds ?? null}::uuid[]))
    order by ${waiting ? sql`e.id` : sql`a.id desc`} limit ${limit}`.execute(db)
  return rows
}

export interface LatePart {
  readonly id: string
  readonly title: string
  readonly leads: readonly string[]
  readonly due: PlainDate
  readonly above: { readonly id: string; readonly title: string; readonly due: PlainDate }
}

/** Open parts that end after the task above, which nobody agreed to: as when the task's own date was moved forward. */
export async function listLateParts(
  db: Db,
  filter: { readonly ids?: readonly string[]; readonly parents?: readonly string[] },
): Promise<readonly LatePart[]> {
  const { rows } = await sql<LatePart>`select t.id, t.title, t.due, coalesce((select json_agg(p.name order by p.ordinal)
        from ledger_task_party p where p.task_id = t.id and p.role = 'lead'), '[]') as leads,
      json_build_object('id', u.id, 'title', u.title, 'due', u.due) as above
    from ledger_task t join ledger_task u on u.id = t.parent_id
    where t.due > u.due and (t.agreed_past is null or u.due < t.agreed_past)
      and t.state in ('assigned', 'in-progress', 'returned', 'suspended')
      and u.state in ('assigned', 'in-progress', 'returned', 'reported', 'suspended')
      and (${filter.ids ?? null}::uuid[] is null or t.id = any(${filter.ids ?? null}::uuid[]))
      and (${filter.parents ?? null}::uuid[] is null or u.id = any(${filter.parents ?? null}::uuid[]))
    order by u.due, u.id, t.due, t.id limit 500`.execute(db)
  return rows
}

/** Parts that wait under a task get a new version: who answers must have seen the task as it is now. */
export async function touchProposed(tx: Tx, parentId: string): Promise<void> {
  await tx
    .updateTable('ledger_task')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('parent_id', '=', parentId)
    .where('state', '=', 'proposed')
    .execute()
}
