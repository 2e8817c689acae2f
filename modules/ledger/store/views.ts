import type { Db } from '@guangyue/platform/db'

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly query: unknown
}

export async function listViews(db: Db, accountId: string): Promise<readonly SavedView[]> {
  return db
    .selectFrom('ledger_view')
    .select(['id', 'name', 'query'])
    .where('account_id', '=', accountId)
    .orderBy('name')
    .execute()
}

/** False when another view of the account has the name, or the id is another account's. */
export async function upsertView(db: Db, view: SavedView & { readonly accountId: string }): Promise<boolean> {
  const same = await db
    .selectFrom('ledger_view')
    .select('id')
    .where('account_id', '=', view.accountId)
    .where('name', '=', view.name)
    .where('id', '<>', view.id)
    .executeTakeFirst()
  if (same) return false
  const query = JSON.stringify(view.query)
  const result = await db
    .insertInto('ledger_view')
    .values({ id: view.id, account_id: view.accountId, name: view.name, query })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet({ name: view.name, query })
        .where('ledger_view.account_id', '=', view.accountId),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function deleteView(db: Db, { id, accountId }: { id: string; accountId: string }): Promise<void> {
  await db.deleteFrom('ledger_view').where('id', '=', id).where('account_id', '=', accountId).execute()
}
