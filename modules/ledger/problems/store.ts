import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { ProblemState } from './model.ts'

export interface NewProblem {
  readonly id: string
  readonly taskId: string | null
  /** The unit that has to solve it. */
  readonly bodyId: string
  readonly source: 'report' | 'finding' | 'hand'
  readonly sourceId: string | null
  readonly text: string
  readonly helpWanted: string | null
  readonly raisedBodyId: string | null
  readonly raisedName: string
  readonly raisedOn: string
  readonly due: string | null
}

/** Stores problems; returns the ids stored. One whose report or finding has raised a problem before is left out. */
export async function insertProblems(tx: Tx, problems: readonly NewProblem[]): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`insert into ledger_problem (id, task_id, body_id, source, source_id, text,
      help_wanted, raised_body_id, raised_name, raised_on, due)
    select id, "taskId", "bodyId", source, "sourceId", text, "helpWanted", "raisedBodyId", "raisedName", "raisedOn", due
    from jsonb_to_recordset(${JSON.stringify(problems)}::jsonb) as v(id uuid, "taskId" uuid, "bodyId" uuid, source text,
      "sourceId" uuid, text text, "helpWanted" text, "raisedBodyId" uuid, "raisedName" text, "raisedOn" date, due date)
    on conflict do nothing returning id`.execute(tx)
  return rows.map(({ id }) => id)
}

export interface Reworded {
  readonly id: string
  /** What the problem said before. */
  readonly before: string
}

/** The problem that a report raised says what the report says now, while nobody has ended it; undefined when it does already. */
export async function rewordProblem(
  tx: Tx,
  { sourceId, text, helpWanted }: Pick<NewProblem, 'text' | 'helpWanted'> & { readonly sourceId: string },
): Promise<Reworded | undefined> {
  const { rows } = await sql<Reworded>`update ledger_problem b set text = ${text}, help_wanted = ${helpWanted},
      version = b.version + 1
    from (select id, text from ledger_problem where source = 'report' and source_id = ${sourceId} for update) old
    where b.id = old.id and b.state in ('open', 'in-hand')
      and (b.text <> ${text} or b.help_wanted is distinct from ${helpWanted})
    returning b.id, old.text as before`.execute(tx)
  return rows[0]
}

/** Moves the problem of a source to a state; its id, or undefined when the source raised none. */
export async function moveProblem(
  tx: Tx,
  to: {
    readonly source: string
    readonly sourceId: string
    readonly state: ProblemState
    readonly solvedOn: string | null
    readonly due: string | undefined
  },
): Promise<string | undefined> {
  const row = await tx
    .updateTable('ledger_problem')
    .set((eb) => ({
      state: to.state,
      solved_on: to.solvedOn,
      ...(to.due !== undefined && { due: to.due }),
      version: eb('version', '+', 1),
    }))
    .where('source', '=', to.source)
    .where('source_id', '=', to.sourceId)
    .returning('id')
    .executeTakeFirst()
  return row?.id
}

/** The id of the problem that a report or finding raised. */
export async function findProblemOf(
  db: Db,
  { source, sourceId }: { readonly source: string; readonly sourceId: string },
): Promise<string | undefined> {
  const row = await db
    .selectFrom('ledger_problem')
    .select('id')
    .where('source', '=', source)
    .where('source_id', '=', sourceId)
    .executeTakeFirst()
  return row?.id
}
