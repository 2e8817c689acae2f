import type { Ctx } from '@guangyue/platform/db'
import { FileLost, findStored } from '@guangyue/platform/files'

/** A file of the store by its id, with its kind as its bytes say. Refuses (FileLost) one whose bytes are gone. */
export async function readKept(
  ctx: Ctx,
  fileId: string,
): Promise<{ readonly name: string; readonly kind: string; readonly body: Buffer }> {
  const stored = await findStored(ctx.db, fileId)
  const bytes = stored && (await ctx.city.files.get(stored.digest))
  if (!stored || !bytes) throw new FileLost(stored?.digest ?? '')
  return { name: stored.name, kind: stored.kind, body: bytes }
}
