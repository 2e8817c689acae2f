import type { App } from '@guangyue/platform/http'
import { z } from 'zod'
import { loadService, serviceQuery } from './service.loader.ts'
import { loadServices, servicesQuery } from './services.loader.ts'

/** The public pages of the catalogue; all are open to anyone. */
export function cataloguePages(app: App): void {
  const may = 'anyone'
  const byCode = { params: z.object({ code: z.string().max(60).catch('') }), query: serviceQuery }
  app.page({ path: '/services', may, view: 'catalogue.services', query: servicesQuery }, (ctx, { query }) =>
    loadServices(ctx, query),
  )
  app.page({ path: '/services/:code', may, view: 'catalogue.service', ...byCode }, (ctx, { params, query }) =>
    loadService(ctx, params.code, query),
  )
  app.page(
    { path: '/services/:code/checklist', may, view: 'catalogue.checklist', ...byCode },
    (ctx, { params, query }) => loadService(ctx, params.code, query, 'checklist'),
  )
  app.page({ path: '/services/:code/form', may, view: 'catalogue.form', ...byCode }, (ctx, { params, query }) =>
    loadService(ctx, params.code, query, 'form'),
  )
}
