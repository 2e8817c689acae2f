import { monthOfYearInWords } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import { owing } from '../dispatch/model.ts'
import { dutiesView } from '../dispatch/views.ts'
import { officeBodies } from '../service/bodies.ts'
import { presentRows } from '../service/task-view.ts'
import { listTasks, type TaskFilter } from '../store/task-list.ts'
import type { Todo } from './todo-sources.ts'

const MOST = 500

/** Reports of open periods: to write, to sign, to take into one's own, to answer. One that may be signed is to sign. */
export async function reportTodos(ctx: Ctx): Promise<readonly Todo[]> {
  const list = async (as: 'mine' | 'sign' | 'below' | 'office', states?: typeof owing) =>
    (await dutiesView(ctx, { as, states: states && [...states], page: 1, limit: MOST })).items
  const none: Awaited<ReturnType<typeof list>> = []
  const writes = ctx.can('ledger.report')
  const [sign, mine, below, office] = await Promise.all([
    writes ? list('sign') : none,
    writes ? list('mine', owing) : none,
    writes ? list('below') : none,
    ctx.can('ledger.steer') ? list('office') : none,
  ])
  const signing = new Set(sign.map(({ id }) => id))
  const todo = (action: string) => (duty: (typeof none)[number]) => ({
    key: `report/${duty.id}`,
    action,
    title: duty.title,
    about: `${monthOfYearInWords(duty.month)}报告　${duty.unit.name}　${duty.cite.label}`,
    due: duty.due,
    href: `/desk/ledger/reports/${duty.id}`,
    screen: 'ledger/dispatch',
  })
  return [
    ...sign.map(todo('签发')),
    ...mine
      .filter(({ id }) => !signing.has(id))
      .map((duty) => todo(duty.state === 'returned' ? '修改' : duty.state === 'draft' ? '续写' : '填报')(duty)),
    ...below.map((duty) => ({
      ...todo('并入')(duty),
      href: `/desk/ledger/reports/${duty.above ?? duty.id}`,
    })),
    ...office.map(todo('审核')),
  ]
}

/**
 * Tasks: to verify and to close for the office; to verify for a leader what the office leads itself; of a unit's own what
 * was returned, what is near its day or past it.
 */
export async function taskTodos(ctx: Ctx): Promise<readonly Todo[]> {
  const list = async (filter: Partial<TaskFilter>) =>
    presentRows(
      ctx,
      await listTasks(ctx.db, ctx.today, { as: 'any', state: 'all', reach: null, ...filter, sort: 'due', limit: MOST }),
    )
  const todo = (action: string) => (task: Awaited<ReturnType<typeof list>>[number]) => ({
    key: `task/${task.id}`,
    action,
    title: task.title,
    about: `${task.cite.label}　${task.leads.join('、')}`,
    due: task.nextDue,
    href: `/desk/ledger/tasks/${task.id}`,
    screen: 'ledger',
  })
  if (ctx.can('ledger.steer')) {
    const [reported, verified] = await Promise.all([
      list({ state: 'reported', notLedBy: ctx.actor.bodyId === null ? [] : [ctx.actor.bodyId] }),
      list({ state: 'verified' }),
    ])
    return [...reported.map(todo('核验')), ...verified.map(todo('办结'))]
  }
  if (!ctx.can('ledger.act')) {
    if (!ctx.can('ledger.verify-office')) return []
    return (await list({ state: 'reported', leadReach: await officeBodies(ctx.db) })).map(todo('核验'))
  }
  const own = { reach: ctx.actor.bodies, leadReach: ctx.actor.bodies }
  const doing = { ...own, state: ['assigned', 'in-progress'] } as const
  const [returned, late, near] = await Promise.all([
    list({ ...own, state: 'returned' }),
    list({ ...doing, light: 'red' }),
    list({ ...doing, light: 'yellow' }),
  ])
  return [...returned.map(todo('重办')), ...[...late, ...near].map(todo('办理'))]
}
