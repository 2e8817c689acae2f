import type { App } from '@guangyue/platform/http'
import type { z } from 'zod'
import * as api from './api.ts'
import { exportMetrics } from './export.ts'
import { enterValues, metricsView, metricView, saveMetric } from './service.ts'

/** What is measured, its targets and its series. */
export function metricRoutes(app: App): void {
  app.serve(api.listMetricsEndpoint, (ctx, { query }) => metricsView(ctx, filterOf(query)))
  app.serve(api.getMetricEndpoint, (ctx, { params }) => metricView(ctx, params.id))
  app.serve(api.saveMetricEndpoint, (ctx, { params, body }) => saveMetric(ctx, { ...params, ...body }))
  app.serve(api.enterPointsEndpoint, (ctx, { body }) =>
    enterValues(ctx, { ...body, source: body.values.some(({ ref }) => ref) ? 'api' : 'hand' }),
  )
  app.download(api.exportMetricsEndpoint, (ctx, { query }) => exportMetrics(ctx, filterOf(query)))
}

function filterOf({ document, indicator, unit, ...query }: z.output<typeof api.metricFilter>) {
  return { ...query, documentId: document, indicatorKey: indicator, bodyId: unit }
}
