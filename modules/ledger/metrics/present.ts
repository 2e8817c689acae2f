import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, Db } from '@guangyue/platform/db'
import { citeOf } from '../service/cite.ts'
import { findDocuments } from '../store/documents.ts'
import { listOtherDays, listUndated } from './aims-store.ts'
import { forecast, outlookOf } from './forecast.ts'
import * as store from './store.ts'

/** Metrics as they are shown; read through a transaction where they have just changed. */
export async function present(ctx: Ctx, metrics: readonly store.Metric[], db: Db = ctx.db) {
  const ids = metrics.map(({ id }) => id)
  const [targets, others, undated, series, names, documents] = await Promise.all([
    store.listTargets(db, ids),
    listOtherDays(db, ids),
    listUndated(db, ids),
    store.listSeries(db, ids),
    bodyNames(
      db,
      metrics.flatMap(({ bodyId }) => bodyId ?? []),
      ctx.today,
    ),
    findDocuments(
      db,
      metrics.flatMap(({ documentId }) => documentId ?? []),
    ),
  ])
  const targetsOf = Map.groupBy(targets, ({ metricId }) => metricId)
  const undatedOf = Map.groupBy(undated, ({ metricId }) => metricId)
  const othersOf = Map.groupBy(others, ({ metricId }) => metricId)
  const seriesOf = Map.groupBy(series, ({ metricId }) => metricId)
  return metrics.map((metric) => {
    const points = (seriesOf.get(metric.id) ?? []).map(({ onDay, value }) => ({ day: onDay, value }))
    return {
      id: metric.id,
      name: metric.name,
      unit: metric.unit,
      direction: metric.direction,
      unitBody: metric.bodyId === null ? null : { id: metric.bodyId, name: names.get(metric.bodyId)?.short ?? '' },
      cite: metric.documentId === null ? null : citeOf(documents.get(metric.documentId), metric.path),
      taskId: metric.taskId,
      indicator: metric.indicatorKey === null ? null : { key: metric.indicatorKey, name: metric.indicator ?? '' },
      baseline: metric.baseline === null ? null : { value: metric.baseline, day: metric.baselineOn },
      computed: metric.computed,
      targets: (targetsOf.get(metric.id) ?? []).map(({ onDay, op, value, phrase }) => ({
        day: onDay,
        op,
        value,
        phrase,
        outlook: outlookOf(points, { day: onDay, op, value }, ctx.today),
        forecast: forecast(points, onDay) ?? null,
      })),
      undated: (undatedOf.get(metric.id) ?? []).map(({ op, value, phrase }) => ({ op, value, phrase })),
      otherDays: (othersOf.get(metric.id) ?? []).map(({ day, phrase }) => ({ day, phrase })),
      points,
      newest: points.at(-1) ?? null,
      values: points.length,
      version: metric.version,
    }
  })
}
