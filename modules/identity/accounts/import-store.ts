import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** Those of the usernames (in small letters) that an account has, of any state. */
export async function findTakenUsernames(db: Db, folded: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ username: string }>`
    select lower(username) as username from account where lower(username) = any(${folded}::text[])`.execute(db)
  return new Set(rows.map(({ username }) => username))
}
