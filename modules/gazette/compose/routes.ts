import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import { openComposition, reviewComposition, saveComposition, voidComposition } from './compositions.ts'
import { readManuscriptFile, saveManuscript, setManuscriptWithdrawn } from './manuscripts.ts'
import type { CompositionContent, ManuscriptContent } from './model.ts'
import { readManuscript } from './reading.ts'
import { signComposition } from './sign.ts'
import {
  checksView,
  compositionsView,
  compositionView,
  manuscriptsView,
  manuscriptView,
  previewView,
  proofPdf,
  readingView,
} from './views.ts'

/** Composing, reviewing and signing issues. */
export function composeRoutes(app: App): void {
  app.serve(api.listManuscriptsEndpoint, (ctx) => manuscriptsView(ctx))
  app.serve(api.getManuscriptEndpoint, (ctx, { params }) => manuscriptView(ctx, params.id))
  app.serve(api.saveManuscriptEndpoint, (ctx, { params, body }) =>
    saveManuscript(ctx, { ...params, version: body.version, content: body.content as ManuscriptContent }),
  )
  app.serve(api.withdrawManuscriptEndpoint, (ctx, { params, body }) =>
    setManuscriptWithdrawn(ctx, { ...params, ...body }),
  )
  app.serve(api.readManuscriptEndpoint, async (ctx, { body }) =>
    readingView(readManuscript(body.content as ManuscriptContent, ctx.today)),
  )
  app.upload(api.readManuscriptFileEndpoint, async (ctx, _input, file) => {
    const { content, notes } = await readManuscriptFile(ctx, file)
    return { content, notes: [...notes] }
  })
  app.serve(api.listCompositionsEndpoint, (ctx) => compositionsView(ctx))
  app.serve(api.openCompositionEndpoint, (ctx, { body }) => openComposition(ctx, body as typeof body & Days))
  app.serve(api.getCompositionEndpoint, (ctx, { params }) => compositionView(ctx, params.id))
  app.serve(api.saveCompositionEndpoint, (ctx, { params, body }) =>
    saveComposition(ctx, { ...params, version: body.version, content: body.content as CompositionContent }),
  )
  app.serve(api.checkCompositionEndpoint, (ctx, { params }) => checksView(ctx, params.id))
  app.serve(api.previewCompositionEndpoint, (ctx, { params }) => previewView(ctx, params.id))
  app.download(api.proofPdfEndpoint, (ctx, { params }) => proofPdf(ctx, params.id))
  app.serve(api.reviewCompositionEndpoint, (ctx, { params, body }) => reviewComposition(ctx, { ...params, ...body }))
  app.serve(api.signCompositionEndpoint, (ctx, { params, body }) => signComposition(ctx, { ...params, ...body }))
  app.serve(api.voidCompositionEndpoint, (ctx, { params, body }) => voidComposition(ctx, { ...params, ...body }))
}

/** z.iso.date has checked that these are days. */
type Days = Pick<CompositionContent, 'month' | 'publishedOn'>
