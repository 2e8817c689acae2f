import type { App } from '@guangyue/platform/http'
import { actOnCase } from './act.ts'
import * as apply from './api/apply.ts'
import * as api from './api.ts'
import { caseView, revealCase } from './case-view.ts'
import { dropDraft, saveDraft } from './drafts.ts'
import { draftView, formView, windowItems } from './form-view.ts'
import { casesView, myCases } from './lists.ts'
import { loadsView } from './loads.ts'
import { addMaterial, readMaterial, removeMaterial } from './materials.ts'
import { addNote } from './notes.ts'
import { casePages } from './pages/routes.ts'
import { submitCase } from './submit.ts'

export function caseRoutes(app: App): void {
  casePages(app)
  app.serve(apply.getFormEndpoint, (ctx, { params }) => formView(ctx, params.code))
  app.serve(apply.getDraftEndpoint, (ctx, { params }) => draftView(ctx, params.id))
  app.serve(apply.saveDraftEndpoint, (ctx, { params, body }) => saveDraft(ctx, { ...params, ...body }))
  app.serve(apply.dropDraftEndpoint, async (ctx, { params }) => {
    await dropDraft(ctx, params.id)
    return {}
  })
  app.serve(api.myCasesEndpoint, (ctx, { query }) => myCases(ctx, query.before))
  app.serve(api.caseLoadsEndpoint, (ctx) => loadsView(ctx))
  app.serve(api.listCasesEndpoint, (ctx, { query }) => casesView(ctx, query))
  app.serve(apply.windowItemsEndpoint, async (ctx) => ({ items: await windowItems(ctx) }))
  app.serve(apply.takeInEndpoint, (ctx, { params, body }) => submitCase(ctx, { ...params, ...body }))
  app.serve(apply.submitCaseEndpoint, (ctx, { params, body }) => submitCase(ctx, { ...params, ...body }))
  app.serve(api.getCaseEndpoint, (ctx, { params }) => caseView(ctx, params.id))
  app.serve(api.actOnCaseEndpoint, (ctx, { params, body }) =>
    actOnCase(ctx, { ...params, version: body.version, act: body.act }),
  )
  app.serve(api.addNoteEndpoint, async (ctx, { params, body }) => {
    await addNote(ctx, { id: params.id, noteId: body.id, words: body.words, draft: body.draft })
    return {}
  })
  app.serve(api.revealCaseEndpoint, (ctx, { params, body }) => revealCase(ctx, { ...params, ...body }))
  app.upload(apply.addMaterialEndpoint, (ctx, { params, body }, file) => addMaterial(ctx, { ...params, ...body, file }))
  app.serve(apply.removeMaterialEndpoint, async (ctx, { params }) => {
    await removeMaterial(ctx, { id: params.id, fileId: params.file })
    return {}
  })
  app.download(apply.readMaterialEndpoint, (ctx, { params }) =>
    readMaterial(ctx, { id: params.id, fileId: params.file }),
  )
}
