import type { Ctx, Db, Tx } from '../db/index.ts'
import { FileKindRefused } from './errors.ts'
import { type FileKind, kindOf } from './kind.ts'

export interface StoredFile {
  readonly id: string
  readonly digest: string
  readonly name: string
  readonly kind: FileKind
  readonly bytes: number
}

/**
 * Keeps a file that came in. Refuses (FileKindRefused) what its bytes show to be none of the accepted kinds. The bytes
 * are stored before the row: a row never points to nothing; bytes without a row are harmless.
 */
export async function keepFile(
  ctx: Ctx,
  tx: Tx,
  file: { name: string; bytes: Uint8Array; accepted: readonly FileKind[] },
): Promise<StoredFile> {
  const kind = kindOf(file.bytes)
  if (!file.accepted.includes(kind)) throw new FileKindRefused(kind, file.accepted)
  const stored = {
    id: ctx.newId(),
    digest: await ctx.city.files.put(file.bytes),
    name: cleanName(file.name),
    kind,
    bytes: file.bytes.byteLength,
  }
  await tx
    .insertInto('stored_file')
    .values({ ...stored, kept_at: ctx.now, kept_by: ctx.actor.accountId })
    .execute()
  return stored
}

export async function findStored(db: Db, id: string): Promise<StoredFile | undefined> {
  const row = await db
    .selectFrom('stored_file')
    .select(['id', 'digest', 'name', 'kind', 'bytes'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { ...row, kind: row.kind as FileKind }
}

/** A name for showing: no path, no control characters, not endless. */
function cleanName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? ''
  return last.replace(/\p{Cc}/gu, '').slice(-200) || '未命名'
}
