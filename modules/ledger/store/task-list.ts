import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import { type RawBuilder, sql } from 'kysely'
import type { Release } from '../model/ledger.ts'
import { type Light, NEAR_DAYS } from '../model/light.ts'
import type { TaskState } from '../model/steps.ts'
import { type Grouping, inGroupSql } from './grouping.ts'
import { indicatorMeasures } from './indicator-measures.ts'

export interface TaskFilter {
  readonly documentId?: string
  readonly issueId?: string
  readonly bodyId?: string
  readonly as: 'lead' | 'support' | 'any'
  readonly state: TaskState | readonly TaskState[] | 'open' | 'all'
  readonly light?: Light
  readonly indicator?: string
  readonly chapter?: string
  readonly dueFrom?: string
  readonly dueTo?: string
  readonly text?: string
  /** Bodies of which at least one must be a party; null for all. */
  readonly reach: readonly string[] | null
  /** Bodies of which at least one must lead. */
  readonly leadReach?: readonly string[]
  /** Bodies none of which leads. */
  readonly notLedBy?: readonly string[]
  /** What anyone may see: that it is tracked, or also how it stands. Parts of tasks are never among it. */
  readonly shown?: 'tracked' | 'progress'
  readonly ids?: readonly string[]
  /** Parts of these tasks. */
  readonly parents?: readonly string[]
  /** Of one group only; an empty key means those that belong to none. */
  readonly inGroup?: { readonly by: Grouping; readonly key: string }
}

export interface TaskPage {
  readonly sort: 'due' | 'text' | 'changed'
  readonly after?: TaskKey
  readonly limit: number
  /** For pages by number, which the public list has. */
  readonly offset?: number
}

/** Where a page ends: up to three sort values, then the id. */
export type TaskKey = readonly [first: string | number, second: number, third: number, id: string]

export interface TaskListRow {
  readonly id: string
  readonly title: string
  readonly documentId: string
  readonly measureTitle: string
  readonly path: readonly string[]
  readonly state: TaskState
  readonly light: Light
  /** The day on which its own term begins, else on which its document was signed. */
  readonly startsOn: string | null
  readonly nextDue: string | null
  readonly due: string | null
  readonly duePhrase: string | null
  readonly leads: string[]
  readonly supports: number
  readonly parts: number
  readonly parent: string | null
  readonly extended: boolean
  readonly extensionAsked: boolean
  readonly version: number
  readonly key: TaskKey
}

export interface Figures {
  readonly all: number
  readonly red: number
  readonly yellow: number
  readonly green: number
  readonly none: number
  readonly paused: number
  readonly done: number
}

/** Tasks that were given out: neither taken back, nor parts that wait for approval or did not get it. */
export const standing: RawBuilder<boolean> = sql`t.state not in ('draft', 'proposed', 'refused')`

/** Under way. */
export const openStates: readonly TaskState[] = ['assigned', 'in-progress', 'returned', 'reported', 'suspended']

/** Those of them that count: not cancelled, nor gone up in others. */
export const counted: RawBuilder<boolean> = sql`t.state not in ('draft', 'proposed', 'refused', 'cancelled', 'merged', 'split')`

/** The light in SQL, the same as `lightOfTask` of the model (a test compares them). */
export function lightSql(today: PlainDate): RawBuilder<Light> {
  return sql<Light>`case when t.state in ('verified', 'closed') then 'done'
    when t.state = 'suspended' then 'paused'
    when t.state in ('proposed', 'refused', 'cancelled', 'merged', 'split') or t.next_due is null then 'none'
    when t.next_due < (case t.state when 'reported' then coalesce(t.reported_on, ${today}::date) else ${today}::date end)
      then 'red'
    when t.next_due <= (case t.state when 'reported' then coalesce(t.reported_on, ${today}::date) else ${today}::date end)
      + ${NEAR_DAYS}::int then 'yellow'
    else 'green' end`
}

export const taskFrom = sql`ledger_task t join ledger_measure m on m.id = t.measure_id join ledger_document d on d.id = m.document_id`

/** The tasks alone where the filter asks nothing of their measures and documents. */
function fromOf({ documentId, issueId, text, chapter, shown, inGroup }: TaskFilter): RawBuilder<unknown> {
  const beyond = documentId ?? issueId ?? text ?? chapter ?? shown ?? inGroup
  return beyond === undefined ? sql`ledger_task t` : taskFrom
}

