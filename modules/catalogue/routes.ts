import type { App } from '@guangyue/platform/http'
import { getServiceEndpoint, listServicesEndpoint } from './api.ts'
import { cataloguePages } from './pages/routes.ts'
import { presentService, presentServices } from './present.ts'

export function catalogueRoutes(app: App): void {
  cataloguePages(app)
  app.serve(listServicesEndpoint, (ctx) => presentServices(ctx))
  app.serve(getServiceEndpoint, (ctx, { params, query }) => presentService(ctx, params.code, query))
}
