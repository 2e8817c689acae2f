import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import { composeRoutes } from './compose/routes.ts'
import { deskActs } from './pages/acts.loader.ts'
import { gazettePages } from './pages/routes.ts'
import { presentCoverage, presentImport, presentImports, presentRecords } from './present.ts'
import { compareTexts } from './service/compare-texts.ts'
import { getCoverage, judgeProvision, withdrawJudgement } from './service/coverage.ts'
import { getImport, listImports, receiveImport, retryImport } from './service/import.ts'

export function gazetteRoutes(app: App): void {
  gazettePages(app)
  composeRoutes(app)
  app.upload(api.uploadImportEndpoint, async (ctx, { body }, file) =>
    presentImport(ctx.db, await receiveImport(ctx, file, body)),
  )
  app.serve(api.getImportEndpoint, async (ctx, { params }) => presentImport(ctx.db, await getImport(ctx, params.id)))
  app.serve(api.listImportsEndpoint, async (ctx) => presentImports(ctx.db, await listImports(ctx)))
  app.serve(api.retryImportEndpoint, async (ctx, { params }) =>
    presentImport(ctx.db, await retryImport(ctx, params.id)),
  )
  app.serve(api.listRecordsEndpoint, (ctx) => presentRecords(ctx.db))
  app.serve(api.getGazetteDocumentEndpoint, async (ctx, { params }) =>
    presentCoverage(ctx.db, await getCoverage(ctx, params.id)),
  )
  app.serve(api.listActsEndpoint, (ctx, { query }) => deskActs(ctx, query))
  app.serve(api.compareTextsEndpoint, async (ctx, { params, query }) => {
    const differences = await compareTexts(ctx, params.id, query)
    return differences.map(({ path, before, after }) => ({ path: [...path], before, after }))
  })
  app.serve(api.judgeProvisionEndpoint, async (ctx, { params, body }) => {
    await judgeProvision(ctx, { documentId: params.id, ...body })
    return {}
  })
  app.serve(api.withdrawJudgementEndpoint, async (ctx, { params, body }) => {
    await withdrawJudgement(ctx, { documentId: params.id, ...body })
    return {}
  })
}
