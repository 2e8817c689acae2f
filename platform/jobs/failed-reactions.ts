import type pg from 'pg'
import type { Ctx } from '../db/index.ts'

/** Published in the city when a reaction has used up its tries; whoever keeps the system running is to be told. */
export const REACTION_FAILED = 'jobs.reaction-failed'

export interface FailedReaction {
  readonly id: string
  /** The event that was reacted to, and the module that should have. */
  readonly event: string
  readonly module: string
  readonly fault: string
  readonly tries: number
  /** ISO instant of the last try. */
  readonly failedAt: string
}

const failed = "task_identifier = 'react' and attempts >= max_attempts and locked_at is null"

/** Reactions of a city that are tried no more, the newest first; 200 at most. */
export async function listFailedReactions(owner: pg.Pool, city: string): Promise<readonly FailedReaction[]> {
  const { rows } = await owner.query<FailedReaction>(
    `select id::text, split_part(key, '/', 2) as module, split_part(key, '/', 3) as event,
       coalesce(last_error, '') as fault, attempts as tries, updated_at as "failedAt"
     from graphile_worker.jobs where ${failed} and split_part(key, '/', 1) = $1 order by updated_at desc limit 200`,
    [city],
  )
  return rows
}

/** How many reactions of all cities are tried no more. */
export async function countFailedReactions(owner: pg.Pool): Promise<number> {
  const { rows } = await owner.query<{ count: number }>(
    `select count(*)::int as count from graphile_worker.jobs where ${failed}`,
  )
  return rows[0]?.count ?? 0
}

/** Gives a failed reaction of the city all its tries again, at once. False when there is none of this id. */
export async function retryReaction(owner: pg.Pool, of: { city: string; id: string }): Promise<boolean> {
  const { rowCount } = await owner.query(
    `select graphile_worker.reschedule_jobs(array_agg(id), run_at := now(), attempts := 0)
     from graphile_worker.jobs where ${failed} and id = $1 and split_part(key, '/', 1) = $2 having count(*) > 0`,
    [of.id, of.city],
  )
  return rowCount === 1
}

/** Tells the city that a reaction is tried no more; of a failed telling itself nothing is told. */
export async function tellFailed(ctx: Ctx, reaction: { event: string; module: string }): Promise<void> {
  if (reaction.event === REACTION_FAILED) return
  await ctx.transact((tx) => ctx.publish(tx, { name: REACTION_FAILED, payload: reaction }))
}
