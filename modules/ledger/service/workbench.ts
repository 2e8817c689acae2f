import type { Ctx } from '@guangyue/platform/db'
import type { Light } from '../model/light.ts'
import type { TaskState } from '../model/steps.ts'
import { countDrafts, listDocuments } from '../store/documents.ts'
import { listLateParts } from '../store/requests.ts'
import { countStanding, listTasks, openStates, type StandingCount, type TaskFilter } from '../store/task-list.ts'
import { reachOf } from './reach.ts'
import { presentRows } from './task-view.ts'

const SHOWN = 20
const toDo: readonly TaskState[] = ['assigned', 'in-progress']

/** How the actor's tasks stand: the office sees the city, a department its own tasks, and apart those that it supports. */
export async function workbench(ctx: Ctx) {
  ctx.require('ledger.read')
  const reach = reachOf(ctx)
  const city = reach === null
  const own = ctx.actor.bodies
  const top = (filter: Partial<TaskFilter>) =>
    listTasks(ctx.db, ctx.today, { as: 'any', state: 'open', reach, ...filter, sort: 'due', limit: SHOWN })
  const others = city ? {} : { notLedBy: own }
  // A department has to do what it leads; who takes no steps, and the office, have nothing here.
  const acts = ctx.can('ledger.act') && !ctx.can('ledger.steer')
  const [counts, overdue, near, returned, going, lateParts] = await Promise.all([
    countStanding(ctx.db, ctx.today, { reach, own }),
    top({ ...others, light: 'red' }),
    top({ ...others, light: 'yellow' }),
    acts ? top({ leadReach: own, state: 'returned' }) : [],
    acts ? top({ leadReach: own, state: toDo }) : [],
    ctx.can('ledger.steer') ? listLateParts(ctx.db, {}) : [],
  ])
  const count = (which: (one: StandingCount) => boolean) =>
    counts.reduce((sum, one) => sum + (which(one) ? one.n : 0), 0)
  const light = (of: Light) => count((one) => one.light === of)
  const open = (of: Light) => count((one) => one.light === of && openStates.includes(one.state) && (city || !one.leads))
  const waiting = [...returned, ...going].slice(0, SHOWN)
  const rows = await presentRows(ctx, [...overdue, ...near, ...waiting])
  const nearFrom = overdue.length
  const waitingFrom = nearFrom + near.length
  return {
    scope: city ? ('city' as const) : ('bodies' as const),
    figures: {
      all: count(() => true),
      red: light('red'),
      yellow: light('yellow'),
      green: light('green'),
      none: light('none'),
      paused: light('paused'),
      done: light('done'),
    },
    leading: city ? null : count(({ leads }) => leads),
    latePartCount: lateParts.length,
    overdue: rows.slice(0, nearFrom),
    overdueCount: open('red'),
    near: rows.slice(nearFrom, waitingFrom),
    nearCount: open('yellow'),
    waiting: rows.slice(waitingFrom),
    waitingCount: acts ? count(({ state, leads }) => leads && (state === 'returned' || toDo.includes(state))) : 0,
  }
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
