import { addDays } from '@guangyue/kernel/calendar'
import { addDecimals, type Decimal, findDecimal, integer, type Plain, writeDecimal } from '@guangyue/kernel/rules'
import { bodyNames } from '@guangyue/modules/organisations'
import { type Ctx, type Db, type DomainEvent, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { z } from 'zod'
import { PeriodUnknown } from '../dispatch/errors.ts'
import { findPeriod } from '../dispatch/store.ts'
import { reachOf } from '../service/reach.ts'
import {
  AuthorCannotDecide,
  ObjectionOpen,
  ObjectionTooLate,
  ScoresIssued,
  ScoresNotReady,
  ScoresUnknown,
} from './errors.ts'
import { faultsOf, type RuleLine, type ScoredLine, scorer, type statedFacts } from './model.ts'
import * as store from './store.ts'

/** 政府督查工作条例 17: objections within 30 days of the conclusion, decided within 30 days. */
const TERM_DAYS = 30

const closed = z.object({ periodId: z.uuid() })

/** What the ledger says when a period closes is kept as it is then. Safe to repeat. */
export async function onPeriodClosed(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { periodId } = closed.parse(event.payload)
  await ctx.transact(async (tx) => {
    const units = await store.freezeInputs(tx, { periodId, today: ctx.today, at: ctx.now })
    if (units > 0) await ctx.audit(tx, 'ledger.freeze-scores', { thing: `period/${periodId}`, after: { units } })
  })
}

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

interface RulesForm {
  /** The number of the version that was edited; 0 for the first. */
  readonly from: number
  readonly lines: readonly RuleLine[]
  readonly reason: string
}

/** Sets a next version of the rules. Refuses lines that cannot be read; a version that came in between is stale. */
export async function saveRules(ctx: Ctx, form: RulesForm): Promise<{ number: number }> {
  ctx.require('ledger.score')
  const faults = faultsOf(form.lines)
  if (faults.length > 0) {
    throw new InputInvalid(faults.map(({ at, message }) => ({ field: `lines.${at}.text`, message })))
  }
  const rules = { id: ctx.newId(), number: form.from + 1, lines: form.lines, reason: form.reason }
  const decided = { decidedBy: ctx.actor.accountId, decidedName: ctx.actor.name, decidedOn: ctx.today, at: ctx.now }
  await ctx.transact(async (tx) => {
    if (!(await store.insertRules(tx, { ...rules, ...decided }))) {
      throw new StaleVersion(form, (await store.listRules(tx))[0] ?? null)
    }
    await ctx.audit(tx, 'ledger.set-score-rules', {
      thing: `score-rules/${rules.number}`,
      after: form,
      reason: form.reason,
    })
  })
  return { number: rules.number }
}

interface FactForm {
  readonly periodId: string
  readonly bodyId: string
  readonly name: (typeof statedFacts)[number]
  readonly value: number | boolean | null
  readonly source: string
}

/** The office states a fact that the ledger cannot count, with where it is from; not after the scores are issued. */
export async function stateFact(ctx: Ctx, fact: FactForm): Promise<void> {
  ctx.require('ledger.score')
  await ctx.transact(async (tx) => {
    if (await store.findIssue(tx, fact.periodId)) throw new ScoresIssued()
    const units = await store.listInputs(tx, fact.periodId)
    if (!units.some(({ bodyId }) => bodyId === fact.bodyId)) throw new ScoresUnknown()
    await store.insertFact(tx, { ...fact, byId: ctx.actor.accountId, byName: ctx.actor.name, at: ctx.now })
    await ctx.audit(tx, 'ledger.state-score-fact', { thing: `period/${fact.periodId}/${fact.bodyId}`, after: fact })
  })
}

/** Computes and issues the scores of a closed period by the newest rules, once. */
export async function issueScores(ctx: Ctx, periodId: string): Promise<{ units: number }> {
  ctx.require('ledger.score')
  const period = await findPeriod(ctx.db, periodId)
  if (!period) throw new PeriodUnknown()
  if (period.closedOn === null) throw new ScoresNotReady('本期调度还没有截止')
  const [rules] = await store.listRules(ctx.db)
  if (!rules) throw new ScoresNotReady('还没有考评规则')
  return ctx.transact(async (tx) => {
    const facts = await store.listFacts(tx, periodId)
    const lastFact = facts.reduce((last, { id }) => Math.max(last, Number(id)), 0)
    const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, at: ctx.now }
    const issue = {
      periodId,
      rulesId: rules.id,
      lastFact,
      issuedBy: by.byId,
      issuedName: by.byName,
      issuedOn: ctx.today,
      at: ctx.now,
    }
    const scored = await scoresOf(tx, { periodId, lines: rules.lines, lastFact })
    if (scored.size === 0) throw new ScoresNotReady('本期的数据正在汇总，请稍后再试')
    if (!(await store.insertIssue(tx, issue))) throw new ScoresIssued()
    await store.insertLines(
      tx,
      periodId,
      [...scored].flatMap(([bodyId, lines]) =>
        lines.map((line) => ({ ...line, bodyId, objectionId: null, words: null, ...by })),
      ),
    )
    await ctx.audit(tx, 'ledger.issue-scores', {
      thing: `period/${periodId}`,
      after: { rules: rules.number, units: scored.size },
    })
    await ctx.publish(tx, { name: 'ledger.scores-issued', payload: { periodId, bodyIds: [...scored.keys()] } })
    return { units: scored.size }
  })
}

