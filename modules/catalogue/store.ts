import type { Db, Tx } from '@guangyue/platform/db'
import type { Item, Target } from './item.ts'

/** One version of an item as it was loaded. */
export interface ItemVersion {
  readonly id: string
  readonly code: string
  readonly number: number
  readonly effectiveFrom: string | null
  readonly effectiveTo: string | null
  readonly publishedBy: string
  readonly publishedAt: string
  readonly digest: string
  readonly item: Item
}

/** All versions of one item, or of all, in the order of their first days, the newest of one day last. */
export function listVersions(db: Db, code?: string): Promise<readonly ItemVersion[]> {
  return versionsWhere(db, { code })
}

export async function findVersion(db: Db, id: string): Promise<ItemVersion | undefined> {
  return (await versionsWhere(db, { id }))[0]
}

async function versionsWhere(
  db: Db,
  { id, code }: { readonly id?: string | undefined; readonly code?: string | undefined },
): Promise<readonly ItemVersion[]> {
  let query = db.selectFrom('service_item_version').selectAll()
  if (id !== undefined) query = query.where('id', '=', id)
  if (code !== undefined) query = query.where('code', '=', code)
  const rows = await query
    .orderBy('code')
    .orderBy('effective_from', (order) => order.asc().nullsFirst())
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    number: row.number,
    effectiveFrom: row.effective_from,
    effectiveTo: row.effective_to,
    publishedBy: row.published_by,
    publishedAt: row.published_at,
    digest: row.digest,
    item: row.content as unknown as Item,
  }))
}

export async function insertVersions(tx: Tx, rows: readonly ItemVersion[]): Promise<void> {
  if (rows.length === 0) return
  await tx
    .insertInto('service_item_version')
    .values(
      rows.map((row) => ({
        id: row.id,
        code: row.code,
        number: row.number,
        effective_from: row.effectiveFrom,
        effective_to: row.effectiveTo,
        content: JSON.stringify(row.item),
        digest: row.digest,
        published_by: row.publishedBy,
        published_at: row.publishedAt,
      })),
    )
    .execute()
}

export async function putTargets(tx: Tx, targets: readonly Target[]): Promise<void> {
  for (const { figure, percent, by, basis } of targets) {
    const values = { percent: String(percent), by_day: by, basis: JSON.stringify(basis) }
    await tx
      .insertInto('service_target')
      .values({ figure, ...values })
      .onConflict((conflict) => conflict.column('figure').doUpdateSet(values))
      .execute()
  }
}

export async function listTargets(db: Db): Promise<readonly Target[]> {
  const rows = await db.selectFrom('service_target').selectAll().execute()
  return rows.map((row) => ({
    figure: row.figure as Target['figure'],
    percent: Number(row.percent),
    by: row.by_day,
    basis: row.basis as unknown as Target['basis'],
  }))
}
