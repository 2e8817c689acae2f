import { bodiesOn, groups } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'

/** The bodies and groups that a task may name today, for choosing. */
export async function bodiesToChoose(ctx: Ctx) {
  ctx.require('ledger.read')
  const [bodies, known] = await Promise.all([bodiesOn(ctx), groups(ctx.db)])
  return {
    items: [
      ...bodies.map(({ id, name, short }) => ({ id, kind: 'body' as const, name: short, full: name, members: null })),
      ...known.map(({ id, name, members }) => ({
        id,
        kind: 'group' as const,
        name,
        full: name,
        members: members.length,
      })),
    ],
  }
}
