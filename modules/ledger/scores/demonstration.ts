import { readFile } from 'node:fs/promises'
import { peopleOfRole } from '@guangyue/modules/identity'
import type { Ctx } from '@guangyue/platform/db'
import { z } from 'zod'
import { ruleLine } from './api.ts'
import { saveRules } from './service.ts'
import { listRules } from './store.ts'

const Rules = z.object({ reason: z.string(), lines: ruleLine.array() })

/** The invented score rules of a pack's `demo/score-rules.json`, once; the office sets later versions. */
export async function loadDemonstrationRules(ctx: Ctx, folder: URL): Promise<void> {
  const text = await readFile(new URL('demo/score-rules.json', folder), 'utf8').catch(() => null)
  if (text === null || (await listRules(ctx.db)).length > 0) return
  const [decider] = await peopleOfRole(ctx.db, 'supervision')
  await saveRules(ctx, { from: 0, ...Rules.parse(JSON.parse(text)) }, decider)
}
