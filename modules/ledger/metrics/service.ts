import { bodiesOn } from '@guangyue/modules/organisations'
import { type Ctx, type DomainEvent, StaleVersion } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { InputInvalid } from '@guangyue/platform/http'
import { z } from 'zod'
import { reachOf } from '../service/reach.ts'
import { MetricComputed, MetricUnknown } from './errors.ts'
import { hangMetrics } from './hang-metrics.ts'
import { present } from './present.ts'
import * as store from './store.ts'

/** Metrics that the actor may see, with newest value, targets and how they stand. */
export async function metricsView(ctx: Ctx, filter: Omit<store.MetricFilter, 'reach'> & { readonly outlook?: string }) {
  ctx.require('ledger.read')
  const items = await present(ctx, await store.listMetrics(ctx.db, { ...filter, reach: reachOf(ctx) }))
  return {
    items: items.filter(({ targets }) => !filter.outlook || targets.some(({ outlook }) => outlook === filter.outlook)),
  }
}

/** One metric with its series and all that was ever entered. */
export async function metricView(ctx: Ctx, id: string) {
  ctx.require('ledger.read')
  const [found] = await store.listMetrics(ctx.db, { ids: [id], reach: reachOf(ctx) })
  if (!found) throw new MetricUnknown()
  const [item] = await present(ctx, [found])
  if (!item) throw new MetricUnknown()
  const series = await store.listSeries(ctx.db, [id])
  return {
    ...item,
    series: series.map(({ onDay, value }) => ({ day: onDay, value })),
    entries: (await store.listEntries(ctx.db, id)).map(({ onDay, value, source, byName, at }) => ({
      day: onDay,
      value,
      source,
      who: byName,
      at,
    })),
    mayEnter: found.computed === null && mayEnter(ctx, found),
    mayEdit: ctx.can('ledger.confirm'),
  }
}

/** Whether the actor enters values of a metric: the office of all, a unit of its own. */
export function mayEnter(ctx: Ctx, { bodyId }: store.Metric): boolean {
  return ctx.can('ledger.confirm') || (bodyId !== null && ctx.can('ledger.report', { bodies: [bodyId] }))
}

export type MetricForm = Omit<Parameters<typeof store.upsertMetric>[1], 'documentId' | 'version'> & {
  readonly version: number | null
  readonly targets: readonly (Pick<store.MetricTarget, 'op' | 'value' | 'phrase'> & {
    readonly day: store.MetricTarget['onDay']
  })[]
}

/** Registers a metric by hand, or changes its name, baseline, targets and who reports it. */
export async function saveMetric(ctx: Ctx, form: MetricForm): Promise<{ id: string }> {
  ctx.require('ledger.confirm')
  const days = form.targets.map(({ day }) => day)
  const twice = days.flatMap((day, at): FieldFault[] =>
    days.indexOf(day) === at ? [] : [{ field: `targets.${at}.day`, message: '同一天只能有一个目标' }],
  )
  const unknown = await unknownIn(ctx, form)
  if (twice.length + unknown.length > 0) throw new InputInvalid([...twice, ...unknown])
  await ctx.transact(async (tx) => {
    const [before] = await store.listMetrics(tx, { ids: [form.id], reach: null })
    const targets = (await store.listTargets(tx, [form.id])).map(({ metricId: _, onDay, ...target }) => ({
      day: onDay,
      ...target,
    }))
    const row = { ...form, documentId: before?.documentId ?? null, version: form.version ?? 0 }
    if (!(await store.upsertMetric(tx, row))) throw new StaleVersion(form, before ? { ...before, targets } : null)
    await store.replaceTargets(
      tx,
      form.id,
      form.targets.map(({ day, ...target }) => ({ ...target, onDay: day })),
    )
    await ctx.audit(tx, 'ledger.save-metric', {
      thing: `metric/${form.id}`,
      before: { ...before, targets },
      after: form,
    })
    await hangMetrics(ctx, tx, { ids: [form.id] })
  })
  return { id: form.id }
}

async function unknownIn(ctx: Ctx, { bodyId, indicatorKey }: MetricForm): Promise<FieldFault[]> {
  const bodies = bodyId === null ? [] : (await bodiesOn(ctx)).filter(({ id }) => id === bodyId)
  const isIndicator = indicatorKey === null || (await store.hasIndicator(ctx.db, indicatorKey))
  return [
    ...(bodyId !== null && bodies.length === 0 ? [{ field: 'bodyId', message: '没有这个单位，请重新选择' }] : []),
    ...(isIndicator ? [] : [{ field: 'indicatorKey', message: '没有这个指标，请重新选择' }]),
  ]
}

