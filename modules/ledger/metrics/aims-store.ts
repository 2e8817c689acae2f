import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Reading } from '../model/ledger.ts'
import { indicatorMeasures } from '../store/indicator-measures.ts'
import type { Direction, Op } from './store.ts'

/** A quantified target of a task that no metric stands for yet. */
export interface Aim {
  readonly taskId: string
  readonly ordinal: number
  readonly title: string
  readonly due: PlainDate | null
  readonly measureId: string
  readonly documentId: string
  /** The first lead. */
  readonly bodyId: string | null
  readonly indicatorKey: string | null
  readonly phrase: string
  readonly metric: string
  readonly op: Op
  readonly value: number
  readonly unit: string
}

const indicatorOf = sql`(select i.key from ${indicatorMeasures} g join ledger_indicator i using (key)
  where g.measure_id = m.id order by i.position limit 1)`

/** In the order of the clauses, with their measures locked, so that two confirmations do not make the same metric twice. */
export async function lockAims(tx: Tx, taskIds: readonly string[]): Promise<readonly Aim[]> {
  await sql`select 1 from ledger_measure where id in (select measure_id from ledger_task where id = any(${taskIds}::uuid[]))
    order by id for no key update`.execute(tx)
  const { rows } = await sql<Aim>`select t.id as "taskId", g.ordinal, t.title, t.due, m.id as "measureId",
      m.document_id as "documentId", (select p.body_id from ledger_task_party p where p.task_id = t.id
        and p.role = 'lead' and p.ordinal = 0) as "bodyId", ${indicatorOf} as "indicatorKey", g.phrase, g.metric, g.op,
      g.value, g.unit
    from ledger_task_target g join ledger_task t on t.id = g.task_id join ledger_measure m on m.id = t.measure_id
    where t.id = any(${taskIds}::uuid[])
      and not exists (select from ledger_metric_source s where s.task_id = t.id and s.ordinal = g.ordinal)
    order by m.position, t.ordinal, g.ordinal`.execute(tx)
  return rows
}

/** What the clauses were read as. */
export async function readingsOf(db: Db, measureIds: readonly string[]): Promise<ReadonlyMap<string, Reading>> {
  const { rows } = await sql<{ id: string; reading: Reading }>`select id, reading from ledger_measure
    where id = any(${measureIds}::uuid[])`.execute(db)
  return new Map(rows.map(({ id, reading }) => [id, reading]))
}

/** The metrics of clauses that are there, by clause, name and unit. */
export async function metricsOfMeasures(
  db: Db,
  measureIds: readonly string[],
): Promise<readonly Pick<NewMetric, 'id' | 'measureId' | 'bodyId' | 'name' | 'unit'>[]> {
  const { rows } = await sql<Pick<NewMetric, 'id' | 'measureId' | 'bodyId' | 'name' | 'unit'>>`select id,
      measure_id as "measureId", body_id as "bodyId", name, unit from ledger_metric where measure_id = any(${measureIds}::uuid[])
    order by id`.execute(db)
  return rows
}

export interface NewMetric
  extends Pick<Aim, 'taskId' | 'ordinal' | 'measureId' | 'documentId' | 'bodyId' | 'indicatorKey'> {
  readonly id: string
  readonly name: string
  readonly unit: string
  readonly direction: Direction
  readonly baseline: number | null
}

export async function insertMetrics(tx: Tx, metrics: readonly NewMetric[]): Promise<void> {
  await sql`insert into ledger_metric (id, name, unit, direction, body_id, document_id, measure_id, task_id, task_ordinal,
      indicator_key, baseline)
    select id, name, unit, direction, "bodyId", "documentId", "measureId", "taskId", ordinal, "indicatorKey", baseline
    from jsonb_to_recordset(${JSON.stringify(metrics)}::jsonb) as v(id uuid, name text, unit text, direction text,
      "bodyId" uuid, "documentId" uuid, "measureId" uuid, "taskId" uuid, ordinal integer, "indicatorKey" text,
      baseline numeric)`.execute(tx)
}

