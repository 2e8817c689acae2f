import type { App } from '@guangyue/platform/http'
import { getImportEndpoint, listImportsEndpoint, retryImportEndpoint, uploadImportEndpoint } from './api.ts'
import { gazettePages } from './pages/routes.ts'
import { presentImport, presentImports } from './present.ts'
import { getImport, listImports, receiveImport, retryImport } from './service/import.ts'

export function gazetteRoutes(app: App): void {
  gazettePages(app)
  app.upload(uploadImportEndpoint, async (ctx, { body }, file) =>
    presentImport(ctx.db, await receiveImport(ctx, file, body.id)),
  )
  app.serve(getImportEndpoint, async (ctx, { params }) => presentImport(ctx.db, await getImport(ctx, params.id)))
  app.serve(listImportsEndpoint, async (ctx) => presentImports(ctx.db, await listImports(ctx)))
  app.serve(retryImportEndpoint, async (ctx, { params }) => presentImport(ctx.db, await retryImport(ctx, params.id)))
}
