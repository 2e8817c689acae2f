import type { Role } from '@guangyue/platform/access'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Account } from './model.ts'

const accountColumns = sql<Account>`
  select a.id, a.username, a.name, a.body_id as "bodyId", a.title, a.email, a.state, a.version,
    coalesce((select json_agg(role order by role) from account_role where account_id = a.id), '[]') as roles
  from account a`

export async function listAccounts(db: Db): Promise<readonly Account[]> {
  const { rows } = await sql<Account>`${accountColumns} order by a.state, a.name collate "zh-x-icu"`.execute(db)
  return rows
}

export async function findAccount(db: Db, id: string): Promise<Account | undefined> {
  const { rows } = await sql<Account>`${accountColumns} where a.id = ${id}::uuid`.execute(db)
  return rows[0]
}

export interface ActorRow {
  readonly id: string
  readonly name: string
  readonly bodyId: string | null
  readonly roles: readonly Role[]
  readonly bodies: readonly string[]
}

/** The active account of a signed-in user with its roles and the bodies below its own. */
export async function findActor(db: Db, authUserId: string): Promise<ActorRow | undefined> {
  const { rows } = await sql<ActorRow>`
    with recursive own as (select * from account where auth_user_id = ${authUserId}::uuid and state = 'active'),
    below as (
      select body_id as id from own where body_id is not null
      union select b.id from body b join below on b.parent_id = below.id)
    select o.id, o.name, o.body_id as "bodyId",
      coalesce((select json_agg(role) from account_role where account_id = o.id), '[]') as roles,
      coalesce((select json_agg(id) from below), '[]') as bodies
    from own o`.execute(db)
  return rows[0]
}

export interface NewAccount {
  readonly id: string
  readonly authUserId: string
  readonly username: string
  readonly name: string
  readonly bodyId: string | null
  readonly title: string | null
  readonly email: string | null
  readonly passwordHash: string
  readonly roles: readonly Role[]
  readonly at: string
}

/** False when the username is taken; then nothing is written. */
export async function insertAccount(tx: Tx, row: NewAccount): Promise<boolean> {
  const user = await sql`
    insert into auth_user (id, name, email, "emailVerified", username, "displayUsername")
    values (${row.authUserId}, ${row.name}, ${`${row.authUserId}@account.invalid`}, true,
      ${row.username.toLowerCase()}, ${row.username})
    on conflict (username) do nothing`.execute(tx)
  if (user.numAffectedRows !== 1n) return false
  await sql`insert into auth_account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${row.id}, ${row.authUserId}, 'credential', ${row.authUserId}, ${row.passwordHash}, clock_timestamp())`.execute(
    tx,
  )
  await tx
    .insertInto('account')
    .values({
      id: row.id,
      auth_user_id: row.authUserId,
      username: row.username,
      name: row.name,
      body_id: row.bodyId,
      title: row.title,
      email: row.email,
      made_at: row.at,
    })
    .execute()
  await replaceRoles(tx, row.id, row.roles)
  return true
}

export async function replaceRoles(tx: Tx, accountId: string, roles: readonly Role[]): Promise<void> {
  await tx.deleteFrom('account_role').where('account_id', '=', accountId).execute()
  if (roles.length === 0) return
  await tx
    .insertInto('account_role')
    .values(roles.map((role) => ({ account_id: accountId, role })))
    .execute()
}

/** False when the version is no longer the newest. */
export async function updateAccount(
  tx: Tx,
  account: Pick<Account, 'id' | 'name' | 'bodyId' | 'title' | 'email' | 'state' | 'version'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('account')
    .set({
      name: account.name,
      body_id: account.bodyId,
      title: account.title,
      email: account.email,
      state: account.state,
      version: account.version + 1,
    })
    .where('id', '=', account.id)
    .where('version', '=', account.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** A new password ends every session of the account. */
export async function updatePassword(tx: Tx, accountId: string, passwordHash: string): Promise<void> {
  await sql`update auth_account set password = ${passwordHash}, "updatedAt" = clock_timestamp()
    where "userId" = (select auth_user_id from account where id = ${accountId}) and "providerId" = 'credential'`.execute(
    tx,
  )
  await endSessions(tx, accountId)
}

export async function endSessions(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from auth_session where "userId" = (select auth_user_id from account where id = ${accountId})`.execute(
    tx,
  )
}

export async function countFailures(db: Db, username: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from sign_in_failure
    where username = ${username} and failed_at > clock_timestamp() - interval '15 minutes'`.execute(db)
  return rows[0]?.count ?? 0
}

export async function insertFailure(tx: Tx, username: string): Promise<void> {
  await tx.insertInto('sign_in_failure').values({ username }).execute()
}

export async function deleteFailures(tx: Tx, username: string): Promise<void> {
  await tx.deleteFrom('sign_in_failure').where('username', '=', username).execute()
}
