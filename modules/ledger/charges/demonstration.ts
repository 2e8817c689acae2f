import { readFile } from 'node:fs/promises'
import { peopleOfRole } from '@guangyue/modules/identity'
import { resolveNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { z } from 'zod'
import { saveCharge } from './service.ts'
import { listCharges } from './store.ts'

const Rows = z.array(z.object({ post: z.string(), holder: z.string(), bodies: z.array(z.string()) }))

/** The invented charges of a pack's `demo/charges.json`, once; the office may change them afterwards. */
export async function loadDemonstrationCharges(ctx: Ctx, folder: URL): Promise<void> {
  const text = await readFile(new URL('demo/charges.json', folder), 'utf8').catch(() => '[]')
  if ((await listCharges(ctx.db)).length > 0) return
  const leaders = new Map((await peopleOfRole(ctx.db, 'leader')).map(({ username, id }) => [username, id]))
  for (const { post, holder, bodies } of Rows.parse(JSON.parse(text))) {
    const found = await resolveNames(ctx.db, bodies, ctx.today)
    const accountId = leaders.get(holder)
    await saveCharge(ctx, {
      post,
      bodyIds: [...found.values()].flatMap((one) => (one.kind === 'body' ? [one.bodyId] : [])),
      accountIds: accountId === undefined ? [] : [accountId],
      seen: null,
    })
  }
}