export interface MetricSource {
  readonly metricId: string
  readonly taskId: string
  readonly ordinal: number
  /** Null where neither the clause nor the task has a day. */
  readonly onDay: string | null
  readonly op: Op
  readonly value: number
  readonly phrase: string
}

/** Which targets the metrics stand for; those with a day become targets of the metric, the first of a day stays. */
export async function insertSources(tx: Tx, sources: readonly MetricSource[]): Promise<void> {
  const rows = JSON.stringify(sources)
  await sql`insert into ledger_metric_source (task_id, ordinal, metric_id) select "taskId", ordinal, "metricId"
    from jsonb_to_recordset(${rows}::jsonb) as v("taskId" uuid, ordinal integer, "metricId" uuid)`.execute(tx)
  await sql`insert into ledger_metric_target (metric_id, on_day, op, value, phrase)
    select "metricId", "onDay", op, value, phrase from jsonb_to_recordset(${rows}::jsonb)
      as v("metricId" uuid, "onDay" date, op text, value numeric, phrase text) where "onDay" is not null
    on conflict (metric_id, on_day) do nothing`.execute(tx)
}

export interface OtherDay {
  readonly metricId: string
  readonly day: PlainDate
  readonly phrase: string
}

/** Years that the clauses of metrics name (到2035年) and for which no figure is set anywhere in the clause. */
export async function listOtherDays(db: Db, metricIds: readonly string[]): Promise<readonly OtherDay[]> {
  const { rows } = await sql<OtherDay>`select distinct on (x.id, d.due) x.id as "metricId", d.due as day, d.phrase
    from ledger_metric x join ledger_metric_source s on s.metric_id = x.id
      join ledger_task_milestone d on d.task_id = s.task_id and not d.inherited and d.due is not null
        and d.phrase ~ '[0-9]{4}年底?$'
    where x.id = any(${metricIds}::uuid[]) and not exists (select from ledger_metric y
      join ledger_metric_target g on g.metric_id = y.id where y.measure_id = x.measure_id and g.on_day = d.due)
    order by x.id, d.due`.execute(db)
  return rows
}

/** What the clauses of metrics set without a day (逐步压减至2个); of those metrics that have no target with one. */
export async function listUndated(
  db: Db,
  metricIds: readonly string[],
): Promise<readonly (Pick<Aim, 'op' | 'value' | 'phrase'> & { readonly metricId: string })[]> {
  const { rows } = await sql<Pick<Aim, 'op' | 'value' | 'phrase'> & { readonly metricId: string }>`
    select distinct on (s.metric_id, g.op, g.value) s.metric_id as "metricId", g.op, g.value::double precision as value,
      g.phrase
    from ledger_metric_source s join ledger_task_target g on g.task_id = s.task_id and g.ordinal = s.ordinal
    where s.metric_id = any(${metricIds}::uuid[])
      and not exists (select from ledger_metric_target x where x.metric_id = s.metric_id)
    order by s.metric_id, g.op, g.value`.execute(db)
  return rows
}

/** A metric of a clause that sets no figure, as a pack states it; one that is there stays. Returns how many are new. */
export async function insertClauseMetrics(
  tx: Tx,
  metrics: readonly {
    readonly id: string
    readonly folded: string
    readonly path: string
    readonly name: string
    readonly unit: string
    readonly direction: Direction
    readonly bodyId: string | null
  }[],
): Promise<number> {
  const result = await sql`insert into ledger_metric (id, name, unit, direction, body_id, document_id, measure_id,
      indicator_key)
    select v.id, v.name, v.unit, v.direction, v."bodyId", m.document_id, m.id, ${indicatorOf}
    from jsonb_to_recordset(${JSON.stringify(metrics)}::jsonb) as v(id uuid, folded text, path text, name text, unit text,
      direction text, "bodyId" uuid)
      join ledger_document e on e.folded = v.folded join ledger_measure m on m.document_id = e.id and m.path_key = v.path
    on conflict (measure_id, name) where task_id is null and measure_id is not null do nothing`.execute(tx)
  return Number(result.numAffectedRows ?? 0n)
}
