import { bodyNames, nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { PeriodUnknown } from '../dispatch/errors.ts'
import { findPeriod } from '../dispatch/store.ts'
import { reachOf } from '../service/reach.ts'
import { scoresOf } from './compute.ts'
import { ScoresUnknown } from './errors.ts'
import { faultsOf, type RuleLine } from './model.ts'
import { listObjections } from './objection-store.ts'
import { authorsOf, saidOn } from './service.ts'
import * as store from './store.ts'
import { clockOf, lastDayOf } from './term.ts'
import { totalOf } from './totals.ts'

/** Every version of the rules, newest first. */
export async function rulesView(ctx: Ctx) {
  ctx.require('ledger.read')
  return {
    versions: (await store.listRules(ctx.db)).map((rules) => ({
      ...rules,
      lines: rules.lines.map((line) => ({ ...line })),
    })),
  }
}

/** The scores of a period: a preview while they are not issued (for the office), else as they stand with objections. */
export async function scoresView(ctx: Ctx, periodId: string) {
  ctx.require('ledger.read')
  const period = await findPeriod(ctx.db, periodId)
  if (!period) throw new PeriodUnknown()
  const issue = await store.findIssue(ctx.db, periodId)
  const [newestRules] = await store.listRules(ctx.db)
  const rules = issue ? await store.findRules(ctx.db, issue.rulesId) : newestRules
  const reach = reachOf(ctx)
  const shown = issue !== undefined || ctx.can('ledger.score')
  const lines =
    !rules || !shown
      ? []
      : issue
        ? await store.listLines(ctx.db, periodId, 'newest')
        : await previewOf(ctx, periodId, rules.lines)
  const own = lines.filter(({ bodyId }) => reach === null || reach.includes(bodyId))
  const units = [...Map.groupBy(own, ({ bodyId }) => bodyId)]
  const names = await bodyNames(
    ctx.db,
    units.map(([id]) => id),
    ctx.today,
  )
  const objections = await listObjections(ctx.db, { periodId, bodies: reach })
  const settled = await store.listSettled(ctx.db, periodId)
  const known = { today: ctx.today, calendar: await nationalCalendar() }
  const objectionsUntil = issue ? lastDayOf(issue.issuedOn, known) : null
  const mayObject = (line: store.LineRow) =>
    issue !== undefined &&
    line.reasons.missing.length === 0 &&
    ctx.can('ledger.report', { bodies: [line.bodyId] }) &&
    ctx.today <= lastDayOf(saidOn(ctx, issue, [line]), known)
  return {
    period: { ...period },
    issue: issue && objectionsUntil ? { on: issue.issuedOn, by: issue.issuedName, objectionsUntil } : null,
    rules: rules
      ? {
          number: rules.number,
          lines: rules.lines.map((line) => ({ ...line })),
          decidedName: rules.decidedName,
          decidedOn: rules.decidedOn,
        }
      : null,
    facts: ctx.can('ledger.score')
      ? (await store.listFacts(ctx.db, periodId, issue?.lastFact ?? null)).map((fact) => ({
          ...fact,
          id: String(fact.id),
        }))
      : [],
    units: units
      .map(([bodyId, rows]) => ({
        unit: { id: bodyId, name: names.get(bodyId)?.short ?? '' },
        total: totalOf(rows.map(({ points }) => points)),
        talk: rows.some(({ talk }) => talk),
        pending: rows.filter(({ reasons }) => reasons.missing.length > 0).length,
        lines: rows.map((row) => ({
          key: row.key,
          points: row.points,
          talk: row.talk,
          reasons: { ...row.reasons, missing: [...row.reasons.missing] },
          corrected: row.objectionId !== null || row.settled,
          words: row.words,
          mayObject: mayObject(row),
          maySettle: issue !== undefined && row.reasons.missing.length > 0 && ctx.can('ledger.score'),
        })),
      }))
      .sort((a, b) => Number(b.total) - Number(a.total) || a.unit.name.localeCompare(b.unit.name, 'zh')),
    objections: objections.map((one) => {
      const trace = settled.filter((row) => row.bodyId === one.bodyId && row.key === one.key)
      const authors = authorsOf(issue, one, trace)
      return {
        ...one,
        clock: clockOf({ from: one.raisedOn, until: one.decidedOn }, known),
        unit: names.get(one.bodyId)?.short ?? '',
        mayDecide: one.state === 'open' && ctx.can('ledger.score') && !authors.includes(ctx.actor.accountId),
        ownIssue: ctx.can('ledger.score') && authors.includes(ctx.actor.accountId),
      }
    }),
  }
}

/** All that is stated by now counts. */
const newest = { lastFact: Number.MAX_SAFE_INTEGER, lastRank: Number.MAX_SAFE_INTEGER }

async function previewOf(ctx: Ctx, periodId: string, lines: readonly RuleLine[]): Promise<readonly store.LineRow[]> {
  const scored = await scoresOf(ctx.db, { periodId, lines, ...newest })
  const unsaid = { objectionId: null, settled: false, words: null, byId: null, byName: '', at: ctx.now }
  return [...scored].flatMap(([bodyId, own]) => own.map((line) => ({ ...line, ...unsaid, id: 0, bodyId })))
}

/** Every row of one line: as issued, then each correction. */
export async function traceOf(
  ctx: Ctx,
  of: { readonly periodId: string; readonly bodyId: string; readonly key: string },
) {
  ctx.require('ledger.read', { bodies: [of.bodyId] })
  return {
    rows: (await store.listTrace(ctx.db, of)).map(
      ({ points, talk, reasons, words, byName, at, objectionId, settled }) => ({
        points,
        talk,
        pending: reasons.missing.length > 0,
        words,
        who: byName,
        at,
        corrected: objectionId !== null,
        settled,
      }),
    ),
  }
}

/** One line of rules, not saved, on what was frozen and stated for every unit of a closed period. Refuses its faults. */
export async function tryLine(ctx: Ctx, { periodId, line }: { readonly periodId: string; readonly line: RuleLine }) {
  ctx.require('ledger.score')
  const faults = faultsOf([line])
  if (faults.length > 0)
    throw new InputInvalid(faults.map(({ field, message }) => ({ field: `line.${field}`, message })))
  const scored = await scoresOf(ctx.db, { periodId, lines: [line], ...newest })
  if (scored.size === 0) throw new ScoresUnknown()
  const names = await bodyNames(ctx.db, [...scored.keys()], ctx.today)
  return {
    rows: [...scored].flatMap(([id, lines]) =>
      lines.map(({ points, talk, reasons }) => ({
        unit: { id, name: names.get(id)?.short ?? '' },
        points,
        talk,
        reasons: { ...reasons, missing: [...reasons.missing] },
      })),
    ),
  }
}
