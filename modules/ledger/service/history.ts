import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import { insertSteps, type Kept, listSteps } from '../store/history.ts'

interface Step {
  readonly kind: Kept
  readonly id: string
  readonly step: string
  /** The state before the step. */
  readonly state: string
  readonly words: string | null
}

/** Keeps a step in the history of a thing and in the audit, within the caller's transaction. */
export async function recordStep(ctx: Ctx, tx: Tx, { kind, id, step, state, words }: Step): Promise<void> {
  await insertSteps(tx, kind, [{ id, step, words, ...stepBy(ctx) }])
  await ctx.audit(tx, `ledger.${kind}-${step}`, {
    thing: `${kind}/${id}`,
    before: { state },
    reason: words ?? undefined,
  })
}

/** Who takes a step now. */
export function stepBy(ctx: Ctx) {
  return { at: ctx.now, actorId: ctx.actor.accountId, actorName: ctx.actor.name }
}

/** The history of a thing as it is shown; a step without a label keeps its name. */
export async function historyOf(
  db: Db,
  { kind, id, labels }: { readonly kind: Kept; readonly id: string; readonly labels: Readonly<Record<string, string>> },
) {
  return (await listSteps(db, kind, id)).map(({ at, step, actorName, words }) => ({
    at,
    step,
    label: labels[step] ?? step,
    who: actorName,
    words,
  }))
}
