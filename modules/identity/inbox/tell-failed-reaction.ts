import type { Reaction } from '@guangyue/platform/http'
import { tell } from './service.ts'

/** The administrators are told that work behind an event is tried no more, and where they can start it again. */
export const tellFailedReaction: Reaction = (ctx, { id, payload }) =>
  ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'reaction-failed',
      params: { event: String(payload.event), module: String(payload.module) },
      href: '/desk/admin/jobs',
      onceKey: `reaction-failed/${id}`,
      role: 'administrator',
    }),
  )
