import {
  addDays,
  addMonths,
  dayOfMonth,
  firstOfMonth,
  lastOfMonth,
  monthInWords,
  type PlainDate,
} from '@guangyue/kernel/calendar'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { periodClosed } from '../events.ts'
import { findDocuments } from '../store/documents.ts'
import { PeriodClosed, PeriodOpenAlready, PeriodUnknown, SchemeUnknown } from './errors.ts'
import * as store from './store.ts'

export type SchemeForm = Omit<store.Scheme, 'version'> & { readonly version: number | null }

/** Sets up a scheme of dispatch or changes the version seen. What is open already keeps its days. */
export async function saveScheme(ctx: Ctx, form: SchemeForm): Promise<{ id: string }> {
  ctx.require('ledger.dispatch')
  if (form.opensDay > form.dueDay) {
    throw new InputInvalid([{ field: 'dueDay', message: '报送日不能早于开启日' }])
  }
  if (form.documentId !== null && !(await findDocuments(ctx.db, [form.documentId])).has(form.documentId)) {
    throw new InputInvalid([{ field: 'documentId', message: '台账中没有这份文件，请重新选择' }])
  }
  const others = await store.listSchemes(ctx.db)
  if (others.some(({ id, name }) => id !== form.id && name === form.name)) {
    throw new InputInvalid([{ field: 'name', message: `已有名为“${form.name}”的调度安排，请换一个名称` }])
  }
  await ctx.transact(async (tx) => {
    const scheme = { ...form, version: form.version ?? 0, fromMonth: firstOfMonth(form.fromMonth) }
    const before = others.find(({ id }) => id === form.id)
    if (!(await store.upsertScheme(tx, scheme))) throw new StaleVersion(form, before ?? null)
    await ctx.audit(tx, 'ledger.save-scheme', { thing: `scheme/${form.id}`, before, after: form })
  })
  return { id: form.id }
}

/**
 * Opens a month of a scheme now, whatever its day: every responsible unit owes its reports from then on. Refuses a month
 * more than a year back, which would be overdue at once on every level, and one after the next.
 */
export async function openPeriod(
  ctx: Ctx,
  { schemeId, month }: { readonly schemeId: string; readonly month: PlainDate },
): Promise<{ id: string; reports: number }> {
  ctx.require('ledger.dispatch')
  const scheme = (await store.listSchemes(ctx.db)).find(({ id }) => id === schemeId)
  if (!scheme) throw new SchemeUnknown()
  if (month < addMonths(firstOfMonth(ctx.today), -12) || month > lastOfMonth(addMonths(ctx.today, 1))) {
    const message = `只能开启过去一年、本月和下月的调度，${monthInWords(month)}不在其中，请重新选择`
    throw new InputInvalid([{ field: 'month', message }])
  }
  const opened = await openOnce(ctx, scheme, firstOfMonth(month))
  if (!opened) throw new PeriodOpenAlready(monthInWords(month))
  return opened
}

/** Opens what is due by its schedule. A month that the program slept through is not made up. */
export async function openDuePeriods(ctx: Ctx): Promise<void> {
  const month = firstOfMonth(ctx.today)
  for (const scheme of await store.listSchemes(ctx.db)) {
    const runs = !scheme.paused && scheme.fromMonth <= month && (scheme.toMonth === null || month <= scheme.toMonth)
    if (runs && ctx.today >= dayOf(month, scheme.opensDay)) await openOnce(ctx, scheme, month)
  }
}

async function openOnce(
  ctx: Ctx,
  scheme: store.Scheme,
  month: PlainDate,
): Promise<{ id: string; reports: number } | undefined> {
  return ctx.transact(async (tx) => {
    const id = ctx.newId()
    const due = dayOf(month, scheme.dueDay)
    if (!(await store.insertPeriod(tx, { id, schemeId: scheme.id, month, openedOn: ctx.today, due }))) return undefined
    const reports = await store.insertDuties(tx, id, scheme)
    await ctx.audit(tx, 'ledger.open-period', { thing: `period/${id}`, after: { month, due, reports } })
    await ctx.publish(tx, { name: 'ledger.period-opened', payload: { periodId: id } })
    return { id, reports }
  })
}

/** Closes a period: nothing more is written into its reports, and its inputs of the score stand fixed. */
export async function closePeriod(ctx: Ctx, input: { readonly id: string; readonly version: number }): Promise<void> {
  ctx.require('ledger.dispatch')
  await ctx.transact(async (tx) => {
    const period = await store.findPeriod(tx, input.id)
    if (!period) throw new PeriodUnknown()
    if (period.closedOn !== null) throw new PeriodClosed()
    if (ctx.today <= period.due) {
      throw new InputInvalid([{ field: 'id', message: `报送期限是 ${period.due}（含当日），到期之后才能截止` }])
    }
    if (!(await store.closePeriod(tx, { ...input, on: ctx.today }))) throw new StaleVersion(input, period)
    await ctx.audit(tx, 'ledger.close-period', { thing: `period/${input.id}`, after: { on: ctx.today } })
    await ctx.publish(tx, periodClosed({ periodId: input.id }))
  })
}

/** A day of a month; in a shorter month its last. */
function dayOf(month: PlainDate, day: number): PlainDate {
  const last = lastOfMonth(month)
  return day >= dayOfMonth(last) ? last : addDays(firstOfMonth(month), day - 1)
}
