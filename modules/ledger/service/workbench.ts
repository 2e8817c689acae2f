import type { Ctx } from '@guangyue/platform/db'
import { countDrafts, listDocuments } from '../store/documents.ts'
import { listLateParts } from '../store/requests.ts'
import { countLights, listTasks, type TaskFilter, type TaskListRow } from '../store/task-list.ts'
import { reachOf } from './reach.ts'
import { presentRows } from './task-view.ts'

const SHOWN = 20

/** How the actor's tasks stand: the office sees the city, a department its own tasks, and apart those that it supports. */
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
    latePartCount: ctx.can('ledger.steer') ? (await listLateParts(ctx.db, {})).length : 0,
    overdue: await top({ light: 'red', state: 'open' }),
    overdueCount: open.red,
    near: await top({ light: 'yellow', state: 'open' }),
    nearCount: open.yellow,
    waiting: await presentRows(ctx, waiting.slice(0, SHOWN)),
    waitingCount: waiting.length,
  }
}

/** What a department leads and has to do: returned, then by day. Who takes no steps, and the office: nothing. */
async function waitingFor(ctx: Ctx, scope: TaskFilter): Promise<readonly TaskListRow[]> {
  if (!ctx.can('ledger.act') || ctx.can('ledger.steer')) return []
  const own = { leadReach: ctx.actor.bodies }
  const list = (filter: Partial<TaskFilter>) =>
    listTasks(ctx.db, ctx.today, { ...scope, ...own, ...filter, sort: 'due', limit: 500 })
  const toDo = [...(await list({ state: 'assigned' })), ...(await list({ state: 'in-progress' }))]
  return [...(await list({ state: 'returned' })), ...toDo.toSorted(byDay)]
}

/** Those without a day last. */
function byDay(a: TaskListRow, b: TaskListRow): number {
  return (a.nextDue ?? '9999').localeCompare(b.nextDue ?? '9999')
}

/** Documents with drafts that wait for a person. */
export async function draftsToConfirm(ctx: Ctx) {
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
