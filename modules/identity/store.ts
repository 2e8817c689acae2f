import type { Role } from '@guangyue/platform/access'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Account, Duty } from './model.ts'

const accountColumns = sql<Account>`
  select a.id, a.username, a.name, a.body_id as "bodyId", a.title, a.email, a.state, a.version,
    a.must_change_password as "mustChangePassword",
    exists (select 1 from auth_user u where u.id = a.auth_user_id and u."twoFactorEnabled") as "codeOn",
    coalesce((select json_agg(role order by role) from account_role where account_id = a.id), '[]') as roles
  from account a`

export async function listAccounts(db: Db): Promise<readonly Account[]> {
  const { rows } = await sql<Account>`${accountColumns} order by a.state, a.name collate "zh-x-icu"`.execute(db)
  return rows
}

/** Actors of the demonstration whose password still stands on the sign-in page. */
export async function listInvented(db: Db): Promise<readonly Account[]> {
  const { rows } = await sql<Account>`
    ${accountColumns} where a.invented and a.state = 'active' order by a.name collate "zh-x-icu"`.execute(db)
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
  readonly duty: Duty | null
}

/** The active account of a signed-in user with its roles and the bodies below its own. */
export async function findActor(
  db: Db,
  who: { readonly authUserId: string } | { readonly accountId: string },
): Promise<ActorRow | undefined> {
  const one = 'accountId' in who ? sql`id = ${who.accountId}::uuid` : sql`auth_user_id = ${who.authUserId}::uuid`
  const { rows } = await sql<ActorRow>`
    with recursive own as (select * from account where ${one} and state = 'active'),
    below as (
      select body_id as id from own where body_id is not null
      union select b.id from body b join below on b.parent_id = below.id)
    select o.id, o.name, o.body_id as "bodyId",
      coalesce((select json_agg(role) from account_role where account_id = o.id), '[]') as roles,
      coalesce((select json_agg(id) from below), '[]') as bodies,
      case when o.must_change_password then 'change-password'
        when exists (select 1 from account_role r, sign_in_rule s where r.account_id = o.id and r.role = any(s.code_roles))
          and not exists (select 1 from auth_user u where u.id = o.auth_user_id and u."twoFactorEnabled")
        then 'set-up-code' end as duty
    from own o`.execute(db)
  return rows[0]
}

/** Every active account as it acts, by username. */
export async function listActors(db: Db): Promise<readonly (Omit<ActorRow, 'duty'> & { username: string })[]> {
  const { rows } = await sql<Omit<ActorRow, 'duty'> & { username: string }>`
    with recursive below as (
      select a.id as account, a.body_id as id from account a where a.state = 'active' and a.body_id is not null
      union select w.account, b.id from body b join below w on b.parent_id = w.id)
    select a.id, a.username, a.name, a.body_id as "bodyId",
      coalesce((select json_agg(role order by role) from account_role where account_id = a.id), '[]') as roles,
      coalesce((select json_agg(w.id order by w.id) from below w where w.account = a.id), '[]') as bodies
    from account a where a.state = 'active' order by a.username`.execute(db)
  return rows
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
  readonly mustChangePassword: boolean
  readonly invented: boolean
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
      must_change_password: row.mustChangePassword,
      invented: row.invented,
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

/** A new password, and whether its owner has to change it; the account's sessions are the caller's to end. */
export async function updatePassword(
  tx: Tx,
  row: { accountId: string; passwordHash: string; mustChange: boolean },
): Promise<void> {
  await sql`update auth_account set password = ${row.passwordHash}, "updatedAt" = clock_timestamp()
    where "userId" = (select auth_user_id from account where id = ${row.accountId}) and "providerId" = 'credential'`.execute(
    tx,
  )
  await sql`update account set must_change_password = ${row.mustChange}, invented = false
    where id = ${row.accountId}`.execute(tx)
}

export async function findPasswordHash(db: Db, accountId: string): Promise<string | undefined> {
  const { rows } = await sql<{ password: string }>`select password from auth_account
    where "userId" = (select auth_user_id from account where id = ${accountId}) and "providerId" = 'credential'`.execute(
    db,
  )
  return rows[0]?.password
}

/** Ends the account's sessions, all but the one named. */
export async function endSessions(tx: Tx, accountId: string, but: string | null = null): Promise<void> {
  await sql`delete from auth_session where "userId" = (select auth_user_id from account where id = ${accountId})
    and id is distinct from ${but}::uuid`.execute(tx)
}

/** Takes the account's verifier and backup codes away. */
export async function deleteCode(tx: Tx, accountId: string): Promise<void> {
  await sql`delete from auth_two_factor where "userId" = (select auth_user_id from account where id = ${accountId})`.execute(
    tx,
  )
  await sql`update auth_user set "twoFactorEnabled" = false
    where id = (select auth_user_id from account where id = ${accountId})`.execute(tx)
}

/** Active accounts with the role; changes of who has it wait for one another until the transaction ends. */
export async function countHolders(tx: Tx, role: Role): Promise<number> {
  await sql`select pg_advisory_xact_lock(7024, hashtext(current_schema() || ${role}))`.execute(tx)
  const { rows } = await sql<{ count: number }>`select count(*) as count from account a
    join account_role r on r.account_id = a.id where r.role = ${role} and a.state = 'active'`.execute(tx)
  return rows[0]?.count ?? 0
}

export async function listPeopleOfRole(
  db: Db,
  role: Role,
): Promise<readonly { id: string; username: string; name: string; title: string | null; bodyId: string | null }[]> {
  return db
    .selectFrom('account as a')
    .innerJoin('account_role as r', 'r.account_id', 'a.id')
    .select(['a.id', 'a.username', 'a.name', 'a.title', 'a.body_id as bodyId'])
    .where('r.role', '=', role)
    .where('a.state', '=', 'active')
    .orderBy('a.username')
    .execute()
}

export async function findSignInRule(db: Db): Promise<{ codeRoles: readonly Role[]; version: number }> {
  const row = await db.selectFrom('sign_in_rule').select(['code_roles', 'version']).executeTakeFirstOrThrow()
  return { codeRoles: row.code_roles as readonly Role[], version: row.version }
}

/** False when the version is no longer the newest. */
export async function updateSignInRule(
  tx: Tx,
  rule: { codeRoles: readonly Role[]; version: number },
): Promise<boolean> {
  const result = await tx
    .updateTable('sign_in_rule')
    .set({ code_roles: [...rule.codeRoles], version: rule.version + 1 })
    .where('version', '=', rule.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
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
