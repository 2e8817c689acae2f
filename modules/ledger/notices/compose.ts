import { bodyNames, nationalCalendar } from '@guangyue/modules/organisations'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { findPeriod, listPeriods } from '../dispatch/store.ts'
import { listInputs, listLines } from '../scores/store.ts'
import { totalsOf } from '../scores/totals.ts'
import { presentRows } from '../service/task-view.ts'
import { listTasks } from '../store/task-list.ts'
import { bulletinOf, type LateTask, type NoticeContent, type NoticeKind, orderOf, promptOf } from './content.ts'
import * as store from './store.ts'

/** Working days that a unit has to answer a 督办单. */
const ANSWER_DAYS = 5
const MOST_TASKS = 500

export type Wanted =
  | { readonly kind: 'bulletin'; readonly id: string; readonly periodId: string }
  | {
      readonly kind: 'order' | 'prompt'
      readonly units: readonly { readonly id: string; readonly bodyId: string }[]
    }

/** What there is to tell: units that lead overdue or near tasks, and periods that are closed. */
export async function noticeChoices(ctx: Ctx) {
  ctx.require('ledger.notice')
  const units = await store.listUnitsDue(ctx.db, ctx.today)
  const bodies = units.map(({ bodyId }) => bodyId)
  const names = await bodyNames(ctx.db, bodies, ctx.today)
  const periods = (await listPeriods(ctx.db)).filter(({ closedOn }) => closedOn !== null)
  return {
    units: units.map(({ bodyId, overdue, near }) => ({
      unit: { id: bodyId, name: names.get(bodyId)?.short ?? '' },
      overdue,
      near,
    })),
    periods: periods.map(({ id, scheme, month }) => ({ id, scheme, month })),
  }
}

/**
 * Composes drafts from the ledger as it stands: one bulletin of a closed period, or one notice for each unit. Refuses a
 * unit without such tasks and a period that is still open. The same id again is the same notice.
 */
export async function composeNotices(ctx: Ctx, wanted: Wanted): Promise<{ ids: string[] }> {
  ctx.require('ledger.notice')
  if (wanted.kind === 'bulletin') {
    const { content, bodyIds } = await bulletin(ctx, wanted.periodId)
    await keep(ctx, [{ id: wanted.id, kind: 'bulletin', periodId: wanted.periodId, bodyIds, content }])
    return { ids: [wanted.id] }
  }
  const drafts: Draft[] = []
  for (const [at, { id, bodyId }] of wanted.units.entries()) {
    const content = await toUnit(ctx, { kind: wanted.kind, bodyId, field: `units.${at}` })
    drafts.push({ id, kind: wanted.kind, periodId: null, bodyIds: [bodyId], content })
  }
  await keep(ctx, drafts)
  return { ids: drafts.map(({ id }) => id) }
}

type Draft = Pick<store.Notice, 'id' | 'kind' | 'periodId' | 'bodyIds' | 'content'>

async function keep(ctx: Ctx, drafts: readonly Draft[]): Promise<void> {
  const series = (await store.lastSeries(ctx.db)) ?? `${ctx.city.name.slice(0, 1)}政督`
  const drafted = { draftedBy: ctx.actor.accountId, draftedName: ctx.actor.name, draftedOn: ctx.today }
  await ctx.transact(async (tx: Tx) => {
    for (const draft of drafts) {
      if (!(await store.insertNotice(tx, { ...draft, series, ...drafted }))) continue
      await ctx.audit(tx, 'ledger.notice-compose', { thing: `notice/${draft.id}`, after: draft.content })
    }
  })
}

/** The office that signs: the general office of the government. */
export function officeOf(ctx: Ctx): string {
  return `${ctx.city.facts.governmentName}办公室`
}

async function toUnit(
  ctx: Ctx,
  {
    kind,
    bodyId,
    field,
  }: { readonly kind: Exclude<NoticeKind, 'bulletin'>; readonly bodyId: string; readonly field: string },
): Promise<NoticeContent> {
  const unit = (await bodyNames(ctx.db, [bodyId], ctx.today)).get(bodyId)?.short
  const tasks = await tasksOf(ctx, { light: kind === 'order' ? 'red' : 'yellow', leadReach: [bodyId] })
  if (unit === undefined || tasks.length === 0) {
    const what = kind === 'order' ? '逾期' : '临近时限'
    throw new InputInvalid([{ field, message: `${unit ?? '这个单位'}没有牵头的${what}任务，请刷新后重新选择` }])
  }
  const office = officeOf(ctx)
  const own = tasks.map((task) => ({ ...task, unit }))
  if (kind === 'prompt') return promptOf(unit, { tasks: own, office })
  const calendar = (await nationalCalendar()).asKnownOn(ctx.today)
  return orderOf(unit, { tasks: own, office, answerBy: calendar.addWorkingDays(ctx.today, ANSWER_DAYS) })
}

async function bulletin(ctx: Ctx, periodId: string) {
  const period = await findPeriod(ctx.db, periodId)
  const inputs = await listInputs(ctx.db, periodId)
  if (!period || period.closedOn === null || inputs.length === 0) {
    throw new InputInvalid([{ field: 'periodId', message: '这一期还没有截止，或没有单位要报，请选择已截止的一期' }])
  }
  const bodyIds = inputs.map(({ bodyId }) => bodyId)
  const names = await bodyNames(ctx.db, bodyIds, ctx.today)
  const totals = totalsOf(await listLines(ctx.db, periodId, 'newest'))
  const content = bulletinOf(period.month, {
    units: inputs.map(({ bodyId, facts }) => ({
      unit: names.get(bodyId)?.short ?? '',
      all: Number(facts.应报数 ?? 0),
      onTime: Number(facts.按时签报数 ?? 0),
      owing: Number(facts.未报数 ?? 0),
      total: totals.get(bodyId) ?? null,
    })),
    tasks: await tasksOf(ctx, { light: 'red' }),
    office: officeOf(ctx),
    addressees: ['各有关单位'],
  })
  return { content, bodyIds }
}

async function tasksOf(
  ctx: Ctx,
  filter: { readonly light: 'red' | 'yellow'; readonly leadReach?: readonly string[] },
): Promise<readonly LateTask[]> {
  const asked = { ...filter, as: 'any', state: 'open', reach: null, sort: 'due', limit: MOST_TASKS } as const
  return (await presentRows(ctx, await listTasks(ctx.db, ctx.today, asked))).map((task) => ({
    unit: task.leads[0] ?? '',
    title: task.title,
    cite: task.cite.label,
    due: task.nextDue ?? '',
    days: -(task.daysLeft ?? 0),
  }))
}
