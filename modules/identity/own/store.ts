import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

export interface SessionRow {
  readonly id: string
  readonly userAgent: string | null
  readonly since: string
  readonly seenAt: string
}

/** Sessions of the account that have not ended, by machine time; the last used first. */
export async function listSessions(db: Db, accountId: string): Promise<readonly SessionRow[]> {
  const { rows } = await sql<SessionRow>`
    select s.id, s."userAgent", s."createdAt" as since, s."updatedAt" as "seenAt"
    from auth_session s join account a on a.auth_user_id = s."userId"
    where a.id = ${accountId}::uuid and s."expiresAt" > clock_timestamp()
    order by s."updatedAt" desc, s.id`.execute(db)
  return rows
}

export async function deleteSession(tx: Tx, accountId: string, id: string): Promise<void> {
  await sql`delete from auth_session where id = ${id}::uuid
    and "userId" = (select auth_user_id from account where id = ${accountId}::uuid)`.execute(tx)
}

/** Whether one of the account's roles demands a verifier. */
export async function isCodeDemanded(db: Db, accountId: string): Promise<boolean> {
  const { rows } = await sql`select 1 from account_role r, sign_in_rule s
    where r.account_id = ${accountId}::uuid and r.role = any(s.code_roles) limit 1`.execute(db)
  return rows.length > 0
}
