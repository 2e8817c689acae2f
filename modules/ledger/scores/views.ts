import { addDays } from '@guangyue/kernel/calendar'
import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { PeriodUnknown } from '../dispatch/errors.ts'
import { findPeriod } from '../dispatch/store.ts'
import { reachOf } from '../service/reach.ts'
import { scoresOf } from './compute.ts'
import { ScoresUnknown } from './errors.ts'
import { faultsOf, type RuleLine } from './model.ts'
import * as store from './store.ts'
import { TERM_DAYS } from './term.ts'
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
  const objections = await store.listObjections(ctx.db, { periodId, bodies: reach })
  const objectionsUntil = issue ? addDays(issue.issuedOn, TERM_DAYS) : null
  const open = objectionsUntil !== null && ctx.today <= objectionsUntil
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
        mayObject: open && ctx.can('ledger.report', { bodies: [bodyId] }),
        lines: rows.map(({ key, points, talk, reasons, objectionId, words }) => ({
          key,
          points,
          talk,
          reasons: { ...reasons, missing: [...reasons.missing] },
          corrected: objectionId !== null,
          words,
        })),
      }))
      .sort((a, b) => Number(b.total) - Number(a.total) || a.unit.name.localeCompare(b.unit.name, 'zh')),
    objections: objections.map((one) => {
      const authors = [issue?.issuedBy, one.raisedBy]
      return {
        ...one,
        unit: names.get(one.bodyId)?.short ?? '',
        mayDecide: one.state === 'open' && ctx.can('ledger.score') && !authors.includes(ctx.actor.accountId),
        ownIssue: ctx.can('ledger.score') && authors.includes(ctx.actor.accountId),
      }
    }),
  }
}

async function previewOf(ctx: Ctx, periodId: string, lines: readonly RuleLine[]) {
  const scored = await scoresOf(ctx.db, { periodId, lines, lastFact: Number.MAX_SAFE_INTEGER })
  return [...scored].flatMap(([bodyId, own]) =>
    own.map((line) => ({ ...line, bodyId, objectionId: null, words: null })),
  )
}

/** Every row of one line: as issued, then each correction. */
export async function traceOf(
  ctx: Ctx,
  of: { readonly periodId: string; readonly bodyId: string; readonly key: string },
) {
  ctx.require('ledger.read', { bodies: [of.bodyId] })
  return {
    rows: (await store.listTrace(ctx.db, of)).map(({ points, talk, words, byName, at, objectionId }) => ({
      points,
      talk,
      words,
      who: byName,
      at,
      corrected: objectionId !== null,
    })),
  }
}

/** One line of rules, not saved, on what was frozen and stated for every unit of a closed period. Refuses its faults. */
export async function tryLine(ctx: Ctx, { periodId, line }: { readonly periodId: string; readonly line: RuleLine }) {
  ctx.require('ledger.score')
  const faults = faultsOf([line])
  if (faults.length > 0)
    throw new InputInvalid(faults.map(({ field, message }) => ({ field: `line.${field}`, message })))
  const scored = await scoresOf(ctx.db, { periodId, lines: [line], lastFact: Number.MAX_SAFE_INTEGER })
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