/** One page of tasks, in one query whatever their number. */
export async function listTasks(
  db: Db,
  today: PlainDate,
  { sort, after, limit, offset = 0, ...filter }: TaskFilter & TaskPage,
): Promise<readonly TaskListRow[]> {
  const key = sortKeys[sort]
  const page = after
    ? sql`(${key}, t.id) > (${sql.join([sql`${after[0]}::${sql.raw(types[sort])}`, sql`${after[1]}::int`, sql`${after[2]}::int`])}, ${after[3]}::uuid)`
    : sql`true`
  const { rows } =
    await sql<TaskListRow>`select t.id, t.title, m.document_id as "documentId", m.title as "measureTitle", m.path, t.state,
      ${lightSql(today)} as light, ${startSql} as "startsOn", t.next_due as "nextDue", t.due, t.due_phrase as "duePhrase",
      coalesce((select json_agg(p.name order by p.ordinal) from ledger_task_party p where p.task_id = t.id
        and p.role = 'lead'), '[]') as leads,
      (select count(*)::int from ledger_task_party p where p.task_id = t.id and p.role = 'support') as supports,
      (select count(*)::int from ledger_task c where c.parent_id = t.id and c.state not in ('draft', 'proposed', 'refused'))
        as parts,
      t.parent_id as parent, t.original_due is not null as extended, t.extension is not null as "extensionAsked",
      t.version, json_build_array(${key}, t.id) as key
    from ${taskFrom} where ${taskWhere(filter, today)} and ${page} order by ${key}, t.id limit ${limit} offset ${offset}`.execute(
      db,
    )
  return rows
}

const startSql = sql`coalesce(
  (select min(s.start_on) from ledger_task_milestone s where s.task_id = t.id and not s.inherited), d.signed_on)`

/** Three sort values, none null; tasks without a date come last. */
export const sortKeys = {
  due: sql`coalesce(t.next_due, 'infinity'::date), m.position, t.ordinal`,
  text: sql`d.folded, m.position, t.ordinal`,
  changed: sql`-extract(epoch from t.changed_at)::double precision, m.position, t.ordinal`,
} as const
const types = { due: 'date', text: 'text', changed: 'double precision' } as const

/** How many tasks of the filter show each light; the filter's own light does not count. */
export async function countLights(db: Db, today: PlainDate, { light: _, ...filter }: TaskFilter): Promise<Figures> {
  const { rows } = await sql<{ light: Light; n: number }>`select ${lightSql(today)} as light, count(*)::int as n
    from ${fromOf(filter)} where ${taskWhere(filter, today)} group by 1`.execute(db)
  const figures = Object.fromEntries(rows.map(({ light, n }) => [light, n]))
  return { ...noFigures, ...figures, all: rows.reduce((sum, { n }) => sum + n, 0) }
}

export interface StandingCount {
  readonly light: Light
  readonly state: TaskState
  /** One of the own bodies leads. */
  readonly leads: boolean
  readonly n: number
}

/** The tasks of a reach by light, state, and whether one of `own` leads them. */
export async function countStanding(
  db: Db,
  today: PlainDate,
  { reach, own }: { readonly reach: readonly string[] | null; readonly own: readonly string[] },
): Promise<readonly StandingCount[]> {
  const { rows } =
    await sql<StandingCount>`select ${lightSql(today)} as light, t.state, ${partyIn(own, 'lead')} as leads,
      count(*)::int as n
    from ledger_task t where ${taskWhere({ as: 'any', state: 'all', reach }, today)} group by 1, 2, 3`.execute(db)
  return rows
}

export const noFigures: Figures = { all: 0, red: 0, yellow: 0, green: 0, none: 0, paused: 0, done: 0 }

/** The figures of several documents at once. */
export async function countByDocument(
  db: Db,
  today: PlainDate,
  scope: { readonly documentIds: readonly string[]; readonly reach: readonly string[] | null },
): Promise<ReadonlyMap<string, Figures>> {
  const { rows } = await sql<Figures & { documentId: string }>`select document_id as "documentId", count(*)::int as all,
      ${sql.join((['red', 'yellow', 'green', 'none', 'paused', 'done'] as const).map((light) => sql`count(*) filter (where light = ${light})::int as ${sql.ref(light)}`))}
    from (select m.document_id, ${lightSql(today)} as light from ${taskFrom}
      where m.document_id = any(${scope.documentIds}::uuid[])
        and ${taskWhere({ as: 'any', state: 'all', reach: scope.reach }, today)}) t
    group by document_id`.execute(db)
  return new Map(rows.map(({ documentId, ...figures }) => [documentId, figures]))
}

