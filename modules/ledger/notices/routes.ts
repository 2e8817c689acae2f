import type { App } from '@guangyue/platform/http'
import { replyToNotice, takeNotice } from './answer.ts'
import * as api from './api.ts'
import { composeNotices, noticeChoices } from './compose.ts'
import { exportNotices } from './export.ts'
import { issueNotice, publishNotice, reviewNotice, saveNotice } from './service.ts'
import { noticesView, noticeView, readNoticeFile } from './views.ts'

/** 督办单, 提示函 and 通报. */
export function noticeRoutes(app: App): void {
  app.serve(api.listNoticesEndpoint, (ctx, { query }) => noticesView(ctx, query))
  app.download(api.exportNoticesEndpoint, (ctx, { query }) => exportNotices(ctx, query))
  app.serve(api.noticeChoicesEndpoint, (ctx) => noticeChoices(ctx))
  app.serve(api.composeNoticesEndpoint, (ctx, { body }) => composeNotices(ctx, body))
  app.serve(api.getNoticeEndpoint, (ctx, { params }) => noticeView(ctx, params.id))
  app.serve(api.saveNoticeEndpoint, (ctx, { params, body }) => saveNotice(ctx, { ...params, ...body }))
  app.serve(api.reviewNoticeEndpoint, (ctx, { params, body }) => reviewNotice(ctx, { ...params, ...body }))
  app.serve(api.issueNoticeEndpoint, (ctx, { params, body }) => issueNotice(ctx, { ...params, ...body }))
  app.serve(api.publishNoticeEndpoint, (ctx, { params, body }) => publishNotice(ctx, { ...params, ...body }))
  app.download(api.readNoticeDocxEndpoint, (ctx, { params }) => readNoticeFile(ctx, { ...params, kind: 'docx' }))
  app.download(api.readNoticePdfEndpoint, (ctx, { params }) => readNoticeFile(ctx, { ...params, kind: 'pdf' }))
  app.serve(api.takeNoticeEndpoint, async (ctx, { params, body }) => {
    await takeNotice(ctx, { noticeId: params.id, ...body })
    return {}
  })
  app.serve(api.replyToNoticeEndpoint, async (ctx, { params, body: { replyId, ...body } }) => {
    await replyToNotice(ctx, { noticeId: params.id, id: replyId, ...body })
    return {}
  })
}
