import { addDays, monthOfYearInWords } from '@guangyue/kernel/calendar'
import { bodyNames, nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { findPeriod } from '../dispatch/store.ts'
import { tell } from '../messages.ts'
import * as objections from './objection-store.ts'
import * as store from './store.ts'
import { lastDayOf } from './term.ts'
import { totalsOf } from './totals.ts'

/** Calendar days before an objection must be decided. */
const REMIND_DAYS = 5

const issued = z.object({ periodId: z.uuid() })
const objected = z.object({ objectionId: z.uuid() })

/** Each unit is told its total and until which day it may object. */
export async function onScoresIssued(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { periodId } = issued.parse(event.payload)
  const period = await findPeriod(ctx.db, periodId)
  const issue = await store.findIssue(ctx.db, periodId)
  if (!period || !issue) return
  const until = lastDayOf(issue.issuedOn, { today: ctx.today, calendar: await nationalCalendar() })
  const totals = totalsOf(await store.listLines(ctx.db, periodId, 'first'))
  for (const [bodyId, total] of totals) {
    await ctx.transact((tx) =>
      tell(ctx, tx, {
        template: 'scores-issued',
        params: { month: monthOfYearInWords(period.month), total, until },
        href: hrefOf(periodId, bodyId),
        onceKey: `scores/${periodId}`,
        bodyIds: [bodyId],
      }),
    )
  }
}

const settledLine = z.object({ periodId: z.uuid(), bodyId: z.uuid(), key: z.string() })

/** The unit is told what a pending line came to. */
export async function onScoreSettled(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { periodId, bodyId, key } = settledLine.parse(event.payload)
  const period = await findPeriod(ctx.db, periodId)
  const issue = await store.findIssue(ctx.db, periodId)
  const rules = issue && (await store.findRules(ctx.db, issue.rulesId))
  const row = (await store.listTrace(ctx.db, { periodId, bodyId, key })).find(({ settled }) => settled)
  const rule = rules?.lines.find((line) => line.key === key)
  if (!period || !row || !rule) return
  const result = rule.kind === 'points' ? `${row.points} 分` : row.talk ? '约谈' : '不约谈'
  await ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'score-settled',
      params: { month: monthOfYearInWords(period.month), line: rule.title, result, reason: row.words ?? '' },
      href: hrefOf(periodId, bodyId),
      onceKey: `settled/${periodId}/${key}`,
      bodyIds: [bodyId],
    }),
  )
}

/** The office is told of an objection. */
export async function onObjectionRaised(ctx: Ctx, event: DomainEvent): Promise<void> {
  const said = await saidOf(ctx, event)
  if (!said) return
  const { params, href, id } = said
  await ctx.transact((tx) =>
    tell(ctx, tx, { template: 'objection-raised', params, href, onceKey: `objection/${id}`, role: 'supervision' }),
  )
}

/** The unit is told how its objection was decided. */
export async function onObjectionDecided(ctx: Ctx, event: DomainEvent): Promise<void> {
  const said = await saidOf(ctx, event)
  if (!said) return
  const { params, href, id, bodyId } = said
  await ctx.transact((tx) =>
    tell(ctx, tx, { template: 'objection-decided', params, href, onceKey: `decision/${id}`, bodyIds: [bodyId] }),
  )
}

/** Each morning the office is told how many objections must be decided soon. */
export async function remindOfObjections(ctx: Ctx): Promise<void> {
  const { count, due } = await objections.countDueObjections(ctx.db, addDays(ctx.today, REMIND_DAYS))
  if (count === 0 || due === null) return
  await ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'objections-due',
      params: { count, due },
      href: '/desk/ledger/scores',
      onceKey: `objections/${ctx.today}`,
      role: 'supervision',
    }),
  )
}

async function saidOf(ctx: Ctx, event: DomainEvent) {
  const { objectionId } = objected.parse(event.payload)
  const objection = await objections.findObjection(ctx.db, objectionId)
  const period = objection && (await findPeriod(ctx.db, objection.periodId))
  const issue = objection && (await store.findIssue(ctx.db, objection.periodId))
  const rules = issue && (await store.findRules(ctx.db, issue.rulesId))
  if (!objection || !period || !rules) return undefined
  const { id, bodyId, key, text, due, state, answer } = objection
  const line = rules.lines.find((one) => one.key === key)?.title ?? key
  const unit = (await bodyNames(ctx.db, [bodyId], ctx.today)).get(bodyId)?.short ?? ''
  const result = state === 'upheld' ? '更正' : '维持'
  const params = { unit, month: monthOfYearInWords(period.month), line, text, due, result, answer: answer ?? '' }
  return { id, bodyId, params, href: hrefOf(objection.periodId, bodyId) }
}

function hrefOf(periodId: string, bodyId: string): string {
  return `/desk/ledger/scores?period=${periodId}&unit=${bodyId}`
}
