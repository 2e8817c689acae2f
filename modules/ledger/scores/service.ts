import { type PlainDate, plainDate } from '@guangyue/kernel/calendar'
import { nationalCalendar } from '@guangyue/modules/organisations'
import { civilDay } from '@guangyue/platform/clock'
import { type Ctx, type DomainEvent, StaleVersion, type Tx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { z } from 'zod'
import { PeriodUnknown } from '../dispatch/errors.ts'
import { findPeriod } from '../dispatch/store.ts'
import { type Act, changeSeen } from '../service/change-seen.ts'
import { scoresOf } from './compute.ts'
import {
  AuthorCannotDecide,
  LinePending,
  ObjectionOpen,
  ObjectionTooLate,
  ScoresIssued,
  ScoresNotReady,
  ScoresUnknown,
} from './errors.ts'
import type { statedFacts } from './facts.ts'
import { faultsOf, type RuleLine } from './model.ts'
import * as objections from './objection-store.ts'
import { listRanks } from './rank-store.ts'
import * as store from './store.ts'
import { lastDayOf } from './term.ts'

const closed = z.object({ periodId: z.uuid() })

/** What the ledger says when a period closes is kept as it is then. Safe to repeat. */
export async function onPeriodClosed(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { periodId } = closed.parse(event.payload)
  await ctx.transact(async (tx) => {
    const units = await store.freezeInputs(tx, { periodId, today: ctx.today, at: ctx.now })
    if (units > 0) await ctx.audit(tx, 'ledger.freeze-scores', { thing: `period/${periodId}`, after: { units } })
  })
}

interface RulesForm {
  /** The number of the version that was edited; 0 for the first. */
  readonly from: number
  readonly lines: readonly RuleLine[]
  readonly reason: string
}

/**
 * Sets a next version of the rules, decided by the actor or, in a demonstration, by whom it names. Refuses lines that
 * cannot be read; a version that came in between is stale.
 */
export async function saveRules(
  ctx: Ctx,
  form: RulesForm,
  by: { readonly id: string | null; readonly name: string } = { id: ctx.actor.accountId, name: ctx.actor.name },
): Promise<{ number: number }> {
  ctx.require('ledger.score')
  const faults = faultsOf(form.lines)
  if (faults.length > 0) {
    throw new InputInvalid(faults.map(({ at, field, message }) => ({ field: `lines.${at}.${field}`, message })))
  }
  const rules = { id: ctx.newId(), number: form.from + 1, lines: form.lines, reason: form.reason }
  const decided = { decidedBy: by.id, decidedName: by.name, decidedOn: ctx.today, at: ctx.now }
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
    await store.holdPeriod(tx, fact.periodId)
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
  return ctx.transact(async (tx) => {
    await store.holdPeriod(tx, periodId)
    const period = await findPeriod(tx, periodId)
    if (!period) throw new PeriodUnknown()
    if (period.closedOn === null) throw new ScoresNotReady('本期调度还没有截止')
    const [rules] = await store.listRules(tx)
    if (!rules) throw new ScoresNotReady('还没有考评规则')
    const facts = await store.listFacts(tx, periodId)
    const lastFact = facts.reduce((last, { id }) => Math.max(last, Number(id)), 0)
    const lastRank = (await listRanks(tx, periodId)).reduce((last, { id }) => Math.max(last, id), 0)
    const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, at: ctx.now }
    const issue = {
      periodId,
      rulesId: rules.id,
      lastFact,
      lastRank,
      issuedBy: by.byId,
      issuedName: by.byName,
      issuedOn: ctx.today,
      at: ctx.now,
    }
    const scored = await scoresOf(tx, { periodId, lines: rules.lines, lastFact, lastRank })
    if (scored.size === 0) throw new ScoresNotReady('本期的数据正在汇总，请稍后再试')
    if (!(await store.insertIssue(tx, issue))) throw new ScoresIssued()
    await store.insertLines(
      tx,
      periodId,
      [...scored].flatMap(([bodyId, lines]) =>
        lines.map((line) => ({ ...line, bodyId, objectionId: null, settled: false, words: null, ...by })),
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

interface ObjectionForm {
  readonly id: string
  readonly periodId: string
  readonly bodyId: string
  readonly key: string
  readonly text: string
}

/** From which day a line may be objected to: its issue, or the day on which it was settled. */
export function saidOn(
  ctx: Ctx,
  issue: store.ScoreIssue,
  trace: readonly Pick<store.LineRow, 'settled' | 'at'>[],
): PlainDate {
  const settled = trace.find((row) => row.settled)
  return settled ? plainDate(civilDay(new Date(settled.at), ctx.city.facts.zone)) : issue.issuedOn
}

/** A unit objects to one line of its own score, within 30 days of its issue. Refuses one that is pending (待定). */
export async function objectTo(ctx: Ctx, form: ObjectionForm): Promise<{ due: string }> {
  ctx.require('ledger.report', { bodies: [form.bodyId] })
  return ctx.transact(async (tx) => {
    const issue = await store.findIssue(tx, form.periodId)
    const lines = await store.listTrace(tx, form)
    if (!issue || lines.length === 0) throw new ScoresUnknown()
    const known = { today: ctx.today, calendar: await nationalCalendar() }
    const last = lastDayOf(saidOn(ctx, issue, lines), known)
    if (ctx.today > last) throw new ObjectionTooLate(last)
    if ((lines.at(-1)?.reasons.missing.length ?? 0) > 0) throw new LinePending()
    const due = lastDayOf(ctx.today, known)
    const row = { ...form, raisedBy: ctx.actor.accountId, raisedName: ctx.actor.name, raisedOn: ctx.today, due }
    if (!(await objections.insertObjection(tx, row))) {
      const sent = await objections.lockObjection(tx, form.id)
      const same = sent !== undefined && sent.raisedBy === row.raisedBy && sent.key === row.key
      if (same && sent.bodyId === row.bodyId && sent.periodId === row.periodId) return { due: sent.due }
      throw new ObjectionOpen()
    }
    await ctx.audit(tx, 'ledger.object', {
      thing: `objection/${form.id}`,
      basis: '政府督查工作条例 第十七条',
      after: { key: form.key },
    })
    await ctx.publish(tx, { name: 'ledger.objection-raised', payload: { objectionId: form.id } })
    return { due }
  })
}

interface DecisionForm extends Act {
  /** The line is corrected, else it stands. */
  readonly upheld: boolean
  /** Points of the corrected line; null for a talk, which is lifted. */
  readonly points: string | null
  readonly answer: string
}

/** Decides an objection; an upheld one corrects the line beside what it was. Refuses the authors of the scores. */
export async function decideObjection(ctx: Ctx, form: DecisionForm): Promise<{ version: number }> {
  ctx.require('ledger.score')
  return changeSeen(ctx, form, {
    lock: (tx) => objectionToDecide(ctx, tx, form.id),
    versionOf: ({ version }) => version,
    current: (objection) => objection,
    act: (tx, objection) => decide(ctx, tx, { objection, form }),
  })
}

async function objectionToDecide(ctx: Ctx, tx: Tx, id: string): Promise<objections.Objection> {
  const objection = await objections.lockObjection(tx, id)
  const issue = objection && (await store.findIssue(tx, objection.periodId))
  if (!objection || !issue) throw new ScoresUnknown()
  const authors = authorsOf(issue, objection, await store.listTrace(tx, objection))
  if (authors.includes(ctx.actor.accountId)) throw new AuthorCannotDecide()
  return objection
}

interface Deciding {
  readonly objection: objections.Objection
  readonly form: DecisionForm
}

async function decide(ctx: Ctx, tx: Tx, { objection, form }: Deciding): Promise<void> {
  const state = form.upheld ? ('upheld' as const) : ('rejected' as const)
  const decided = { decidedBy: ctx.actor.accountId, decidedName: ctx.actor.name, on: ctx.today }
  await objections.decideObjection(tx, { id: form.id, answer: form.answer, state, ...decided })
  if (form.upheld) await correctLine(ctx, tx, { objection, form })
  await ctx.audit(tx, 'ledger.decide-objection', {
    thing: `objection/${form.id}`,
    basis: '政府督查工作条例 第十七条',
    after: { state, points: form.points },
  })
  await ctx.publish(tx, { name: 'ledger.objection-decided', payload: { objectionId: form.id } })
}

/** The corrected line stands beside what it was; a talk is lifted. Refuses a correction without points. */
async function correctLine(ctx: Ctx, tx: Tx, { objection, form }: Deciding): Promise<void> {
  const was = (await store.listTrace(tx, objection)).at(-1)
  if (!was) throw new ScoresUnknown()
  if (!was.talk && form.points === null) {
    throw new InputInvalid([{ field: 'points', message: '请填写更正后的分值' }])
  }
  const { id: _, ...row } = was
  const points = was.talk ? null : form.points
  const corrected = { points, talk: false, objectionId: objection.id, settled: false }
  const by = { byId: ctx.actor.accountId, byName: ctx.actor.name, at: ctx.now }
  await store.insertLines(tx, objection.periodId, [{ ...row, ...corrected, words: form.answer, ...by }])
}

/** Who may not decide an objection: whoever issued the scores, settled the line, or raised it. */
export function authorsOf(
  issue: store.ScoreIssue | undefined,
  objection: objections.Objection,
  trace: readonly Pick<store.LineRow, 'settled' | 'byId'>[],
): readonly (string | null | undefined)[] {
  return [issue?.issuedBy, objection.raisedBy, ...trace.flatMap(({ settled, byId }) => (settled ? [byId] : []))]
}
