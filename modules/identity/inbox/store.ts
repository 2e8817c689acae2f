import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

export interface Message {
  readonly id: string
  /** The order of writing. */
  readonly number: number
  readonly title: string
  readonly body: string
  readonly href: string | null
  readonly writtenAt: string
  readonly readAt: string | null
}

export interface NewMessage {
  readonly accountIds: readonly string[]
  readonly template: string
  readonly title: string
  readonly body: string
  readonly href: string | null
  readonly onceKey: string | null
  readonly at: string
}

/** One message for each account that is open; those that were told under the same key are left out. Gives the new ids. */
export async function insertMessages(tx: Tx, message: NewMessage): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    insert into inbox_message (id, account_id, template, title, body, href, once_key, written_at)
    select gen_random_uuid(), a.id, ${message.template}, ${message.title}, ${message.body}, ${message.href},
      ${message.onceKey}, ${message.at}::timestamptz
    from account a where a.id = any(${message.accountIds}::uuid[]) and a.state = 'active'
    on conflict on constraint inbox_message_once do nothing returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

/** Active officers and heads of the bodies, and of no body below them. */
export async function findAccountsOfBodies(db: Db, bodyIds: readonly string[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct a.id from account a join account_role r on r.account_id = a.id
    where a.body_id = any(${bodyIds}::uuid[]) and a.state = 'active' and r.role in ('officer', 'head')`.execute(db)
  return rows.map(({ id }) => id)
}

export async function findAccountsOfRole(db: Db, role: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select a.id from account a join account_role r on r.account_id = a.id
    where a.state = 'active' and r.role = ${role}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function listMessages(
  db: Db,
  accountId: string,
  page: { before: number | null; limit: number },
): Promise<readonly Message[]> {
  let query = db
    .selectFrom('inbox_message')
    .select(['id', 'number', 'title', 'body', 'href', 'written_at as writtenAt', 'read_at as readAt'])
    .where('account_id', '=', accountId)
  if (page.before !== null) query = query.where('number', '<', page.before)
  return query.orderBy('number', 'desc').limit(page.limit).execute()
}

export async function countUnread(db: Db, accountId: string): Promise<number> {
  const row = await db
    .selectFrom('inbox_message')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('account_id', '=', accountId)
    .where('read_at', 'is', null)
    .executeTakeFirst()
  return row?.count ?? 0
}

/** Marks messages of the account as read; without ids all of them. */
export async function markRead(
  tx: Tx,
  read: { accountId: string; ids: readonly string[] | null; at: string },
): Promise<void> {
  let query = tx
    .updateTable('inbox_message')
    .set({ read_at: read.at })
    .where('account_id', '=', read.accountId)
    .where('read_at', 'is', null)
  if (read.ids !== null)
    query = query.where('id', 'in', read.ids.length > 0 ? [...read.ids] : ['00000000-0000-0000-0000-000000000000'])
  await query.execute()
}

export interface Channel {
  readonly id: string
  readonly kind: 'mail' | 'webhook'
  readonly target: string
}

export async function listChannels(db: Db, accountId: string): Promise<readonly Channel[]> {
  const rows = await db
    .selectFrom('inbox_channel')
    .select(['id', 'kind', 'target'])
    .where('account_id', '=', accountId)
    .orderBy('kind')
    .execute()
  return rows.map((row) => ({ ...row, kind: row.kind as Channel['kind'] }))
}

export async function insertChannel(tx: Tx, row: Channel & { accountId: string; secret: string }): Promise<void> {
  await tx
    .insertInto('inbox_channel')
    .values({ id: row.id, account_id: row.accountId, kind: row.kind, target: row.target, secret: row.secret })
    .onConflict((conflict) => conflict.constraint('inbox_channel_once').doNothing())
    .execute()
}

export async function deleteChannel(tx: Tx, accountId: string, id: string): Promise<void> {
  await tx.deleteFrom('inbox_channel').where('id', '=', id).where('account_id', '=', accountId).execute()
}

export interface Waiting {
  readonly messageId: string
  readonly title: string
  readonly body: string
  readonly href: string | null
  readonly channelId: string
  readonly kind: 'mail' | 'webhook'
  readonly target: string
  readonly secret: string
}

/** Messages with the open channels of their account by which they have not gone out yet. */
export async function listWaiting(db: Db, messageIds: readonly string[]): Promise<readonly Waiting[]> {
  const { rows } = await sql<Waiting>`
    select m.id as "messageId", m.title, m.body, m.href, c.id as "channelId", c.kind, c.target, c.secret
    from inbox_message m join inbox_channel c on c.account_id = m.account_id
    where m.id = any(${messageIds}::uuid[]) and not exists (
      select 1 from inbox_delivery d where d.message_id = m.id and d.channel_id = c.id and d.state = 'sent')
    order by m.id, c.id`.execute(db)
  return rows
}

export async function insertDelivery(
  tx: Tx | Db,
  row: { id: string; messageId: string; channelId: string; kind: string; fault: string | null },
): Promise<void> {
  await tx
    .insertInto('inbox_delivery')
    .values({
      id: row.id,
      message_id: row.messageId,
      channel_id: row.channelId,
      kind: row.kind,
      state: row.fault === null ? 'sent' : 'failed',
      fault: row.fault,
    })
    .execute()
}

export interface Delivery {
  readonly id: string
  readonly title: string
  readonly account: string
  readonly kind: string
  readonly state: string
  readonly fault: string | null
  readonly triedAt: string
}

export async function listDeliveries(db: Db, limit: number): Promise<readonly Delivery[]> {
  const { rows } = await sql<Delivery>`
    select d.id, m.title, a.name as account, d.kind, d.state, d.fault, d.tried_at as "triedAt"
    from inbox_delivery d join inbox_message m on m.id = d.message_id join account a on a.id = m.account_id
    order by d.tried_at desc limit ${limit}`.execute(db)
  return rows
}

export async function deleteDeliveries(db: Db, olderThanDays: number): Promise<void> {
  await sql`delete from inbox_delivery where tried_at < now() - make_interval(days => ${olderThanDays})`.execute(db)
}

export async function findTemplate(
  db: Db,
  key: string,
): Promise<{ title: string; body: string; version: number } | undefined> {
  return db.selectFrom('inbox_template').select(['title', 'body', 'version']).where('key', '=', key).executeTakeFirst()
}

/** False when the version that was seen is no longer the newest. */
export async function upsertTemplate(
  tx: Tx,
  row: { key: string; title: string; body: string; version: number },
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into inbox_template (key, title, body) values (${row.key}, ${row.title}, ${row.body})
    on conflict (key) do update set title = excluded.title, body = excluded.body, version = inbox_template.version + 1
    where inbox_template.version = ${row.version}`.execute(tx)
  return numAffectedRows === 1n
}
