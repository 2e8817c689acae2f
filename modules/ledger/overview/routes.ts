import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import { exportIndicators, exportOverview, exportTodo } from './export.ts'
import { indicatorsView, indicatorView, overview, ownCharge } from './service.ts'
import { todoList } from './todo.ts'

/** What commanders and leaders see of the whole. */
export function overviewRoutes(app: App): void {
  app.serve(api.listIndicatorsEndpoint, (ctx) => indicatorsView(ctx))
  app.download(api.exportIndicatorsEndpoint, (ctx) => exportIndicators(ctx))
  app.serve(api.getIndicatorEndpoint, (ctx, { params }) => indicatorView(ctx, params.key))
  app.serve(api.overviewEndpoint, (ctx) => overview(ctx))
  app.serve(api.todoEndpoint, (ctx) => todoList(ctx))
  app.download(api.exportTodoEndpoint, (ctx) => exportTodo(ctx))
  app.serve(api.ownChargeEndpoint, (ctx) => ownCharge(ctx))
  app.download(api.exportOverviewEndpoint, (ctx, { query: { indicator, unit } }) =>
    exportOverview(ctx, { indicator, bodyId: unit }),
  )
}
