import { bodyNames } from '@guangyue/modules/organisations'
import type { Db } from '@guangyue/platform/db'
import { listPeriods } from '../dispatch/store.ts'
import { recompute } from './compute.ts'
import * as store from './store.ts'

/** Periods with issued scores: of a month (`2021-07`), or the one of that id. */
export async function issuedPeriods(db: Db, word: string): Promise<readonly { id: string; name: string }[]> {
  const named = (await listPeriods(db)).filter(({ id, month }) => id === word || month.slice(0, 7) === word)
  const issued = await Promise.all(named.map(({ id }) => store.findIssue(db, id)))
  return named
    .filter((_, at) => issued[at])
    .map(({ id, month, scheme }) => ({ id, name: `${month.slice(0, 7)} ${scheme}` }))
}

interface NamedDifference {
  readonly unit: string
  readonly line: string
  readonly issued: string
  readonly computed: string
}

/** Computes an issued period again; what differs is named by unit and line. */
export async function recomputePeriod(
  db: Db,
  periodId: string,
): Promise<{ readonly lines: number; readonly differences: readonly NamedDifference[] }> {
  const { lines, differences } = await recompute(db, periodId)
  const issue = await store.findIssue(db, periodId)
  const rules = issue && (await store.findRules(db, issue.rulesId))
  const titles = new Map(rules?.lines.map(({ key, title }) => [key, title]))
  const names = issue
    ? await bodyNames(
        db,
        differences.map(({ bodyId }) => bodyId),
        issue.issuedOn,
      )
    : new Map()
  return {
    lines,
    differences: differences.map(({ bodyId, key, issued, computed }) => ({
      unit: names.get(bodyId)?.short ?? bodyId,
      line: titles.get(key) ?? key,
      issued,
      computed,
    })),
  }
}