/** What the filter asks of `taskFrom`. */
export function taskWhere(filter: TaskFilter, today: PlainDate): RawBuilder<boolean> {
  const like = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null
  const parts: RawBuilder<unknown>[] = [stateSql(filter)]
  if (filter.documentId) parts.push(sql`m.document_id = ${filter.documentId}::uuid`)
  if (filter.issueId) parts.push(sql`d.issue_id = ${filter.issueId}::uuid`)
  if (filter.light) parts.push(sql`${lightSql(today)} = ${filter.light}`)
  if (filter.dueFrom) parts.push(sql`t.next_due >= ${filter.dueFrom}::date`)
  if (filter.dueTo) parts.push(sql`t.next_due <= ${filter.dueTo}::date`)
  if (like) parts.push(sql`(t.title like ${like} or m.title like ${like})`)
  if (filter.chapter)
    parts.push(sql`(m.path_key = ${filter.chapter} or starts_with(m.path_key, ${`${filter.chapter}/`}))`)
  if (filter.indicator) {
    parts.push(sql`t.measure_id in (select g.measure_id from ${indicatorMeasures} g where g.key = ${filter.indicator})`)
  }
  if (filter.bodyId) parts.push(partyIn([filter.bodyId], filter.as))
  if (filter.reach) parts.push(reachSql(filter.reach, filter.state))
  if (filter.leadReach) parts.push(partyIn(filter.leadReach, 'lead'))
  if (filter.notLedBy) parts.push(sql`not ${partyIn(filter.notLedBy, 'lead')}`)
  if (filter.ids) parts.push(sql`t.id = any(${filter.ids}::uuid[])`)
  if (filter.parents) parts.push(sql`t.parent_id = any(${filter.parents}::uuid[])`)
  if (filter.inGroup) parts.push(inGroupSql(filter.inGroup))
  if (filter.shown) parts.push(shownSql(filter.shown))
  return sql<boolean>`${sql.join(parts, sql` and `)}`
}

/** A part that was not approved belongs to whoever leads the task above; its units know nothing of it yet. */
function reachSql(bodies: readonly string[], state: TaskFilter['state']): RawBuilder<boolean> {
  if (state !== 'proposed' && state !== 'refused') return partyIn(bodies, 'any')
  return sql`exists (select from ledger_task_party p where p.task_id = t.parent_id and p.role = 'lead'
    and p.body_id = any(${bodies}::uuid[]))`
}

function partyIn(bodies: readonly string[], as: TaskFilter['as']): RawBuilder<boolean> {
  const role = as === 'any' ? sql`true` : sql`p.role = ${as}`
  return sql`exists (select from ledger_task_party p where p.task_id = t.id and p.body_id = any(${bodies}::uuid[]) and ${role})`
}

/** The parts of a named task are all its parts, those not approved too. */
function stateSql({ state, ids, parents }: TaskFilter): RawBuilder<boolean> {
  if (state === 'all') return ids || parents ? sql`t.state <> 'draft'` : standing
  const states = state === 'open' ? openStates : typeof state === 'string' ? [state] : state
  return sql`t.state = any(${states}::text[])`
}

/** What anyone may see of `taskFrom`: of documents that are tracked, or of those whose progress is shown as well. */
export function shownSql(shown: 'tracked' | 'progress'): RawBuilder<boolean> {
  const released = shown === 'progress' ? sql`d.release = 'progress'` : sql`d.release <> 'nothing'`
  return sql`(${released} and t.parent_id is null and ${counted})`
}

export interface ClauseTask {
  readonly id: string
  readonly title: string
  readonly state: TaskState
  readonly nextDue: PlainDate | null
  readonly document: string
  readonly path: readonly string[]
  readonly release: Release
  readonly leads: string
  readonly parentId: string | null
  readonly reportedOn: string | null
}

/** What the clauses' pages say of tasks. */
export async function listForClauses(
  db: Db,
  scope: { readonly taskIds: readonly string[] } | { readonly documentId: string },
): Promise<readonly ClauseTask[]> {
  const which =
    'taskIds' in scope ? sql`t.id = any(${scope.taskIds}::uuid[])` : sql`m.document_id = ${scope.documentId}::uuid`
  const { rows } =
    await sql<ClauseTask>`select t.id, t.title, t.state, t.next_due as "nextDue", coalesce(d.number, d.title) as document, m.path,
      d.release, t.parent_id as "parentId", t.reported_on as "reportedOn", coalesce((select string_agg(p.name, '、' order by p.ordinal) from ledger_task_party p
        where p.task_id = t.id and p.role = 'lead'), '') as leads
    from ${taskFrom} where ${standing} and ${which}`.execute(db)
  return rows
}

/** The metrics that stand for targets of these tasks. */
export async function metricsOfTasks(db: Db, taskIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct metric_id as id from ledger_metric_source
    where task_id = any(${taskIds}::uuid[])`.execute(db)
  return rows.map(({ id }) => id)
}
