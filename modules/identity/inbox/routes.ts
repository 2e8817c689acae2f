import type { Ctx } from '@guangyue/platform/db'
import type { App } from '@guangyue/platform/http'
import * as api from './api.ts'
import * as service from './service.ts'

/** One's own inbox and channels; templates and the delivery log for the administrator. */
export function inboxRoutes(app: App): void {
  app.serve(api.listInboxEndpoint, async (ctx, { query }) => ({
    messages: [...(await service.inboxOf(ctx, query.before ?? null))],
    unread: await service.unreadOf(ctx),
  }))
  app.serve(api.readInboxEndpoint, async (ctx, { body }) => {
    await service.readMessages(ctx, body.ids)
    return { unread: await service.unreadOf(ctx) }
  })
  app.serve(api.listChannelsEndpoint, (ctx) => channels(ctx))
  app.serve(api.openChannelEndpoint, async (ctx, { body }) => {
    await service.openChannel(ctx, body)
    return channels(ctx)
  })
  app.serve(api.closeChannelEndpoint, async (ctx, { params }) => {
    await service.closeChannel(ctx, params.id)
    return channels(ctx)
  })
  app.serve(api.listTemplatesEndpoint, async (ctx) => ({ templates: [...(await service.templates(ctx))] }))
  app.serve(api.wordTemplateEndpoint, async (ctx, { body }) => {
    await service.wordTemplate(ctx, body)
    return { templates: [...(await service.templates(ctx))] }
  })
  app.serve(api.listDeliveriesEndpoint, async (ctx) => ({ deliveries: [...(await service.deliveries(ctx))] }))
}

async function channels(ctx: Ctx) {
  return { channels: [...(await service.channelsOf(ctx))] }
}
