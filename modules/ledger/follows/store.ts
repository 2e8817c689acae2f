import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import { counted } from '../store/task-list.ts'

/** What is followed: a task, or a clause with all its tasks. */
export interface Followed {
  readonly kind: 'task' | 'clause'
  readonly id: string
}

interface Follow extends Followed {
  readonly accountId: string
}

/** False when it was followed already. */
export async function insertFollow(tx: Tx, { accountId, kind, id, at }: Follow & { at: string }): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into ledger_follow (account_id, task_id, measure_id, followed_at)
    values (${accountId}, ${kind === 'task' ? id : null}, ${kind === 'clause' ? id : null}, ${at})
    on conflict do nothing`.execute(tx)
  return numAffectedRows === 1n
}

/** False when it was not followed. */
export async function deleteFollow(tx: Tx, { accountId, kind, id }: Follow): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('ledger_follow')
    .where('account_id', '=', accountId)
    .where(kind === 'task' ? 'task_id' : 'measure_id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** What an account follows, the newest first. */
export async function listFollows(db: Db, accountId: string): Promise<readonly Followed[]> {
  const { rows } = await sql<Followed>`select case when task_id is null then 'clause' else 'task' end as kind,
      coalesce(task_id, measure_id) as id
    from ledger_follow where account_id = ${accountId} order by followed_at desc, id`.execute(db)
  return rows
}

/** Accounts that follow the task or its clause, each once; whoever made the change is left out. */
export async function listFollowers(
  db: Db,
  { taskId, measureId, by }: { readonly taskId: string; readonly measureId: string; readonly by: string | null },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select distinct account_id as id from ledger_follow
    where (task_id = ${taskId} or measure_id = ${measureId}) and account_id is distinct from ${by}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Accounts that follow something of a document, each with one task of it that stands for all, one that still counts first. */
export async function listFollowersOfDocument(
  db: Db,
  { documentId, by }: { readonly documentId: string; readonly by: string | null },
): Promise<readonly { accountId: string; taskId: string }[]> {
  const { rows } = await sql<{ accountId: string; taskId: string }>`
    select distinct on (f.account_id) f.account_id as "accountId", t.id as "taskId"
    from ledger_follow f join ledger_task t on t.id = f.task_id or t.measure_id = f.measure_id
      join ledger_measure m on m.id = t.measure_id
    where m.document_id = ${documentId} and t.state <> 'draft' and f.account_id is distinct from ${by}
    order by f.account_id, ${counted} desc, (t.id = f.task_id) desc nulls last, t.parent_id nulls first, t.id`.execute(
    db,
  )
  return rows
}
