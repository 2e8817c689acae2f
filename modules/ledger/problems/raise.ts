import type { Ctx, Tx } from '@guangyue/platform/db'
import { insertProblemEvents, insertProblems, type NewProblem } from './store.ts'

/**
 * Puts problems on the list, within the caller's transaction, which also audits. The same report or finding raises one
 * problem however often this is called; one by hand has the id that its screen made. Returns the ids of those that are new.
 */
export async function raiseProblems(
  ctx: Ctx,
  tx: Tx,
  problems: readonly Omit<NewProblem, 'id' | 'raisedName' | 'raisedOn'>[],
): Promise<readonly string[]> {
  if (problems.length === 0) return []
  const rows = problems.map((problem) => ({
    ...problem,
    id: problem.source === 'hand' && problem.sourceId !== null ? problem.sourceId : ctx.newId(),
    raisedName: ctx.actor.name,
    raisedOn: ctx.today,
  }))
  const ids = await insertProblems(tx, rows)
  await insertProblemEvents(
    tx,
    rows.flatMap(({ id, text }) =>
      ids.includes(id)
        ? [
            {
              problemId: id,
              at: ctx.now,
              step: 'raise',
              actorId: ctx.actor.accountId,
              actorName: ctx.actor.name,
              words: text,
            },
          ]
        : [],
    ),
  )
  return ids
}
