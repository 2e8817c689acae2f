import { readFile } from 'node:fs/promises'
import type { Ctx } from '@guangyue/platform/db'
import { digestOf } from './model.ts'
import { listImports, receiveImport } from './service/import.ts'

/**
 * Hands in the pack's own issue (`gazette/issue.docx`, the manuscript: its text has none of the page breaks that txt
 * and pdf show) as an editor would; it is read and drafted in the background, nothing is confirmed or released. A pack
 * without one has none. Safe to repeat: the file is handed in once.
 */
export async function handInPackIssue(ctx: Ctx, folder: URL): Promise<void> {
  const bytes = await readFile(new URL('gazette/issue.docx', folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined
    throw error
  })
  if (!bytes) return
  const digest = digestOf(bytes)
  if ((await listImports(ctx)).some(({ fileDigest }) => fileDigest === digest)) return
  await receiveImport(ctx, { name: '演示公报.docx', bytes })
}
