import type { Cities, Ctx } from '@guangyue/platform/db'
import type { App } from '@guangyue/platform/http'
import { listFailedReactions, retryReaction } from '@guangyue/platform/jobs'
import { JobNotFound } from './errors.ts'
import { listFailedJobsEndpoint, retryJobEndpoint } from './failed-jobs-api.ts'

/** Work behind events that is tried no more: the administrator sees it, with its fault, and starts it again. */
export function serveFailedJobs(app: App, { owner }: Cities): void {
  const list = async ({ city }: Ctx) => ({ jobs: [...(await listFailedReactions(owner, city.key))] })
  app.serve(listFailedJobsEndpoint, list)
  app.serve(retryJobEndpoint, async (ctx, { params: { id } }) => {
    if (!(await retryReaction(owner, { city: ctx.city.key, id }))) throw new JobNotFound()
    await ctx.transact((tx) => ctx.audit(tx, 'server.retry-job', { thing: `job/${id}` }))
    return list(ctx)
  })
}
