import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { Answers } from './form.ts'
import type { Party } from './model.ts'

/** Filled in by the applicant, or by a clerk for who came to the window. */
export type DraftPlace = 'online' | 'window'

export interface Draft {
  readonly id: string
  readonly accountId: string
  readonly itemCode: string
  /** As typed, right or wrong. */
  readonly content: { readonly place: DraftPlace; readonly party: Party; readonly answers: Answers }
  readonly version: number
  readonly savedAt: string
}

const columns = sql`id, account_id as "accountId", item_code as "itemCode", content, version, saved_at as "savedAt"`

export async function findDraft(db: Db, id: string): Promise<Draft | undefined> {
  const { rows } = await sql<Draft>`select ${columns} from case_draft where id = ${id}`.execute(db)
  return rows[0]
}

/** Newest first. */
export async function listDrafts(db: Db, accountId: string): Promise<readonly Draft[]> {
  const { rows } = await sql<Draft>`select ${columns} from case_draft where account_id = ${accountId}
    order by saved_at desc, id`.execute(db)
  return rows
}

/** Writes a draft over the version that was seen (0: a new one); false when that is no longer the newest. */
export async function putDraft(
  tx: Tx,
  { id, accountId, itemCode, content, version, savedAt }: Draft,
): Promise<boolean> {
  const result = await sql`insert into case_draft (id, account_id, item_code, content, version, saved_at)
    values (${id}, ${accountId}, ${itemCode}, ${JSON.stringify(content)}::jsonb, 1, ${savedAt}::timestamptz)
    on conflict (id) do update set content = excluded.content, version = case_draft.version + 1, saved_at = excluded.saved_at
    where case_draft.account_id = excluded.account_id and case_draft.version = ${version}`.execute(tx)
  return result.numAffectedRows === 1n
}

export async function deleteDraft(tx: Tx, { id, accountId }: Pick<Draft, 'id' | 'accountId'>): Promise<boolean> {
  const result = await tx
    .deleteFrom('case_draft')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return result.numDeletedRows === 1n
}
