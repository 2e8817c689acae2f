import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { SheetText } from '../sheet/read-sheets.ts'
import type { SheetMapping } from '../sheet/understand.ts'

export interface StoredSheet {
  readonly id: string
  readonly fileName: string
  readonly digest: string
  readonly sheets: readonly SheetText[]
}

/** Keeps an uploaded workbook; the same bytes again are the same one. Returns its id. */
export async function keepSheet(
  tx: Tx,
  sheet: StoredSheet & { readonly accountId: string | null; readonly at: string },
): Promise<string> {
  const row = await tx
    .insertInto('ledger_sheet')
    .values({
      id: sheet.id,
      file_name: sheet.fileName,
      digest: sheet.digest,
      sheets: JSON.stringify(sheet.sheets),
      account_id: sheet.accountId,
      uploaded_at: sheet.at,
    })
    .onConflict((conflict) => conflict.column('digest').doUpdateSet({ file_name: sheet.fileName }))
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

export async function findSheet(db: Db, id: string): Promise<StoredSheet | undefined> {
  const row = await db
    .selectFrom('ledger_sheet')
    .select(['id', 'file_name', 'digest', 'sheets'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && { id: row.id, fileName: row.file_name, digest: row.digest, sheets: row.sheets as readonly SheetText[] }
}

/** What was said of columns, by the signature of their heads. */
export async function findMappings(db: Db, signatures: readonly string[]): Promise<ReadonlyMap<string, SheetMapping>> {
  if (signatures.length === 0) return new Map()
  const rows = await db
    .selectFrom('ledger_sheet_mapping')
    .select(['signature', 'mapping'])
    .where('signature', 'in', signatures)
    .execute()
  return new Map(rows.map(({ signature, mapping }) => [signature, mapping as SheetMapping]))
}

export async function rememberMapping(
  tx: Tx,
  said: {
    readonly signature: string
    readonly mapping: SheetMapping
    readonly by: string | null
    readonly at: string
  },
): Promise<void> {
  const mapping = JSON.stringify(said.mapping)
  await tx
    .insertInto('ledger_sheet_mapping')
    .values({ signature: said.signature, mapping, said_by: said.by, said_at: said.at })
    .onConflict((conflict) => conflict.column('signature').doUpdateSet({ mapping, said_by: said.by, said_at: said.at }))
    .execute()
}

/** Which rows of a file were taken in already. */
export async function findTakenRows(db: Db, digest: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`select source_key as key from ledger_measure
    where starts_with(source_key, ${`${digest}:`})`.execute(db)
  return new Set(rows.map(({ key }) => key))
}
