import type { App } from '@guangyue/platform/http'
import { z } from 'zod'
import { TaskNotPublished } from '../errors.ts'
import { clauseFeed, taskFeed } from '../follows/feed.ts'
import { followFromPage } from '../follows/service.ts'
import { loadMetric } from './metric.loader.ts'
import { loadNotice, loadNoticeFile, loadNotices } from './notices.loader.ts'
import { loadPromises, promisesQuery } from './promises.loader.ts'
import { loadTask } from './task.loader.ts'

/** The public pages of the ledger: only what the office released. */
export function ledgerPages(app: App): void {
  const may = 'anyone'
  app.page({ path: '/ledger', may, view: 'ledger.promises', query: promisesQuery }, (ctx, { query }) =>
    loadPromises(ctx, query),
  )
  // A damaged address is answered like a task that is not published.
  const params = z.object({ id: z.uuid().or(z.literal('')).catch('') })
  app.page(
    { path: '/ledger/tasks/:id', may, view: 'ledger.task', params, keep: 'until-change' },
    (ctx, { params: { id } }) => loadTask(ctx, published(id)),
  )
  app.page(
    { path: '/ledger/tasks/:id/feed.atom', may, view: 'ledger.task', params },
    async (ctx, { params: { id } }) => ({
      feed: await taskFeed(ctx, published(id)),
    }),
  )
  app.page(
    { path: '/ledger/clauses/:id/feed.atom', may, view: 'ledger.task', params },
    async (ctx, { params: { id } }) => ({
      feed: await clauseFeed(ctx, published(id)),
    }),
  )
  app.form(
    { path: '/ledger/tasks/:id/follow', may: 'signed-in', view: 'ledger.task', params },
    async (ctx, { params: { id }, fields }) => ({ redirect: await followFromPage(ctx, published(id), fields) }),
  )
  app.page(
    { path: '/ledger/metrics/:id', may, view: 'ledger.metric', params, keep: 'until-change' },
    (ctx, { params: { id } }) => loadMetric(ctx, id),
  )
  app.page({ path: '/notices', may, view: 'ledger.notices', keep: 'until-change' }, (ctx) => loadNotices(ctx))
  app.page(
    { path: '/notices/:id', may, view: 'ledger.notice', params, keep: 'until-change' },
    (ctx, { params: { id } }) => loadNotice(ctx, id),
  )
  for (const kind of ['docx', 'pdf'] as const) {
    app.page({ path: `/notices/:id/${kind}`, may, view: 'ledger.notice', params }, (ctx, { params: { id } }) =>
      loadNoticeFile(ctx, { id, kind }),
    )
  }
}

/** The id of an address, damaged or not. */
function published(id: string): string {
  if (id === '') throw new TaskNotPublished()
  return id
}
