import type { Db, Tx } from '@guangyue/platform/db'
import type { ReturnItem } from '../sheet/return-difference.ts'

export interface StoredReturn {
  readonly id: string
  readonly fileName: string
  readonly unchanged: number
  readonly items: readonly ReturnItem[]
}

export async function insertReturn(
  tx: Tx,
  given: StoredReturn & { readonly accountId: string | null; readonly at: string },
): Promise<void> {
  await tx
    .insertInto('ledger_return')
    .values({
      id: given.id,
      file_name: given.fileName,
      unchanged: given.unchanged,
      items: JSON.stringify(given.items),
      account_id: given.accountId,
      uploaded_at: given.at,
    })
    .execute()
}

export async function findReturn(db: Db, id: string): Promise<StoredReturn | undefined> {
  const row = await db
    .selectFrom('ledger_return')
    .select(['id', 'file_name', 'unchanged', 'items'])
    .where('id', '=', id)
    .executeTakeFirst()
  return row && asReturn(row)
}

/** The same, locked until the transaction ends. */
export async function lockReturn(tx: Tx, id: string): Promise<StoredReturn | undefined> {
  const row = await tx
    .selectFrom('ledger_return')
    .select(['id', 'file_name', 'unchanged', 'items'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  return row && asReturn(row)
}

function asReturn(row: { id: string; file_name: string; unchanged: number; items: unknown }): StoredReturn {
  const { id, file_name: fileName, unchanged, items } = row
  return { id, fileName, unchanged, items: items as readonly ReturnItem[] }
}

export async function updateReturnItems(tx: Tx, id: string, items: readonly ReturnItem[]): Promise<void> {
  await tx
    .updateTable('ledger_return')
    .set((eb) => ({ items: JSON.stringify(items), version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute()
}
