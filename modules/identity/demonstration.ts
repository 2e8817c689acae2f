import { readFile } from 'node:fs/promises'
import type { Ctx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { Role } from './api.ts'
import { hashPassword } from './auth.ts'
import * as store from './store.ts'

/** The one password of all demonstration accounts; only on 127.0.0.1 and never beside real data. */
export const demoPassword = 'guangyue-demo'

const Actor = z.object({
  username: z.string(),
  name: z.string(),
  roles: z.array(Role),
  body: z.string().nullable(),
  title: z.string().nullable(),
})
export type DemonstrationActor = z.infer<typeof Actor>

/** Makes the invented accounts of a pack's `demo/actors.json`; those that exist stay as they are. */
export async function loadDemonstrationActors(ctx: Ctx, folder: URL): Promise<void> {
  const actors = z.array(Actor).parse(JSON.parse(await readFile(new URL('demo/actors.json', folder), 'utf8')))
  await createDemonstrationActors(ctx, actors, { shown: true })
}

/**
 * Makes invented accounts with the password of the demonstration; those that exist stay as they are. `shown`: the
 * sign-in page lists them. Refuses a city that is no demonstration.
 */
export async function createDemonstrationActors(
  ctx: Ctx,
  actors: readonly DemonstrationActor[],
  { shown }: { readonly shown: boolean },
): Promise<void> {
  if (!ctx.city.demonstration) throw new TypeError('invented accounts only in a demonstration')
  const passwordHash = await hashPassword(demoPassword)
  await ctx.transact(async (tx) => {
    const { rows } = await sql<{ key: string; id: string }>`select key, id from body`.execute(tx)
    const bodies = new Map(rows.map(({ key, id }) => [key, id]))
    for (const actor of actors) {
      const row = { ...actor, id: ctx.newId(), authUserId: ctx.newId(), bodyId: bodies.get(actor.body ?? '') ?? null }
      await store.insertAccount(tx, {
        ...row,
        email: null,
        passwordHash,
        mustChangePassword: false,
        invented: shown,
        at: ctx.now,
      })
    }
    await ctx.audit(tx, 'identity.load-demonstration', {
      thing: `city/${ctx.city.key}`,
      after: { accounts: actors.length },
    })
  })
}