interface Scoring {
  readonly periodId: string
  readonly lines: readonly RuleLine[]
  readonly lastFact: number
}

/** The lines of every unit from what was frozen and stated; the same inputs give the same lines for ever. */
async function scoresOf(
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
  readonly issued: string | null
  readonly computed: string | null
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
    return same ? [] : [{ bodyId, key, issued: was?.points ?? null, computed: points }]
  })
  const gone = [...issued.values()].filter(
    (line) => !again.some((one) => one.bodyId === line.bodyId && one.key === line.key),
  )
  return {
    lines: again.length,
    differences: [
      ...differences,
      ...gone.map(({ bodyId, key, points }) => ({ bodyId, key, issued: points, computed: null })),
    ],
  }
}

function samePoints(a: string | null, b: string | null): boolean {
  if (a === null || b === null) return a === b
  const [one, other] = [findDecimal(a), findDecimal(b)]
  return one !== undefined && other !== undefined && writeDecimal(one) === writeDecimal(other)
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
  return {
    period: { ...period },
    issue: issue
      ? { on: issue.issuedOn, by: issue.issuedName, objectionsUntil: addDays(issue.issuedOn, TERM_DAYS) }
      : null,
    rules: rules ? { number: rules.number, lines: rules.lines.map((line) => ({ ...line })) } : null,
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
    objections: objections.map((one) => ({ ...one, unit: names.get(one.bodyId)?.short ?? '' })),
  }
}

async function previewOf(ctx: Ctx, periodId: string, lines: readonly RuleLine[]) {
  const scored = await scoresOf(ctx.db, { periodId, lines, lastFact: Number.MAX_SAFE_INTEGER })
  return [...scored].flatMap(([bodyId, own]) =>
    own.map((line) => ({ ...line, bodyId, objectionId: null, words: null })),
  )
}

/** The sum of the lines that have points, exact. */
function totalOf(points: readonly (string | null)[]): string {
  const sum = points.reduce<Decimal>((total, text) => {
    const value = text === null ? undefined : findDecimal(text)
    return value ? addDecimals(total, value) : total
  }, integer(0))
  return writeDecimal(sum)
}

interface ObjectionForm {
  readonly id: string
  readonly periodId: string
  readonly bodyId: string
  readonly key: string
  readonly text: string
}

/** A unit objects to one line of its own score, within 30 days of the issue. */
export async function objectTo(ctx: Ctx, form: ObjectionForm): Promise<{ due: string }> {
  ctx.require('ledger.report', { bodies: [form.bodyId] })
  return ctx.transact(async (tx) => {
    const issue = await store.findIssue(tx, form.periodId)
    const lines = await store.listTrace(tx, form)
    if (!issue || lines.length === 0) throw new ScoresUnknown()
    const last = addDays(issue.issuedOn, TERM_DAYS)
    if (ctx.today > last) throw new ObjectionTooLate(last)
    const due = addDays(ctx.today, TERM_DAYS)
    const row = { ...form, raisedBy: ctx.actor.accountId, raisedName: ctx.actor.name, raisedOn: ctx.today, due }
    if (!(await store.insertObjection(tx, row))) throw new ObjectionOpen()
    await ctx.audit(tx, 'ledger.object', {
      thing: `objection/${form.id}`,
      basis: '政府督查工作条例 第十七条',
      after: { key: form.key },
    })
    return { due }
  })
}

interface DecisionForm {
  readonly id: string
  readonly version: number
  /** Null: the line stands. */
  readonly points: string | null
  readonly answer: string
}

/** Decides an objection; an upheld one corrects the line beside what it was. Refuses the authors of the scores. */
export async function decideObjection(ctx: Ctx, form: DecisionForm): Promise<{ version: number }> {
  ctx.require('ledger.score')
  return ctx.transact(async (tx) => {
    const objection = await store.lockObjection(tx, form.id)
    const issue = objection && (await store.findIssue(tx, objection.periodId))
    if (!objection || !issue) throw new ScoresUnknown()
    const mine = [issue.issuedBy, objection.raisedBy].includes(ctx.actor.accountId)
    if (mine) throw new AuthorCannotDecide()
    if (objection.version !== form.version) throw new StaleVersion(form, objection)
    const state = form.points === null ? ('rejected' as const) : ('upheld' as const)
    const decided = { decidedBy: ctx.actor.accountId, decidedName: ctx.actor.name, on: ctx.today }
    if (!(await store.decideObjection(tx, { ...form, state, ...decided }))) throw new StaleVersion(form, objection)
    if (form.points !== null) {
      const was = (await store.listTrace(tx, objection)).at(-1)
      if (!was) throw new ScoresUnknown()
      const { id: _, ...row } = was
      const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, at: ctx.now }
      await store.insertLines(tx, objection.periodId, [
        { ...row, points: form.points, objectionId: objection.id, words: form.answer, ...by },
      ])
    }
    await ctx.audit(tx, 'ledger.decide-objection', {
      thing: `objection/${form.id}`,
      basis: '政府督查工作条例 第十七条',
      after: { state, points: form.points },
    })
    await ctx.publish(tx, { name: 'ledger.objection-decided', payload: { objectionId: form.id } })
    return { version: form.version + 1 }
  })
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
