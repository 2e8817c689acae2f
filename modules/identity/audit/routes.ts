import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import * as service from './service.ts'

/** The audit for those who check it. */
export function auditRoutes(app: App): void {
  app.serve(api.listAuditEndpoint, (ctx, { query }) => service.readAudit(ctx, query))
  app.download(api.exportAuditEndpoint, (ctx, { query }) => service.exportAudit(ctx, query))
  app.serve(api.verifyAuditEndpoint, async (ctx) => {
    const report = await service.checkAudit(ctx)
    return { ...report, faults: [...report.faults] }
  })
}
