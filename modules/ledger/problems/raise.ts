import type { Ctx, Tx } from '@guangyue/platform/db'
import { stepBy } from '../service/history.ts'
import { insertSteps } from '../store/history.ts'
import { type ProblemStep, problemSteps } from './model.ts'
import { insertProblems, moveProblem, type NewProblem, rewordProblem } from './store.ts'

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
  const raised = rows.filter(({ id }) => ids.includes(id))
  await insertSteps(
    tx,
    'problem',
    raised.map(({ id, text }) => ({ id, step: 'raise', words: text, ...stepBy(ctx) })),
  )
  return ids
}

interface Reworded {
  readonly sourceId: string
  readonly text: string
  readonly helpWanted: string | null
}

/**
 * A report that was returned and signed again says of its problem what it says now, within the caller's transaction,
 * which also audits; the words before stay in the problem's history. One that has been solved or dropped stays as it is.
 */
export async function rewordRaised(ctx: Ctx, tx: Tx, report: Reworded): Promise<void> {
  const done = await rewordProblem(tx, report)
  if (!done) return
  const words = `原为：${done.before}`
  await insertSteps(tx, 'problem', [{ id: done.id, step: 'reword', words, ...stepBy(ctx) }])
}

interface Following {
  readonly source: 'finding'
  readonly sourceId: string
  readonly step: ProblemStep
  readonly words: string
  /** A new day; the old one stands unless given. */
  readonly due: string | undefined
}

/**
 * The problem that a finding raised takes the step that the finding took, within the caller's transaction, which also
 * audits. A finding that raised none leaves everything as it is.
 */
export async function followProblem(
  ctx: Ctx,
  tx: Tx,
  { source, sourceId, step, words, due }: Following,
): Promise<void> {
  const state = problemSteps[step].to
  const solvedOn = state === 'solved' ? ctx.today : null
  const id = await moveProblem(tx, { source, sourceId, state, solvedOn, due })
  if (id === undefined) return
  await insertSteps(tx, 'problem', [{ id, step, words: words || null, ...stepBy(ctx) }])
}
