import { readFile } from 'node:fs/promises'
import type { Ctx } from '@guangyue/platform/db'
import { scheme } from './api.ts'
import { saveScheme } from './periods.ts'
import { listSchemes } from './store.ts'

const Rows = scheme.omit({ id: true, documentId: true, version: true }).array()

/** The schemes of a pack's `demo/dispatch.json`, about the whole ledger, once; the office may change them afterwards. */
export async function loadDemonstrationSchemes(ctx: Ctx, folder: URL): Promise<void> {
  const text = await readFile(new URL('demo/dispatch.json', folder), 'utf8').catch(() => '[]')
  if ((await listSchemes(ctx.db)).length > 0) return
  for (const row of Rows.parse(JSON.parse(text))) {
    await saveScheme(ctx, { ...row, id: ctx.newId(), documentId: null, version: null })
  }
}
