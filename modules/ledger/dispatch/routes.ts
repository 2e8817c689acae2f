import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import { exportPeriod } from './export.ts'
import { closePeriod, openPeriod, saveScheme } from './periods.ts'
import { dutiesView, periodsView, periodView, readEvidence, reportsOfTask, reportView } from './views.ts'
import {
  acceptReports,
  addEvidence,
  answerReport,
  askSignature,
  recallReport,
  removeEvidence,
  saveReport,
  signReport,
} from './write-report.ts'

/** Monthly dispatch: how it runs, its periods, and the reports. */
export function dispatchRoutes(app: App): void {
  app.serve(api.listPeriodsEndpoint, (ctx) => periodsView(ctx))
  app.serve(api.saveSchemeEndpoint, (ctx, { body }) => saveScheme(ctx, body))
  app.serve(api.openPeriodEndpoint, (ctx, { body }) => openPeriod(ctx, body))
  app.serve(api.closePeriodEndpoint, async (ctx, { params, body }) => {
    await closePeriod(ctx, { ...params, ...body })
    return {}
  })
  app.serve(api.getPeriodEndpoint, (ctx, { params }) => periodView(ctx, params.id))

  app.serve(api.listDutiesEndpoint, (ctx, { query }) => dutiesView(ctx, query))
  app.download(api.exportPeriodEndpoint, (ctx, { params, query }) => exportPeriod(ctx, { ...params, ...query }))
  app.serve(api.getReportEndpoint, (ctx, { params }) => reportView(ctx, params.id))
  app.serve(api.reportsOfTaskEndpoint, (ctx, { params }) => reportsOfTask(ctx, params.id))
  app.serve(api.saveReportEndpoint, (ctx, { params, body }) => saveReport(ctx, { ...params, ...body }))
  app.serve(api.askSignatureEndpoint, (ctx, { params, body }) => askSignature(ctx, { ...params, ...body }))
  app.serve(api.signReportEndpoint, (ctx, { params, body }) => signReport(ctx, { ...params, ...body }))
  app.serve(api.recallReportEndpoint, (ctx, { params, body }) => recallReport(ctx, { ...params, ...body }))
  app.serve(api.answerReportEndpoint, (ctx, { params, body }) => answerReport(ctx, { ...params, ...body }))
  app.serve(api.acceptReportsEndpoint, (ctx, { body }) => acceptReports(ctx, body.reports))
  app.upload(api.addEvidenceEndpoint, (ctx, { params }, file) => addEvidence(ctx, { ...params, file }))
  app.serve(api.removeEvidenceEndpoint, async (ctx, { params }) => {
    await removeEvidence(ctx, { id: params.id, fileId: params.file })
    return {}
  })
  app.download(api.readEvidenceEndpoint, (ctx, { params }) => readEvidence(ctx, { id: params.id, fileId: params.file }))
}
