import type { App } from '@guangyue/platform/http'
import {
  applyReturnEndpoint,
  applySheetEndpoint,
  exportLedgerEndpoint,
  getReturnEndpoint,
  previewSheetEndpoint,
  uploadReturnEndpoint,
  uploadSheetEndpoint,
} from '../api.ts'
import { exportLedger } from '../service/export.ts'
import { applyReturn, returnView, uploadReturn } from '../service/returns.ts'
import { applySheet, previewSheet, uploadSheet } from '../service/sheets.ts'

/** Spreadsheets: an office's old ledger in, the whole ledger out and back. */
export function sheetRoutes(app: App): void {
  app.upload(uploadSheetEndpoint, (ctx, _, file) => uploadSheet(ctx, file))
  app.serve(previewSheetEndpoint, (ctx, { params, body }) => previewSheet(ctx, { ...params, ...body }))
  app.serve(applySheetEndpoint, (ctx, { params, body }) => applySheet(ctx, { ...params, ...body }))
  app.download(exportLedgerEndpoint, (ctx, { query: { document, issue, body, ...query } }) =>
    exportLedger(ctx, { ...query, documentId: document, issueId: issue, bodyId: body }),
  )
  app.upload(uploadReturnEndpoint, (ctx, _, file) => uploadReturn(ctx, file))
  app.serve(getReturnEndpoint, (ctx, { params }) => returnView(ctx, params.id))
  app.serve(applyReturnEndpoint, (ctx, { params, body }) => applyReturn(ctx, { ...params, ...body }))
}
