import { headsOf } from '@guangyue/modules/identity'
import type { Ctx } from '@guangyue/platform/db'
import { commanderOf, postsAbove } from '../charges/service.ts'
import type { Level } from './model.ts'

interface Concern {
  readonly bodyId: string
  /** Indicators that it touches, by key. */
  readonly indicators: readonly string[]
}

/** Whom what a unit owes is told to at a level, and by which post. */
export interface Whom {
  readonly post: string | null
  readonly whom:
    | { readonly bodyIds: readonly string[] }
    | { readonly accountIds: readonly string[] }
    | { readonly role: string }
}

/** Officers, then the unit's heads, the post in charge, the commander; where nobody holds a post, the office. */
export async function whomTo(ctx: Ctx, { bodyId, indicators }: Concern, level: Level): Promise<Whom> {
  if (level <= 1) return { post: null, whom: { bodyIds: [bodyId] } }
  if (level === 2) return { post: null, whom: { accountIds: await headsOf(ctx.db, bodyId) } }
  const above = level === 3 ? (await postsAbove(ctx.db, [bodyId])).get(bodyId) : await commanderOf(ctx.db, indicators)
  const accountIds = above?.accountIds ?? []
  const whom = accountIds.length > 0 ? { accountIds } : { role: 'supervision' }
  return { post: above?.post ?? null, whom }
}
