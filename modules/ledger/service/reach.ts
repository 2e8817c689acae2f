import type { Ctx } from '@guangyue/platform/db'

/** The bodies whose tasks the actor sees; null for the whole city. */
export function reachOf(ctx: Ctx): readonly string[] | null {
  return ctx.can('ledger.read', { bodies: [] }) ? null : ctx.actor.bodies
}
