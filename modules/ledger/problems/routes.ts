import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import { exportList } from './export.ts'
import { problemsView, remediesView, responsibilitiesView } from './lists.ts'
import { addProblem, finishRemedy, problemView, setRemedy, takeProblemStep } from './service.ts'

/** The three lists: responsibilities, problems, remedies. */
export function problemRoutes(app: App): void {
  app.serve(api.listResponsibilitiesEndpoint, (ctx, { query }) => responsibilitiesView(ctx, query))
  app.serve(api.listProblemsEndpoint, (ctx, { query }) => problemsView(ctx, query))
  app.serve(api.listRemediesEndpoint, (ctx, { query }) => remediesView(ctx, query))
  app.download(api.exportListEndpoint, (ctx, { params, query }) => exportList(ctx, { ...params, ...query }))
  app.serve(api.getProblemEndpoint, (ctx, { params }) => problemView(ctx, params.id))
  app.serve(api.addProblemEndpoint, (ctx, { body }) =>
    addProblem(ctx, { ...body, helpWanted: body.helpWanted === '' ? null : body.helpWanted }),
  )
  app.serve(api.takeProblemStepEndpoint, (ctx, { params, body }) => takeProblemStep(ctx, { ...params, ...body }))
  app.serve(api.setRemedyEndpoint, (ctx, { params, body }) => setRemedy(ctx, { ...params, ...body }))
  app.serve(api.finishRemedyEndpoint, (ctx, { params, body }) =>
    finishRemedy(ctx, { id: params.id, remedyId: params.remedy, ...body }),
  )
}
