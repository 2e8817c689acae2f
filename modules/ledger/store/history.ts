import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** Things whose every step is kept: each has a table of its own, to which rows are only added. */
export type Kept = 'report' | 'finding' | 'problem'

export interface KeptStep {
  readonly at: string
  readonly step: string
  readonly actorId: string | null
  readonly actorName: string
  readonly words: string | null
}

export type NewStep = KeptStep & { readonly id: string }

export async function insertSteps(tx: Tx, kind: Kept, steps: readonly NewStep[]): Promise<void> {
  await sql`insert into ${sql.table(`ledger_${kind}_event`)} (${sql.ref(`${kind}_id`)}, at, step, actor_id, actor_name, words)
    select id, at, step, "actorId", "actorName", words from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb)
      as v(id uuid, at timestamptz, step text, "actorId" uuid, "actorName" text, words text)`.execute(tx)
}

/** The steps of one thing, oldest first. */
export async function listSteps(db: Db, kind: Kept, id: string): Promise<readonly KeptStep[]> {
  const { rows } = await sql<KeptStep>`select at, step, actor_id as "actorId", actor_name as "actorName", words
    from ${sql.table(`ledger_${kind}_event`)} where ${sql.ref(`${kind}_id`)} = ${id} order by id`.execute(db)
  return rows
}
