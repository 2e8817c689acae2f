import type { App } from '@guangyue/platform/http'
import { answerRequestsEndpoint, exportRequestsEndpoint, listRequestsEndpoint } from '../api.ts'
import { answerRequests, exportRequests, requestsView } from '../service/requests.ts'

/** What is asked of the office about parts and dates, and its answers. */
export function requestRoutes(app: App): void {
  app.serve(listRequestsEndpoint, (ctx, { query }) => requestsView(ctx, query))
  app.download(exportRequestsEndpoint, (ctx, { query }) => exportRequests(ctx, query))
  app.serve(answerRequestsEndpoint, (ctx, { body }) => answerRequests(ctx, body))
}
