import type { Db } from '@guangyue/platform/db'

export interface SavedView {
  readonly id: string
  readonly name: string
  readonly query: unknown
  /** Shown to everyone who reads the ledger. */
  readonly shared: boolean
}

/** The account's own by name, then those that others share. */
export async function listViews(
  db: Db,
  accountId: string,
): Promise<readonly (SavedView & { readonly own: boolean })[]> {
  const rows = await db
    .selectFrom('ledger_view')
    .select(['id', 'name', 'query', 'shared', 'account_id'])
    .where((eb) => eb.or([eb('account_id', '=', accountId), eb('shared', '=', true)]))
    .orderBy('name')
    .execute()
  const views = rows.map(({ account_id, ...view }) => ({ ...view, own: account_id === accountId }))
  return [...views.filter(({ own }) => own), ...views.filter(({ own }) => !own)]
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
  const kept = { name: view.name, query: JSON.stringify(view.query), shared: view.shared }
  const result = await db
    .insertInto('ledger_view')
    .values({ id: view.id, account_id: view.accountId, ...kept })
    .onConflict((conflict) =>
      conflict.column('id').doUpdateSet(kept).where('ledger_view.account_id', '=', view.accountId),
    )
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

/** Takes away an own view; with `sharedToo` also one that another shares. */
export async function deleteView(
  db: Db,
  { id, accountId, sharedToo }: { id: string; accountId: string; sharedToo: boolean },
): Promise<void> {
  await db
    .deleteFrom('ledger_view')
    .where('id', '=', id)
    .where((eb) => eb.or([eb('account_id', '=', accountId), ...(sharedToo ? [eb('shared', '=', true)] : [])]))
    .execute()
}
