import { findDecimal, type Plain, writeDecimal } from '@guangyue/kernel/rules'
import type { Db } from '@guangyue/platform/db'
import { ScoresUnknown } from './errors.ts'
import { type RuleLine, type ScoredLine, scorer } from './model.ts'
import * as store from './store.ts'

interface Scoring {
  readonly periodId: string
  readonly lines: readonly RuleLine[]
  readonly lastFact: number
}

/** The lines of every unit from what was frozen and stated; the same inputs give the same lines for ever. */
export async function scoresOf(
  db: Db,
  { periodId, lines, lastFact }: Scoring,
): Promise<ReadonlyMap<string, readonly ScoredLine[]>> {
  const stated = Map.groupBy(await store.listFacts(db, periodId, lastFact), ({ bodyId }) => bodyId)
  const score = scorer(lines)
  return new Map(
    (await store.listInputs(db, periodId)).map(({ bodyId, facts }) => {
      const own = Object.fromEntries(
        (stated.get(bodyId) ?? []).map(({ name, value }): [string, Plain] => [name, value]),
      )
      return [bodyId, score({ ...facts, ...own })]
    }),
  )
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
  const computed = await scoresOf(db, { periodId, lines: rules.lines, lastFact: issue.lastFact })
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
