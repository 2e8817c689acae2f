import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import { exportObjections, exportScores } from './export.ts'
import { rankTemplate, uploadRanks } from './rank-sheet.ts'
import { ranksView, stateRanks } from './ranks.ts'
import { decideObjection, issueScores, objectTo, saveRules, stateFact } from './service.ts'
import { settleLine } from './settle.ts'
import { rulesView, scoresView, traceOf, tryLine } from './views.ts'

/** Scores of periods: their rules, what is stated, what was issued, and objections. */
export function scoreRoutes(app: App): void {
  app.serve(api.listScoreRulesEndpoint, (ctx) => rulesView(ctx))
  app.serve(api.saveScoreRulesEndpoint, (ctx, { body }) => saveRules(ctx, body))
  app.serve(api.tryScoreLineEndpoint, (ctx, { body }) => tryLine(ctx, body))
  app.download(api.exportScoresEndpoint, (ctx, { params }) => exportScores(ctx, params.id))
  app.download(api.exportObjectionsEndpoint, (ctx, { params }) => exportObjections(ctx, params.id))
  app.serve(api.getScoresEndpoint, (ctx, { params }) => scoresView(ctx, params.id))
  app.serve(api.stateScoreFactEndpoint, async (ctx, { params, body }) => {
    await stateFact(ctx, { ...body, periodId: params.id })
    return {}
  })
  app.serve(api.issueScoresEndpoint, (ctx, { params }) => issueScores(ctx, params.id))
  app.serve(api.objectToScoreEndpoint, (ctx, { params, body: { objectionId, ...body } }) =>
    objectTo(ctx, { ...body, id: objectionId, periodId: params.id }),
  )
  app.serve(api.decideObjectionEndpoint, (ctx, { params, body }) => decideObjection(ctx, { ...params, ...body }))
  app.serve(api.traceScoreEndpoint, (ctx, { params }) =>
    traceOf(ctx, { periodId: params.id, bodyId: params.unit, key: params.key }),
  )
  app.serve(api.settleScoreEndpoint, async (ctx, { params, body }) => {
    await settleLine(ctx, { periodId: params.id, bodyId: params.unit, key: params.key, ...body })
    return {}
  })
  app.serve(api.listRanksEndpoint, (ctx, { params }) => ranksView(ctx, params.id))
  app.serve(api.stateRankEndpoint, (ctx, { params, body }) => stateRanks(ctx, { periodId: params.id, entries: [body] }))
  app.download(api.rankTemplateEndpoint, (ctx, { params }) => rankTemplate(ctx, params.id))
  app.upload(api.uploadRanksEndpoint, (ctx, { params }, file) => uploadRanks(ctx, { periodId: params.id, file }))
}
