import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { counted } from '../store/task-list.ts'

export type Direction = 'up' | 'down' | 'hold'
export type Op = '>=' | '<=' | '>' | '<' | '=' | 'about'
export type Source = 'hand' | 'xlsx' | 'api' | 'report' | 'computed'
export type Computed = 'tasks-closed' | 'tasks-overdue' | 'reports-on-time'

export interface Metric {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly direction: Direction
  readonly bodyId: string | null
  readonly documentId: string | null
  readonly path: readonly string[]
  readonly taskId: string | null
  readonly taskOrdinal: number | null
  /** It measures a part of a task, which is a unit's own business. */
  readonly ofPart: boolean
  readonly indicatorKey: string | null
  readonly indicator: string | null
  readonly baseline: number | null
  readonly baselineOn: PlainDate | null
  readonly computed: Computed | null
  readonly version: number
}

export interface MetricFilter {
  /** Of these bodies, or of tasks in which they have a part; null for all. */
  readonly reach: readonly string[] | null
  readonly ids?: readonly string[]
  readonly documentId?: string
  readonly taskId?: string
  readonly measureId?: string
  readonly indicatorKey?: string
  readonly bodyId?: string
  readonly text?: string
}

/** Those of tasks whose confirmation was taken back are left out. */
export async function listMetrics(db: Db, filter: MetricFilter): Promise<readonly Metric[]> {
  const like = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<Metric>`select x.id, x.name, x.unit, x.direction, x.body_id as "bodyId",
      x.document_id as "documentId", coalesce(m.path, '{}') as path, x.task_id as "taskId",
      x.task_ordinal as "taskOrdinal", t.parent_id is not null as "ofPart", x.indicator_key as "indicatorKey", i.name as indicator,
      x.baseline::double precision as baseline, x.baseline_on as "baselineOn", x.computed, x.version
    from ledger_metric x left join ledger_measure m on m.id = x.measure_id left join ledger_task t on t.id = x.task_id
      left join ledger_indicator i on i.key = x.indicator_key
    where (t.id is null or ${counted})
      and (${filter.ids ?? null}::uuid[] is null or x.id = any(${filter.ids ?? null}::uuid[]))
      and (${filter.documentId ?? null}::uuid is null or x.document_id = ${filter.documentId ?? null})
      and (${filter.indicatorKey ?? null}::text is null or x.indicator_key = ${filter.indicatorKey ?? null})
      and (${filter.bodyId ?? null}::uuid is null or x.body_id = ${filter.bodyId ?? null})
      and (${like}::text is null or x.name like ${like})
      and (${filter.taskId ?? null}::uuid is null or exists (
        select from ledger_metric_source s where s.metric_id = x.id and s.task_id = ${filter.taskId ?? null}))
      and (${filter.measureId ?? null}::uuid is null or x.measure_id = ${filter.measureId ?? null})
      and (${filter.reach}::uuid[] is null or x.body_id = any(${filter.reach}::uuid[]) or exists (
        select from ledger_metric_source s join ledger_task_party p on p.task_id = s.task_id
        where s.metric_id = x.id and p.body_id = any(${filter.reach}::uuid[])))
    order by x.document_id nulls last, m.position nulls last, x.task_ordinal nulls last, x.name, x.id`.execute(db)
  return rows
}

/** Inserts a metric, or changes the version seen. False when the version is another. */
export async function upsertMetric(
  tx: Tx,
  metric: Pick<
    Metric,
    | 'id'
    | 'name'
    | 'unit'
    | 'direction'
    | 'bodyId'
    | 'documentId'
    | 'indicatorKey'
    | 'baseline'
    | 'baselineOn'
    | 'computed'
    | 'version'
  >,
): Promise<boolean> {
  const result =
    await sql`insert into ledger_metric as x (id, name, unit, direction, body_id, document_id, indicator_key,
      baseline, baseline_on, computed)
    values (${metric.id}, ${metric.name}, ${metric.unit}, ${metric.direction}, ${metric.bodyId}, ${metric.documentId},
      ${metric.indicatorKey}, ${metric.baseline}, ${metric.baselineOn}, ${metric.computed})
    on conflict (id) do update set name = excluded.name, unit = excluded.unit, direction = excluded.direction,
      body_id = excluded.body_id, document_id = coalesce(excluded.document_id, x.document_id),
      indicator_key = excluded.indicator_key, baseline = excluded.baseline, baseline_on = excluded.baseline_on,
      computed = excluded.computed, version = x.version + 1 where x.version = ${metric.version}`.execute(tx)
  return result.numAffectedRows === 1n
}

export interface MetricTarget {
  readonly metricId: string
  readonly onDay: PlainDate
  readonly op: Op
  readonly value: number
  readonly phrase: string
}

export async function listTargets(db: Db, metricIds: readonly string[]): Promise<readonly MetricTarget[]> {
  const { rows } = await sql<MetricTarget>`select metric_id as "metricId", on_day as "onDay", op,
      value::double precision as value, phrase from ledger_metric_target where metric_id = any(${metricIds}::uuid[])
    order by metric_id, on_day`.execute(db)
  return rows
}

