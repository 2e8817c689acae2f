import type { Ctx } from '@guangyue/platform/db'
import { countDrafts, listDocuments } from '../store/documents.ts'
import { listLateParts, listRequests } from '../store/requests.ts'
import { countLights, listTasks, type TaskFilter, type TaskListRow } from '../store/task-list.ts'
import { reachOf } from './reach.ts'
import { presentRows } from './task-view.ts'

const SHOWN = 20

/** What waits for the actor: the office sees the city, a department its own tasks, and apart those that it supports. */
export async function workbench(ctx: Ctx) {
  ctx.require('ledger.read')
  const reach = reachOf(ctx)
  const scope: TaskFilter = { as: 'any', state: 'all', reach }
  const others: TaskFilter = reach === null ? scope : { ...scope, notLedBy: ctx.actor.bodies }
  const top = async (filter: Partial<TaskFilter>) =>
    presentRows(ctx, await listTasks(ctx.db, ctx.today, { ...others, ...filter, sort: 'due', limit: SHOWN }))
  const waiting = await waitingFor(ctx, scope)
  const figures = await countLights(ctx.db, ctx.today, scope)
  const open = await countLights(ctx.db, ctx.today, { ...others, state: 'open' })
  return {
    scope: reach === null ? ('city' as const) : ('bodies' as const),
    figures,
    leading: reach === null ? null : figures.all - (await countLights(ctx.db, ctx.today, others)).all,
    ...(await requestsFor(ctx)),
    overdue: await top({ light: 'red', state: 'open' }),
    overdueCount: open.red,
    near: await top({ light: 'yellow', state: 'open' }),
    nearCount: open.yellow,
    waiting: await presentRows(ctx, waiting.slice(0, SHOWN)),
    waitingCount: waiting.length,
    drafts: ctx.can('ledger.draft') ? await draftsToConfirm(ctx) : [],
  }
}

/** What the office is to answer. */
async function requestsFor(ctx: Ctx) {
  if (!ctx.can('ledger.steer')) return { requests: [], requestCount: 0, latePartCount: 0 }
  const rows = await listRequests(ctx.db, { state: 'waiting', reach: null, limit: 500 })
  const requests = rows.slice(0, SHOWN).map(({ taskId, title, step, words }) => ({
    taskId,
    title,
    kind: step === 'propose-part' ? ('part' as const) : ('extension' as const),
    words,
  }))
  return { requests, requestCount: rows.length, latePartCount: (await listLateParts(ctx.db, {})).length }
}

/** The office: to verify, to close. Who takes no steps, as a leader: nothing. A department: returned, then all that it has to do by its day. */
async function waitingFor(ctx: Ctx, scope: TaskFilter): Promise<readonly TaskListRow[]> {
  const list = (filter: Partial<TaskFilter>) =>
    listTasks(ctx.db, ctx.today, { ...scope, ...filter, sort: 'due', limit: 500 })
  if (ctx.can('ledger.steer')) {
    return [...(await list({ state: 'reported' })), ...(await list({ state: 'verified' }))]
  }
  if (!ctx.can('ledger.act')) return []
  const own = { leadReach: ctx.actor.bodies }
  const toDo = [...(await list({ state: 'assigned', ...own })), ...(await list({ state: 'in-progress', ...own }))]
  return [...(await list({ state: 'returned', ...own })), ...toDo.toSorted(byDay)]
}

/** Those without a day last. */
function byDay(a: TaskListRow, b: TaskListRow): number {
  return (a.nextDue ?? '9999').localeCompare(b.nextDue ?? '9999')
}

async function draftsToConfirm(ctx: Ctx) {
  const documents = await listDocuments(ctx.db, null)
  const counts = await countDrafts(
    ctx.db,
    documents.map(({ id }) => id),
  )
  return documents.flatMap(({ id, number, title }) => {
    const { waiting, faulty } = counts.get(id) ?? { waiting: 0, faulty: 0 }
    return waiting > 0 ? [{ documentId: id, number, title, waiting, faulty }] : []
  })
}
