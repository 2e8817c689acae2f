import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { ProblemState } from './model.ts'

export interface Problem {
  readonly id: string
  readonly taskId: string | null
  readonly title: string | null
  readonly documentId: string | null
  readonly path: readonly string[]
  readonly bodyId: string
  readonly source: 'report' | 'finding' | 'hand'
  readonly sourceId: string | null
  readonly text: string
  readonly helpWanted: string | null
  readonly raisedBodyId: string | null
  readonly raisedName: string
  readonly raisedOn: PlainDate
  readonly due: PlainDate | null
  readonly state: ProblemState
  readonly solvedOn: PlainDate | null
  readonly version: number
}

export interface ProblemFilter {
  readonly ids?: readonly string[]
  readonly bodyId?: string | undefined
  readonly taskId?: string | undefined
  readonly documentId?: string | undefined
  readonly states?: readonly ProblemState[]
  /** Due before that day. */
  readonly dueBefore?: string
  /** Of these bodies, raised by them, of tasks that they lead, or with a remedy of theirs; null for all. */
  readonly reach: readonly string[] | null
}

const from = sql`ledger_problem b left join ledger_task t on t.id = b.task_id left join ledger_measure m on m.id = t.measure_id`
const columns = sql`b.id, b.task_id as "taskId", t.title, m.document_id as "documentId", coalesce(m.path, '{}') as path,
  b.body_id as "bodyId", b.source, b.source_id as "sourceId", b.text, b.help_wanted as "helpWanted",
  b.raised_body_id as "raisedBodyId", b.raised_name as "raisedName", b.raised_on as "raisedOn", b.due, b.state,
  b.solved_on as "solvedOn", b.version`

/** Those that wait first, then newest first. */
export async function listProblems(db: Db, filter: ProblemFilter): Promise<readonly Problem[]> {
  const { rows } = await sql<Problem>`select ${columns} from ${from}
    where (${filter.ids ?? null}::uuid[] is null or b.id = any(${filter.ids ?? null}::uuid[]))
      and (${filter.bodyId ?? null}::uuid is null or b.body_id = ${filter.bodyId ?? null})
      and (${filter.taskId ?? null}::uuid is null or b.task_id = ${filter.taskId ?? null})
      and (${filter.documentId ?? null}::uuid is null or m.document_id = ${filter.documentId ?? null})
      and (${filter.states ?? null}::text[] is null or b.state = any(${filter.states ?? null}::text[]))
      and (${filter.dueBefore ?? null}::date is null or b.due < ${filter.dueBefore ?? null})
      and (${filter.reach}::uuid[] is null or b.body_id = any(${filter.reach}::uuid[])
        or b.raised_body_id = any(${filter.reach}::uuid[]) or exists (select from ledger_task_party p
          where p.task_id = b.task_id and p.role = 'lead' and p.body_id = any(${filter.reach}::uuid[]))
        or exists (select from ledger_remedy r where r.problem_id = b.id and r.body_id = any(${filter.reach}::uuid[])))
    order by array_position(array['reported', 'open', 'in-hand', 'solved', 'dropped'], b.state), b.raised_on desc, b.id
    limit 5000`.execute(db)
  return rows
}

/** One problem, locked until the transaction ends. */
export async function lockProblem(tx: Tx, id: string): Promise<Problem | undefined> {
  const { rows } = await sql<Problem>`select ${columns} from ${from} where b.id = ${id} for update of b`.execute(tx)
  return rows[0]
}

/** Changes one problem, which the caller has locked; its version is the next one. */
export async function updateProblem(
  tx: Tx,
  change: {
    readonly id: string
    readonly state: ProblemState
    readonly solvedOn: string | null
    readonly due?: string | null
  },
): Promise<void> {
  await tx
    .updateTable('ledger_problem')
    .set((eb) => ({
      state: change.state,
      solved_on: change.solvedOn,
      ...(change.due !== undefined && { due: change.due }),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', change.id)
    .execute()
}

export interface Remedy {
  readonly id: string
  readonly problemId: string
  readonly bodyId: string
  readonly text: string
  readonly due: PlainDate | null
  readonly doneOn: PlainDate | null
  readonly doneWords: string | null
  readonly version: number
}

export async function listRemedies(db: Db, problemIds: readonly string[]): Promise<readonly Remedy[]> {
  const { rows } = await sql<Remedy>`select id, problem_id as "problemId", body_id as "bodyId", text, due,
      done_on as "doneOn", done_words as "doneWords", version from ledger_remedy
    where problem_id = any(${problemIds}::uuid[]) order by problem_id, due nulls last, id`.execute(db)
  return rows
}

/** False when there is one of this id already. */
export async function insertRemedy(
  tx: Tx,
  remedy: Pick<Remedy, 'id' | 'problemId' | 'bodyId' | 'text'> & { readonly due: string | null },
): Promise<boolean> {
  const result = await tx
    .insertInto('ledger_remedy')
    .values({
      id: remedy.id,
      problem_id: remedy.problemId,
      body_id: remedy.bodyId,
      text: remedy.text,
      due: remedy.due,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return result.numInsertedOrUpdatedRows === 1n
}

export async function finishRemedy(
  tx: Tx,
  {
    id,
    problemId,
    on,
    words,
  }: { readonly id: string; readonly problemId: string; readonly on: string; readonly words: string },
): Promise<boolean> {
  const result = await tx
    .updateTable('ledger_remedy')
    .set((eb) => ({ done_on: on, done_words: words, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('problem_id', '=', problemId)
    .where('done_on', 'is', null)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}
