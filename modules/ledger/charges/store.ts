import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

export interface ChargeRow {
  readonly bodyId: string
  readonly post: string
}

export async function listCharges(db: Db): Promise<readonly ChargeRow[]> {
  const { rows } = await sql<ChargeRow>`select body_id as "bodyId", post from ledger_charge order by post`.execute(db)
  return rows
}

export async function listHolders(db: Db): Promise<readonly { post: string; accountId: string }[]> {
  const { rows } = await sql<{ post: string; accountId: string }>`select post, account_id as "accountId"
    from ledger_post_holder order by post`.execute(db)
  return rows
}

/** A post and the accounts that hold it. */
export interface Post {
  readonly post: string
  readonly accountIds: readonly string[]
}

const holders = sql`array(select h.account_id from ledger_post_holder h where h.post = c.post order by h.account_id)`

/** The posts in charge of these bodies; a body that nobody is in charge of is absent. */
export async function listPostsAbove(
  db: Db,
  bodyIds: readonly string[],
): Promise<readonly (Post & { readonly bodyId: string })[]> {
  const { rows } = await sql<Post & { bodyId: string }>`select c.body_id as "bodyId", c.post, ${holders} as "accountIds"
    from ledger_charge c where c.body_id = any(${bodyIds}::uuid[]) order by c.post, c.body_id`.execute(db)
  return rows
}

/** The posts that command these indicators, each once. */
export async function listPostsCommanding(db: Db, indicators: readonly string[]): Promise<readonly Post[]> {
  const { rows } = await sql<Post>`select c.post, ${holders} as "accountIds" from (select distinct ${commander} as post
      from ledger_indicator i where i.key = any(${indicators}::text[])) c
    where c.post is not null order by c.post`.execute(db)
  return rows
}

/** The posts that an account holds. */
export async function listPostsHeld(db: Db, accountId: string | null): Promise<readonly string[]> {
  const { rows } = await sql<{ post: string }>`select post from ledger_post_holder where account_id = ${accountId}
    order by post`.execute(db)
  return rows.map(({ post }) => post)
}

/** Whoever changes who is in charge does so alone until the transaction ends; reading goes on. */
export async function lockCharges(tx: Tx): Promise<void> {
  await sql`lock table ledger_charge in share row exclusive mode`.execute(tx)
}

/** Puts the bodies under the post and takes others out of it. */
export async function replaceCharge(tx: Tx, { post, bodyIds }: { post: string; bodyIds: readonly string[] }) {
  await sql`delete from ledger_charge where post = ${post} and body_id <> all(${bodyIds}::uuid[])`.execute(tx)
  await sql`insert into ledger_charge (body_id, post) select b, ${post} from unnest(${bodyIds}::uuid[]) b
    on conflict (body_id) do update set post = excluded.post`.execute(tx)
}

export async function replaceHolders(tx: Tx, { post, accountIds }: { post: string; accountIds: readonly string[] }) {
  await sql`delete from ledger_post_holder where post = ${post}`.execute(tx)
  await sql`insert into ledger_post_holder (post, account_id)
    select distinct ${post}, a from unnest(${accountIds}::uuid[]) a`.execute(tx)
}

export interface CommanderRow {
  readonly key: string
  readonly name: string
  readonly post: string | null
  readonly named: boolean
}

/**
 * Who commands an indicator `i`: the post that the office named, else the post in charge of the body that leads most
 * tasks of its chapters (聊政发〔2021〕7号 四（一）: the deputy mayor in charge of the lead department).
 */
const commander = sql`coalesce(i.commander_post, (
      select c.post from ledger_measure m join ledger_document d on d.id = m.document_id and d.folded = i.folded
        join ledger_task t on t.measure_id = m.id and t.state <> 'draft' and t.parent_id is null
        join ledger_task_party p on p.task_id = t.id and p.role = 'lead' and p.ordinal = 0
        join ledger_charge c on c.body_id = p.body_id
      where exists (select from unnest(i.chapters) chapter where m.path_key like chapter || '/%')
      group by c.post order by count(*) desc, c.post limit 1))`

/** Every indicator in its order with the post that commands it. */
export async function listCommanders(db: Db): Promise<readonly CommanderRow[]> {
  const { rows } = await sql<CommanderRow>`select i.key, i.name, ${commander} as post,
      i.commander_post is not null as named
    from ledger_indicator i order by i.position`.execute(db)
  return rows
}

/** The post that the office named for an indicator, locked until the transaction ends; undefined for no indicator. */
export async function lockNamed(tx: Tx, key: string): Promise<{ readonly post: string | null } | undefined> {
  const { rows } = await sql<{ post: string | null }>`select commander_post as post from ledger_indicator
    where key = ${key} for update`.execute(tx)
  return rows[0]
}

export async function updateCommander(tx: Tx, { key, post }: { key: string; post: string | null }): Promise<void> {
  await tx.updateTable('ledger_indicator').set({ commander_post: post }).where('key', '=', key).execute()
}
