import type { Ctx } from '@guangyue/platform/db'
import { resolveNames } from '../../organisations/index.ts'

/** The body that a name means on the day; undefined where it means none, several, or a group. */
export async function findBody(ctx: Ctx, name: string, day: string): Promise<string | undefined> {
  if (name.trim() === '') return undefined
  const found = (await resolveNames(ctx.db, [name], day)).get(name)
  return found?.kind === 'body' ? found.bodyId : undefined
}
