import type { App } from '@guangyue/platform/http'
import type { z } from 'zod'
import * as api from './api.ts'
import { exportMetrics } from './export.ts'
import { enterValues, metricsView, metricView, saveMetric } from './service.ts'
import { applyMetricSheet, metricTemplate, uploadMetricSheet } from './sheet.ts'

/** What is measured, its targets and its series. */
export function metricRoutes(app: App): void {
  app.serve(api.listMetricsEndpoint, (ctx, { query }) => metricsView(ctx, filterOf(query)))
  app.serve(api.getMetricEndpoint, (ctx, { params }) => metricView(ctx, params.id))
  app.serve(api.saveMetricEndpoint, (ctx, { params, body }) => saveMetric(ctx, { ...params, ...body }))
  app.serve(api.enterPointsEndpoint, (ctx, { body }) =>
    enterValues(ctx, { ...body, source: body.values.some(({ ref }) => ref) ? 'api' : 'hand' }),
  )
  app.download(api.exportMetricsEndpoint, (ctx, { query }) => exportMetrics(ctx, filterOf(query)))
  app.download(api.metricTemplateEndpoint, (ctx) => metricTemplate(ctx))
  app.upload(api.uploadMetricSheetEndpoint, (ctx, _, file) => uploadMetricSheet(ctx, file))
  app.serve(api.applyMetricSheetEndpoint, (ctx, { params }) => applyMetricSheet(ctx, params.id))
}

function filterOf({ document, indicator, task, unit, ...query }: z.output<typeof api.metricFilter>) {
  return { ...query, documentId: document, indicatorKey: indicator, taskId: task, bodyId: unit }
}
