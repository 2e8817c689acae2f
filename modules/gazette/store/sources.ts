import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

export interface NewSource {
  readonly id: string
  readonly digest: string
  readonly text: string
  readonly fileName: string
  readonly fileKind: string
  readonly fileDigest: string
  readonly pages: number | null
  readonly notes: readonly string[]
  readonly readAt: string
}

/** One writer of gazette texts at a time in a city, so that two imports of one text meet in order. */
export async function lockGazette(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('gazette.write'), hashtext(current_schema()))`.execute(tx)
}

export async function findSourceId(db: Db, digest: string): Promise<string | undefined> {
  const row = await db.selectFrom('gazette_source').select('id').where('digest', '=', digest).executeTakeFirst()
  return row?.id
}

export async function insertSource(tx: Tx, source: NewSource): Promise<void> {
  await tx
    .insertInto('gazette_source')
    .values({
      id: source.id,
      digest: source.digest,
      text: source.text,
      file_name: source.fileName,
      file_kind: source.fileKind,
      file_digest: source.fileDigest,
      pages: source.pages,
      notes: JSON.stringify(source.notes),
      read_at: source.readAt,
    })
    .execute()
}

export async function findSourceText(db: Db, sourceId: string): Promise<string | undefined> {
  const row = await db.selectFrom('gazette_source').select('text').where('id', '=', sourceId).executeTakeFirst()
  return row?.text
}
