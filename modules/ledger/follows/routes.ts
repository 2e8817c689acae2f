import type { App } from '@guangyue/platform/http'
import { followEndpoint, listFollowsEndpoint, unfollowEndpoint } from './api.ts'
import { follow, followsView, unfollow } from './service.ts'

/** What somebody follows in the ledger. */
export function followRoutes(app: App): void {
  app.serve(listFollowsEndpoint, (ctx) => followsView(ctx))
  app.serve(followEndpoint, async (ctx, { params }) => {
    await follow(ctx, params)
    return {}
  })
  app.serve(unfollowEndpoint, async (ctx, { params }) => {
    await unfollow(ctx, params)
    return {}
  })
}
