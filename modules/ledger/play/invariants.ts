import { addDays, type KnownCalendar, type PlainDate } from '@guangyue/kernel/calendar'
import { nationalCalendar } from '@guangyue/modules/organisations'
import type { Db } from '@guangyue/platform/db'
import { recompute } from '../scores/compute.ts'
import { listTasks } from '../store/task-list.ts'
import * as read from './invariants-sql.ts'

/** One thing that must never be, and where it is. */
export interface LedgerFault {
  readonly rule: string
  readonly things: readonly string[]
}

/** What must hold of a ledger on every day. The names are those of `ledgerFaults`. */
const rules = {
  owner: '任务都有责任单位',
  verified: '办结的任务都由牵头以外的单位核验过',
  scores: '公布的分值都能重算',
  lights: '灯色与逐日推算一致',
  terms: '整改期限与逐日推算一致',
  duties: '报告都由任务的责任单位报送',
  signatures: '报告都不由起草人签发',
  periods: '调度各期相接、不重叠',
  closed: '截止之后没有改动报告',
} as const

/**
 * Everything of the ledger that breaks a rule on that day of the city's zone, read without the use cases; empty when all
 * is well.
 */
export async function ledgerFaults(
  db: Db,
  { today, zone }: { readonly today: PlainDate; readonly zone: string },
): Promise<readonly LedgerFault[]> {
  const calendar = (await nationalCalendar()).asKnownOn(today)
  const found: Readonly<Record<keyof typeof rules, readonly string[]>> = {
    owner: await read.tasksWithoutOwner(db),
    verified: await read.closedUnverified(db),
    scores: await wrongScores(db),
    lights: await wrongLights(db, today),
    terms: await wrongTerms(db, calendar),
    duties: await read.reportsWithoutDuty(db),
    signatures: await read.ownSignatures(db),
    periods: await read.brokenPeriods(db),
    closed: await read.changedAfterClose(db, zone),
  }
  return (Object.keys(rules) as (keyof typeof rules)[]).flatMap((rule) =>
    found[rule].length === 0 ? [] : [{ rule: rules[rule], things: found[rule] }],
  )
}

async function wrongScores(db: Db): Promise<readonly string[]> {
  const wrong: string[] = []
  for (const periodId of await read.issuedPeriods(db)) {
    const { differences } = await recompute(db, periodId)
    wrong.push(...differences.map(({ bodyId, key }) => `period/${periodId} body/${bodyId} ${key}`))
  }
  return wrong
}

/** The light that the lists show against one found by walking from the day to the date. */
async function wrongLights(db: Db, today: PlainDate): Promise<readonly string[]> {
  const dates = Map.groupBy(await read.ownDates(db), ({ taskId }) => taskId)
  const all = { as: 'any', state: 'all', reach: null, sort: 'text', limit: 1_000_000 } as const
  const reported = new Map((await read.reportedOn(db)).map(({ id, on }) => [id, on]))
  return (await listTasks(db, today, all)).flatMap(({ id, state, light }) => {
    const from = state === 'reported' ? (reported.get(id) ?? today) : today
    return light === walkedLight(state, dates.get(id) ?? [], from) ? [] : [`task/${id} ${light}`]
  })
}

function walkedLight(state: string, dates: readonly read.OwnDateRow[], from: PlainDate): string {
  if (state === 'verified' || state === 'closed') return 'done'
  if (state === 'suspended') return 'paused'
  if (['proposed', 'refused', 'cancelled', 'merged', 'split'].includes(state)) return 'none'
  const next = dates.find(({ reachedOn }) => reachedOn === null) ?? dates.at(-1)
  if (!next) return 'none'
  if (next.due < from) return 'red'
  for (let day = from, left = 7; left >= 0; day = addDays(day, 1), left -= 1) if (day === next.due) return 'yellow'
  return 'green'
}

/** A term in working days, counted day by day. */
async function wrongTerms(db: Db, calendar: KnownCalendar): Promise<readonly string[]> {
  return (await read.findingTerms(db)).flatMap(({ id, from, days, due }) => {
    let day = from
    for (let left = days; left > 0; ) {
      day = addDays(day, 1)
      if (calendar.explain(day).works) left -= 1
    }
    return day === due ? [] : [`finding/${id} ${due}`]
  })
}
