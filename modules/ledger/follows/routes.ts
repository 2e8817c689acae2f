import type { App } from '@guangyue/platform/http'
import { exportFollowsEndpoint, followEndpoint, listFollowsEndpoint, unfollowEndpoint } from './api.ts'
import { exportFollows } from './export.ts'
import { follow, followsView, unfollow } from './service.ts'

/** What somebody follows in the ledger. */
export function followRoutes(app: App): void {
  app.serve(listFollowsEndpoint, (ctx) => followsView(ctx))
  app.download(exportFollowsEndpoint, (ctx) => exportFollows(ctx))
  app.serve(followEndpoint, async (ctx, { params }) => {
    await follow(ctx, params)
    return {}
  })
  app.serve(unfollowEndpoint, async (ctx, { params }) => {
    await unfollow(ctx, params)
    return {}
  })
}
