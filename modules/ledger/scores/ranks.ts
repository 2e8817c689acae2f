import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { InputInvalid } from '@guangyue/platform/http'
import { PeriodUnknown } from '../dispatch/errors.ts'
import { findPeriod } from '../dispatch/store.ts'
import type { RankGoal } from '../store/documents.ts'
import { ScoresIssued } from './errors.ts'
import * as ranks from './rank-store.ts'
import * as store from './store.ts'

/** The rank that is asked for of an indicator that was there before. */
export function goalOf(goal: Omit<RankGoal, 'basis'> | null, before: number): number | null {
  if (goal === null) return null
  return before <= goal.within ? goal.reach : goal.otherwise
}

/** Where each indicator moved from and to in a period, with what was asked for; the scores of the period use it. */
export async function ranksView(ctx: Ctx, periodId: string) {
  ctx.require('ledger.score')
  const period = await findPeriod(ctx.db, periodId)
  if (!period) throw new PeriodUnknown()
  const stated = new Map((await ranks.listRanks(ctx.db, periodId)).map((rank) => [rank.key, rank]))
  return {
    period: { ...period },
    open: (await store.findIssue(ctx.db, periodId)) === undefined,
    items: (await ranks.listRanked(ctx.db)).map(({ key, name, goal }) => {
      const rank = stated.get(key)
      const wanted = rank ? goalOf(goal, rank.before) : null
      return {
        key,
        name,
        goal,
        stated: rank
          ? {
              id: rank.id,
              before: rank.before,
              rank: rank.rank,
              wanted,
              reached: wanted === null ? null : rank.rank <= wanted,
              source: rank.source,
              byName: rank.byName,
              at: rank.at,
            }
          : null,
      }
    }),
  }
}

export interface RankEntry {
  readonly key: string
  readonly before: number
  readonly rank: number
  readonly source: string
  /** The row that was seen; null where there was none. Undefined: from a sheet, which is told before. */
  readonly seen?: number | null
}

/**
 * The office states ranks of a period with where they are from; not after its scores are issued. What stands already is
 * not entered again. Refuses an indicator that is none, and (StaleVersion) one that was stated since it was seen.
 */
export async function stateRanks(
  ctx: Ctx,
  { periodId, entries }: { readonly periodId: string; readonly entries: readonly RankEntry[] },
): Promise<{ entered: number }> {
  ctx.require('ledger.score')
  return ctx.transact(async (tx) => {
    await store.holdPeriod(tx, periodId)
    if (!(await findPeriod(tx, periodId))) throw new PeriodUnknown()
    if (await store.findIssue(tx, periodId)) throw new ScoresIssued()
    const known = new Set((await ranks.listRanked(tx)).map(({ key }) => key))
    const faults = entries.flatMap(({ key }, at): FieldFault[] =>
      known.has(key) ? [] : [{ field: `entries.${at}.key`, message: '没有这个指标，请刷新后重新选择' }],
    )
    if (faults.length > 0) throw new InputInvalid(faults)
    const stands = new Map((await ranks.listRanks(tx, periodId)).map((rank) => [rank.key, rank]))
    const fresh = entries.filter((entry) => !isSame(entry, stands.get(entry.key)))
    for (const entry of fresh) {
      const now = stands.get(entry.key)
      if (entry.seen !== undefined && entry.seen !== (now?.id ?? null)) throw new StaleVersion(entry, now ?? null)
    }
    if (fresh.length === 0) return { entered: 0 }
    const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, at: ctx.now }
    await ranks.insertRanks(
      tx,
      periodId,
      fresh.map(({ key, before, rank, source }) => ({ key, before, rank, source, ...by })),
    )
    await ctx.audit(tx, 'ledger.state-ranks', {
      thing: `period/${periodId}`,
      before: fresh.map(({ key }) => stands.get(key) ?? null),
      after: fresh,
    })
    return { entered: fresh.length }
  })
}

function isSame(entry: RankEntry, now: ranks.Rank | undefined): boolean {
  return now?.before === entry.before && now.rank === entry.rank && now.source === entry.source
}
