import { peopleOfRole } from '@guangyue/modules/identity'
import { bodiesOn, groups } from '@guangyue/modules/organisations'
import type { Ctx, Db } from '@guangyue/platform/db'

/** The bodies in which the office that supervises works. */
export async function officeBodies(db: Db): Promise<readonly string[]> {
  return [...new Set((await peopleOfRole(db, 'supervision')).flatMap(({ bodyId }) => bodyId ?? []))]
}

/** The bodies and groups that a task may name today, for choosing. */
export async function bodiesToChoose(ctx: Ctx) {
  ctx.require('ledger.read')
  const [bodies, known] = await Promise.all([bodiesOn(ctx), groups(ctx.db)])
  const shortNames = new Map(bodies.map(({ id, short }) => [id, short]))
  const alone = { members: null, memberNames: [] }
  return {
    items: [
      ...bodies.map(({ id, name, short }) => ({ id, kind: 'body' as const, name: short, full: name, ...alone })),
      ...known.map(({ id, name, members }) => ({
        id,
        kind: 'group' as const,
        name,
        full: name,
        members: members.length,
        memberNames: members.flatMap((member) => shortNames.get(member) ?? []),
      })),
    ],
  }
}