export async function hasIndicator(db: Db, key: string): Promise<boolean> {
  return (await db.selectFrom('ledger_indicator').select('key').where('key', '=', key).executeTakeFirst()) !== undefined
}

export async function replaceTargets(tx: Tx, metricId: string, targets: readonly Omit<MetricTarget, 'metricId'>[]) {
  await tx.deleteFrom('ledger_metric_target').where('metric_id', '=', metricId).execute()
  await sql`insert into ledger_metric_target (metric_id, on_day, op, value, phrase)
    select ${metricId}, "onDay", op, value, phrase from jsonb_to_recordset(${JSON.stringify(targets)}::jsonb)
      as v("onDay" date, op text, value numeric, phrase text)`.execute(tx)
}

export interface MetricPoint {
  readonly metricId: string
  readonly onDay: PlainDate
  readonly value: number
  readonly source: Source
  readonly byName: string
  readonly at: string
}

/** The newest value of each day, by day. */
export async function listSeries(db: Db, metricIds: readonly string[]): Promise<readonly MetricPoint[]> {
  const { rows } =
    await sql<MetricPoint>`select distinct on (metric_id, on_day) metric_id as "metricId", on_day as "onDay",
      value::double precision as value, source, by_name as "byName", at from ledger_metric_point
    where metric_id = any(${metricIds}::uuid[]) order by metric_id, on_day, id desc`.execute(db)
  return rows
}

/** Every value that was ever entered, newest first. */
export async function listEntries(db: Db, metricId: string): Promise<readonly MetricPoint[]> {
  const { rows } = await sql<MetricPoint>`select metric_id as "metricId", on_day as "onDay",
      value::double precision as value, source, by_name as "byName", at from ledger_metric_point
    where metric_id = ${metricId} order by id desc limit 500`.execute(db)
  return rows
}

export interface NewPoint extends Omit<MetricPoint, 'at' | 'byName'> {
  /** What it was entered with; the same source enters it once. */
  readonly sourceId: string | null
}

/** Stores values; what the same source entered before is left out. Returns how many are new. */
export async function insertPoints(
  tx: Tx,
  points: readonly NewPoint[],
  by: { readonly id: string | null; readonly name: string; readonly at: string },
): Promise<number> {
  const result =
    await sql`insert into ledger_metric_point (metric_id, on_day, value, source, source_id, by_id, by_name, at)
    select "metricId", "onDay", value, source, "sourceId", ${by.id}::uuid, ${by.name}, ${by.at}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(points)}::jsonb) as v("metricId" uuid, "onDay" date, value numeric,
      source text, "sourceId" uuid)
    on conflict on constraint ledger_metric_point_source_unique do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** The figures of an accepted report as values of the metrics of its task, once for each acceptance. */
export async function insertFromReport(
  tx: Tx,
  { reportId, acceptance }: { readonly reportId: string; readonly acceptance: string },
  by: { readonly id: string | null; readonly name: string; readonly at: string },
): Promise<number> {
  const result =
    await sql`insert into ledger_metric_point (metric_id, on_day, value, source, source_id, by_id, by_name, at)
    select x.id, r.signed_on, (f->>'value')::numeric, 'report', ${acceptance}::uuid, r.signed_by, coalesce(r.signed_name, ${by.name}),
      ${by.at}::timestamptz
    from ledger_report r cross join jsonb_array_elements(r.figures) f
      join ledger_metric_source s on s.task_id = r.task_id and s.ordinal = (f->>'ordinal')::int
      join ledger_metric x on x.id = s.metric_id
    where r.id = ${reportId} and r.state = 'accepted' and r.signed_on is not null
    on conflict on constraint ledger_metric_point_source_unique do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}

/** What the ledger itself says today: shares in per cent. */
export async function computeNow(db: Db, today: PlainDate): Promise<Readonly<Record<Computed, number | null>>> {
  const { rows } = await sql<Record<Computed, number | null>>`select
      round(100.0 * count(*) filter (where t.state = 'closed') / nullif(count(*), 0), 2)::double precision as "tasks-closed",
      round(100.0 * count(*) filter (where t.next_due < ${today}::date and t.state in ('assigned', 'in-progress', 'returned'))
        / nullif(count(*), 0), 2)::double precision as "tasks-overdue",
      (select round(100.0 * count(*) filter (where r.signed_on <= p.due) / nullif(count(*) filter (where r.state <> 'waived'), 0), 2)
        from ledger_report r join ledger_period p on p.id = r.period_id where p.closed_on is not null)::double precision
        as "reports-on-time"
    from ledger_task t where ${counted}`.execute(db)
  return rows[0] ?? { 'tasks-closed': null, 'tasks-overdue': null, 'reports-on-time': null }
}

/** The metrics for which a report has figures. */
export async function metricsOfReport(db: Db, reportId: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct s.metric_id as id from ledger_report r
      cross join jsonb_array_elements(r.figures) f
      join ledger_metric_source s on s.task_id = r.task_id and s.ordinal = (f->>'ordinal')::int
    where r.id = ${reportId}`.execute(db)
  return rows.map(({ id }) => id)
}