export interface Entry {
  readonly metricId: string
  readonly day: store.MetricPoint['onDay']
  readonly value: number
  /** The same entry sent again is the same entry. */
  readonly ref?: string | null
}

/** Enters values, all or none. Refuses, by row, another unit's metric, a computed one, and days to come. */
export async function enterValues(
  ctx: Ctx,
  { values, source }: { readonly values: readonly Entry[]; readonly source: 'hand' | 'xlsx' | 'api' },
): Promise<{ entered: number; known: number }> {
  const ids = [...new Set(values.map(({ metricId }) => metricId))]
  const metrics = new Map((await store.listMetrics(ctx.db, { ids, reach: null })).map((metric) => [metric.id, metric]))
  const faults = values.flatMap(({ metricId, day }, at): FieldFault[] => {
    const metric = metrics.get(metricId)
    if (!metric || !mayEnter(ctx, metric)) return [{ field: `values.${at}`, message: '没有这个指标，或不由本单位填报' }]
    if (metric.computed !== null && values.length > 1) return [{ field: `values.${at}`, message: '这个指标由系统计算' }]
    return day > ctx.today ? [{ field: `values.${at}.day`, message: `不能填报以后的日期（今天是 ${ctx.today}）` }] : []
  })
  if (faults.length > 0) throw new InputInvalid(faults)
  if (values.some(({ metricId }) => metrics.get(metricId)?.computed)) throw new MetricComputed()
  return ctx.transact(async (tx) => {
    const points = values.map(({ metricId, day, value, ref }) => ({
      metricId,
      onDay: day,
      value,
      source,
      sourceId: ref ?? null,
    }))
    const entered = await store.insertPoints(tx, points, by(ctx))
    if (entered === 0) return { entered, known: values.length }
    await ctx.audit(tx, 'ledger.enter-values', { thing: `metric/${ids[0]}`, after: { values } })
    await hangMetrics(ctx, tx, { ids })
    return { entered, known: values.length - entered }
  })
}

const answered = z.object({ reportId: z.uuid(), answer: z.enum(['accept', 'return']) })

/** The figures of an accepted report are values of its task's metrics. Safe to repeat. */
export async function takeFigures(ctx: Ctx, event: DomainEvent & { readonly id: string }): Promise<void> {
  const { reportId, answer } = answered.parse(event.payload)
  if (answer !== 'accept') return
  await ctx.transact(async (tx) => {
    const values = await store.insertFromReport(tx, { reportId, acceptance: event.id }, by(ctx))
    if (values === 0) return
    await ctx.audit(tx, 'ledger.enter-values', { thing: `report/${reportId}`, after: { values } })
    await hangMetrics(ctx, tx, { ids: await store.metricsOfReport(tx, reportId) })
  })
}

/** Once a day the metrics that the ledger computes itself get today's value. */
export async function computeMetrics(ctx: Ctx): Promise<void> {
  const computed = (await store.listMetrics(ctx.db, { reach: null })).filter((metric) => metric.computed !== null)
  if (computed.length === 0) return
  const now = await store.computeNow(ctx.db, ctx.today)
  const there = new Set(
    (
      await store.listSeries(
        ctx.db,
        computed.map(({ id }) => id),
      )
    ).flatMap(({ metricId, onDay }) => (onDay === ctx.today ? [metricId] : [])),
  )
  const points = computed.flatMap(({ id, computed: kind }) => {
    const value = kind === null ? null : now[kind]
    if (value === null || there.has(id)) return []
    return [{ metricId: id, onDay: ctx.today, value, source: 'computed' as const, sourceId: null }]
  })
  if (points.length === 0) return
  await ctx.transact(async (tx) => {
    await store.insertPoints(tx, points, by(ctx))
    await ctx.audit(tx, 'ledger.compute-metrics', { thing: `metric/${points[0]?.metricId}`, after: { points } })
    await hangMetrics(ctx, tx, { ids: points.map(({ metricId }) => metricId) })
  })
}

function by(ctx: Ctx) {
  return { id: ctx.actor.accountId, name: ctx.actor.name, at: ctx.now }
}
