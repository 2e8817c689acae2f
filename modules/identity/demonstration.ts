import { readFile } from 'node:fs/promises'
import type { Ctx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { z } from 'zod'
import { Role } from './api.ts'
import { hashPassword } from './auth.ts'
import * as store from './store.ts'

/** The one password of all demonstration accounts; only on 127.0.0.1 and never beside real data. */
export const demoPassword = 'guangyue-demo'

const Actors = z.array(
  z.object({
    username: z.string(),
    name: z.string(),
    roles: z.array(Role),
    body: z.string().nullable(),
    title: z.string().nullable(),
  }),
)

/** Makes the invented accounts of a pack's `demo/actors.json`; those that exist stay as they are. */
export async function loadDemonstrationActors(ctx: Ctx, folder: URL): Promise<void> {
  const actors = Actors.parse(JSON.parse(await readFile(new URL('demo/actors.json', folder), 'utf8')))
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
        invented: true,
        at: ctx.now,
      })
    }
    await ctx.audit(tx, 'identity.load-demonstration', {
      thing: `city/${ctx.city.key}`,
      after: { accounts: actors.length },
    })
  })
}
