import { monthOfYearInWords } from '@guangyue/kernel/calendar'
import { bodyNames, nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import { tell } from '../messages.ts'
import { stepBy } from '../service/history.ts'
import { insertSteps } from '../store/history.ts'
import { insertEscalation, listEscalations, listMissing } from './duty-store.ts'
import { type Level, levelLabels, levelOn } from './model.ts'
import { listPeriods, listSchemes, type Period, type Scheme, waiveAndClaim } from './store.ts'
import { whomTo } from './whom-to.ts'

/**
 * What falls due in open periods: tasks that stand still owe nothing, and missing reports go up by working days, each
 * level once. A paused scheme reminds and tells nobody.
 */
export async function escalate(ctx: Ctx): Promise<void> {
  await ctx.transact(async (tx) => {
    const { waived, claimed } = await waiveAndClaim(tx)
    if (waived.length + claimed.length === 0) return
    const steps = [...waived.map((id) => ({ id, step: 'waive' })), ...claimed.map((id) => ({ id, step: 'claim' }))]
    await insertSteps(
      tx,
      'report',
      steps.map((step) => ({ ...step, words: null, ...stepBy(ctx) })),
    )
    const after = { waived: waived.length, claimed: claimed.length }
    await ctx.audit(tx, 'ledger.waive-reports', { thing: 'dispatch', after })
  })
  const schemes = new Map((await listSchemes(ctx.db)).map((scheme) => [scheme.id, scheme]))
  const calendar = (await nationalCalendar()).asKnownOn(ctx.today)
  for (const period of await listPeriods(ctx.db)) {
    const scheme = schemes.get(period.schemeId)
    if (period.closedOn !== null || !scheme || scheme.paused) continue
    const level = levelOn(period.due, ctx.today, scheme, calendar)
    if (level !== undefined) await raise(ctx, { period, scheme, level })
  }
}

interface Raising {
  readonly period: Period
  readonly scheme: Scheme
  readonly level: Level
}

async function raise(ctx: Ctx, { period, scheme, level }: Raising): Promise<void> {
  const told = new Set(
    (await listEscalations(ctx.db, { periodId: period.id })).flatMap((row) =>
      row.level === level ? [row.bodyId] : [],
    ),
  )
  const missing = (await listMissing(ctx.db, period.id)).filter(({ bodyId }) => !told.has(bodyId))
  const names = await bodyNames(
    ctx.db,
    missing.map(({ bodyId }) => bodyId),
    ctx.today,
  )
  for (const unit of missing) {
    const to = await whomTo(ctx, unit, level)
    await ctx.transact(async (tx) => {
      const row = { periodId: period.id, bodyId: unit.bodyId, level, onDay: ctx.today, missing: unit.missing }
      if (!(await insertEscalation(tx, { ...row, post: to.post }))) return
      await ctx.audit(tx, 'ledger.escalate', { thing: `period/${period.id}/${unit.bodyId}`, after: row })
      await tell(ctx, tx, {
        template: 'reports-missing',
        params: {
          month: monthOfYearInWords(period.month),
          missing: unit.missing,
          level: levelLabels[level],
          unit: names.get(unit.bodyId)?.short ?? '',
          scheme: scheme.name,
          due: period.due,
        },
        href: `/desk/ledger/dispatch?period=${period.id}`,
        onceKey: `missing/${period.id}/${unit.bodyId}/${level}`,
        ...to.whom,
      })
    })
  }
}
