import type { Ctx } from '@guangyue/platform/db'
import { findDocuments } from '../store/documents.ts'
import { present } from './present.ts'
import * as store from './store.ts'

/**
 * The metrics that the public may see, with their series: of a task, or the one of that id. Those of documents whose
 * progress is released, and none that measures a part of a task.
 */
export async function publicMetrics(
  ctx: Ctx,
  which: { readonly taskId: string } | { readonly ids: readonly string[] },
) {
  const found = await store.listMetrics(ctx.db, { ...which, reach: null })
  const documents = await findDocuments(
    ctx.db,
    found.flatMap(({ documentId }) => documentId ?? []),
  )
  const open = found.filter(({ documentId, ofPart }) => {
    return !ofPart && documents.get(documentId ?? '')?.release === 'progress'
  })
  const series = Map.groupBy(
    await store.listSeries(
      ctx.db,
      open.map(({ id }) => id),
    ),
    ({ metricId }) => metricId,
  )
  return (await present(ctx, open)).map((metric) => ({
    ...metric,
    series: (series.get(metric.id) ?? []).map(({ onDay, value }) => ({ day: onDay, value })),
  }))
}
