import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** Open cases whose last day has passed and about which nothing was said of that day. */
export async function listDue(
  db: Db,
  { today, limit }: { readonly today: PlainDate; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from case_file
    where not closed and not paused and last_day < ${today}::date
      and (last_day > coalesce(overdue_told, '-infinity')
        or law_day < ${today}::date and law_day > coalesce(overdue_told, '-infinity'))
    order by last_day, id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Open cases whose last day leans on a year whose holidays were not announced, by id. */
export async function listProvisional(
  db: Db,
  { after, limit }: { readonly after: string | null; readonly limit: number },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from case_file
    where provisional and not closed and (${after}::uuid is null or id > ${after}::uuid)
    order by id limit ${limit}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function tellOverdue(
  tx: Tx,
  { id, day }: { readonly id: string; readonly day: PlainDate },
): Promise<void> {
  await sql`update case_file set overdue_told = ${day}::date where id = ${id}`.execute(tx)
}
