import type { Ctx } from '@guangyue/platform/db'
import { daysLeft, lightOfDate } from '../model/light.ts'
import { draftsToConfirm } from '../service/workbench.ts'
import { findingTodos, noticeTodos, objectionTodos, problemTodos, requestTodos, type Todo } from './todo-sources.ts'
import { reportTodos, taskTodos } from './todo-work.ts'

/** So many lines are given; the counts have all. */
const SHOWN = 100

/**
 * All that the actor has to do in the ledger, in order of its last day, what has none at the end: each line leads to
 * where it is done. `counts` says how many by the screen that they belong to.
 */
export async function todoList(ctx: Ctx) {
  ctx.require('ledger.read')
  const found = await Promise.all([
    reportTodos(ctx),
    taskTodos(ctx),
    requestTodos(ctx),
    findingTodos(ctx),
    problemTodos(ctx),
    noticeTodos(ctx),
    objectionTodos(ctx),
    draftTodos(ctx),
  ])
  const items = found.flat().toSorted(byDay)
  const counts = Map.groupBy(items, ({ screen }) => screen)
  return {
    total: items.length,
    counts: [...counts].map(([screen, of]) => ({ screen, count: of.length })),
    items: items.slice(0, SHOWN).map((item) => ({
      ...item,
      light: lightOfDate(item.due, ctx.today),
      daysLeft: daysLeft(item.due, ctx.today),
    })),
  }
}

function byDay(a: Todo, b: Todo): number {
  return (a.due ?? '9999').localeCompare(b.due ?? '9999')
}

/** A document with drafts is one line, for they are gone through together. */
async function draftTodos(ctx: Ctx): Promise<readonly Todo[]> {
  if (!ctx.can('ledger.draft')) return []
  return (await draftsToConfirm(ctx)).map(({ documentId, number, title, waiting, faulty }) => ({
    key: `draft/${documentId}`,
    action: '核对',
    title: number ?? title,
    about: `${waiting} 条草稿待核对${faulty > 0 ? `，有疑 ${faulty} 条` : ''}`,
    due: null,
    href: `/desk/ledger/review/${documentId}`,
    screen: 'ledger',
  }))
}
