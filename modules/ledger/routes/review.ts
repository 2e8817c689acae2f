import type { App } from '@guangyue/platform/http'
import {
  confirmMeasureEndpoint,
  confirmMeasuresEndpoint,
  getDocumentEndpoint,
  getMeasureEndpoint,
  keepDraftEndpoint,
  listDocumentsEndpoint,
  listDraftsEndpoint,
  listFaultsEndpoint,
  readDateEndpoint,
  redraftEndpoint,
  releaseDocumentEndpoint,
  resolveNameEndpoint,
  saveDraftEndpoint,
  superviseDocumentEndpoint,
  unconfirmMeasureEndpoint,
} from '../api.ts'
import { confirmMeasure, confirmMeasures, unconfirmMeasure } from '../service/confirm.ts'
import { documentsView, documentView, releaseDocument, superviseDocument } from '../service/documents.ts'
import { faultsToDecide, measureView, pageOfDrafts } from '../service/list-drafts.ts'
import { keepDraft, redraft, resolveName, saveDraft } from '../service/review.ts'
import { tryDate } from '../service/try-date.ts'

/** Documents of the ledger, and the review of their drafts. */
export function reviewRoutes(app: App): void {
  app.serve(listDocumentsEndpoint, (ctx, { query }) => documentsView(ctx, query.issue ?? null))
  app.serve(getDocumentEndpoint, (ctx, { params }) => documentView(ctx, params.id))
  app.serve(superviseDocumentEndpoint, (ctx, { params, body }) => superviseDocument(ctx, { ...params, ...body }))
  app.serve(releaseDocumentEndpoint, (ctx, { params, body }) => releaseDocument(ctx, { ...params, ...body }))

  app.serve(listDraftsEndpoint, (ctx, { query: { document, issue, ...query } }) =>
    pageOfDrafts(ctx, { ...query, documentId: document, issueId: issue }),
  )
  app.serve(listFaultsEndpoint, (ctx, { query }) =>
    faultsToDecide(ctx, { documentId: query.document, issueId: query.issue }),
  )
  app.serve(getMeasureEndpoint, (ctx, { params }) => measureView(ctx, params.id))
  app.serve(saveDraftEndpoint, (ctx, { params, body }) => saveDraft(ctx, { ...params, ...body }))
  app.serve(redraftEndpoint, (ctx, { params, body }) => redraft(ctx, { ...params, ...body }))
  app.serve(keepDraftEndpoint, (ctx, { params, body }) => keepDraft(ctx, { ...params, ...body }))
  app.serve(confirmMeasureEndpoint, async (ctx, { params, body }) => {
    const { version, taskIds } = await confirmMeasure(ctx, { ...params, ...body })
    return { version, taskIds: [...taskIds] }
  })
  app.serve(confirmMeasuresEndpoint, (ctx, { body: { document, issue, measures } }) =>
    confirmMeasures(ctx, { documentId: document, issueId: issue, measures }),
  )
  app.serve(unconfirmMeasureEndpoint, (ctx, { params, body }) => unconfirmMeasure(ctx, { ...params, ...body }))
  app.serve(resolveNameEndpoint, (ctx, { body }) => resolveName(ctx, body))
  app.serve(readDateEndpoint, (ctx, { query }) => tryDate(ctx, query))
}
