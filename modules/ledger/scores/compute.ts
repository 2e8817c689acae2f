import { findDecimal, type Plain, writeDecimal } from '@guangyue/kernel/rules'
import type { Db } from '@guangyue/platform/db'
import { z } from 'zod'
import { ScoresUnknown } from './errors.ts'
import { rankedFact } from './facts.ts'
import { type RuleLine, type ScoredLine, scorer } from './model.ts'
import { listRanks, type Rank } from './rank-store.ts'
import { goalOf } from './ranks.ts'
import * as store from './store.ts'

interface Scoring {
  readonly periodId: string
  readonly lines: readonly RuleLine[]
  readonly lastFact: number
  readonly lastRank: number
}

/** The lines of every unit from what was frozen and stated; the same inputs give the same lines for ever. */
export async function scoresOf(
  db: Db,
  { periodId, lines, lastFact, lastRank }: Scoring,
): Promise<ReadonlyMap<string, readonly ScoredLine[]>> {
  const stated = Map.groupBy(await store.listFacts(db, periodId, lastFact), ({ bodyId }) => bodyId)
  const ranks = new Map((await listRanks(db, periodId, lastRank)).map((rank) => [rank.key, rank]))
  const score = scorer(lines)
  return new Map(
    (await store.listInputs(db, periodId)).map(({ bodyId, facts }) => {
      const own = Object.fromEntries(
        (stated.get(bodyId) ?? []).map(({ name, value }): [string, Plain] => [name, value]),
      )
      return [bodyId, score({ ...facts, ...own, [rankedFact]: rankedOf(facts.牵头指标, ranks) })]
    }),
  )
}

/** As it was frozen: the indicators in whose chapters a unit leads tasks. */
const led = z.array(
  z.object({
    key: z.string(),
    position: z.int(),
    name: z.string(),
    within: z.int().nullable(),
    reach: z.int().nullable(),
    otherwise: z.int().nullable(),
  }),
)

/** The indicators that a unit leads in, in their order, with the ranks that were stated; null where none was. */
function rankedOf(frozen: Plain | undefined, ranks: ReadonlyMap<string, Rank>): Plain {
  const indicators = led.parse(frozen ?? []).toSorted((a, b) => a.position - b.position)
  return indicators.map(({ key, name, within, reach, otherwise }) => {
    const rank = ranks.get(key)
    const goal = within === null || reach === null || otherwise === null ? null : { within, reach, otherwise }
    return {
      指标: name,
      上年名次: rank?.before ?? null,
      名次: rank?.rank ?? null,
      目标名次: rank ? goalOf(goal, rank.before) : null,
    }
  })
}

export interface Difference {
  readonly bodyId: string
  readonly key: string
  /** In words: 20, 约谈, 没有分值, 没有这一行. */
  readonly issued: string
  readonly computed: string
}

/** Computes an issued period again and compares line by line with what was first issued; empty when it holds. */
export async function recompute(
  db: Db,
  periodId: string,
): Promise<{ readonly lines: number; readonly differences: readonly Difference[] }> {
  const issue = await store.findIssue(db, periodId)
  const rules = issue && (await store.findRules(db, issue.rulesId))
  if (!issue || !rules) throw new ScoresUnknown()
  const computed = await scoresOf(db, { lines: rules.lines, ...issue })
  const issued = new Map(
    (await store.listLines(db, periodId, 'first')).map((line) => [`${line.bodyId}/${line.key}`, line]),
  )
  const again = [...computed].flatMap(([bodyId, lines]) => lines.map((line) => ({ bodyId, ...line })))
  const differences = again.flatMap(({ bodyId, key, points, talk }) => {
    const was = issued.get(`${bodyId}/${key}`)
    const same = was !== undefined && samePoints(was.points, points) && was.talk === talk
    return same ? [] : [{ bodyId, key, issued: outcomeWord(was), computed: outcomeWord({ points, talk }) }]
  })
  const gone = [...issued.values()].filter(
    (line) => !again.some((one) => one.bodyId === line.bodyId && one.key === line.key),
  )
  return {
    lines: again.length,
    differences: [
      ...differences,
      ...gone.map((line) => ({
        bodyId: line.bodyId,
        key: line.key,
        issued: outcomeWord(line),
        computed: outcomeWord(undefined),
      })),
    ],
  }
}

function samePoints(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const [one, other] = [findDecimal(a), findDecimal(b)]
  return one !== undefined && other !== undefined && writeDecimal(one) === writeDecimal(other)
}

function outcomeWord(line: { readonly points: string | null; readonly talk: boolean } | undefined): string {
  if (line === undefined) return '没有这一行'
  return line.talk ? '约谈' : (line.points ?? '没有分值')
}
