import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import { TasksDoNotFit, TaskUnknown } from '../errors.ts'
import { datesOf } from '../model/light.ts'
import * as store from '../store/tasks.ts'
import { eventOf } from './confirm.ts'
import { hangTasks } from './hang-tasks.ts'
import { addTasks, openStates, type Part, typedRows } from './typed-tasks.ts'

/** Replaces one task by several of the same clause; the old one stays, marked as split. */
export async function splitTask(
  ctx: Ctx,
  input: { readonly id: string; readonly version: number; readonly reason: string; readonly into: readonly Part[] },
): Promise<{ taskIds: string[] }> {
  ctx.require('ledger.confirm')
  const seen = await store.findTask(ctx.db, input.id)
  if (!seen) throw new TaskUnknown()
  const rows = await typedRows(ctx, ctx.db, { task: seen, typed: input.into, field: 'into' })
  return ctx.transact(async (tx) => {
    const [task] = await store.lockTasks(tx, [seen.id])
    if (!task || !openStates.includes(task.state)) throw new TasksDoNotFit('这项任务已经结束或已拆分，不能再拆分')
    const change = { id: task.id, version: input.version, changedAt: ctx.now, state: 'split' as const }
    if (!(await store.updateTask(tx, change))) throw new StaleVersion(input, task)
    const taskIds = await addTasks(ctx, tx, {
      from: task,
      step: 'from-split',
      tasks: rows.map((row) => ({
        ...row,
        lateReason: null,
        parentId: task.parentId,
        state: 'assigned' as const,
        words: null,
      })),
    })
    const said = { taskId: task.id, step: 'split', toState: 'split' as const, words: input.reason }
    await store.insertEvents(tx, [eventOf(ctx, said)])
    await hangTasks(ctx, tx, [task.id])
    await ctx.audit(tx, 'ledger.split', { thing: `task/${task.id}`, after: { taskIds }, reason: input.reason })
    return { taskIds }
  })
}

/** Takes other tasks of the same clause into one: their dates and targets come along, they stay marked as merged. */
export async function mergeTasks(
  ctx: Ctx,
  input: {
    readonly id: string
    readonly version: number
    readonly others: readonly { readonly id: string; readonly version: number }[]
    readonly reason: string
  },
): Promise<{ version: number }> {
  ctx.require('ledger.confirm')
  return ctx.transact(async (tx) => {
    const ids = [input.id, ...input.others.map(({ id }) => id)]
    const locked = await store.lockTasks(tx, ids)
    const target = locked.find(({ id }) => id === input.id)
    const others = locked.filter(({ id }) => id !== input.id)
    if (!target) throw new TaskUnknown()
    checkMergeable(target, others, new Set(ids).size)
    const milestones = await store.listMilestones(tx, ids)
    const own = milestones.filter(({ inherited }) => !inherited).map((row, ordinal) => ({ ...row, ordinal }))
    const inherited = milestones.filter((row) => row.inherited && row.taskId === target.id)
    const targets = (await store.listTargets(tx, ids)).map((row, ordinal) => ({ ...row, ordinal }))
    const parties = (await store.listParties(tx, [target.id])).map(({ taskId: _, ...row }) => row)
    for (const { id, version } of input.others) {
      const merged = { id, version, changedAt: ctx.now, state: 'merged' as const, mergedInto: target.id }
      if (!(await store.updateTask(tx, merged))) throw new StaleVersion(input, others)
    }
    const all = [...own, ...inherited]
    const change = { id: target.id, version: input.version, changedAt: ctx.now, ...datesOf(all) }
    if (!(await store.updateTask(tx, change))) throw new StaleVersion(input, target)
    await moveDetails(tx, { target: { id: target.id, parties, milestones: all, targets }, others })
    await store.insertEvents(tx, [
      eventOf(ctx, { taskId: target.id, step: 'take-in', toState: target.state, words: input.reason }),
      ...others.map(({ id }) => eventOf(ctx, { taskId: id, step: 'merge', toState: 'merged', words: input.reason })),
    ])
    await hangTasks(ctx, tx, ids)
    await ctx.audit(tx, 'ledger.merge', { thing: `task/${target.id}`, after: { ids }, reason: input.reason })
    return { version: input.version + 1 }
  })
}

/** The others keep their parties, so that their units still find them; their dates and targets are the target's now. */
async function moveDetails(
  tx: Tx,
  { target, others }: { target: Parameters<typeof store.replaceDetails>[1][number]; others: readonly store.Task[] },
): Promise<void> {
  const parties = await store.listParties(
    tx,
    others.map(({ id }) => id),
  )
  const emptied = others.map(({ id }) => ({
    id,
    parties: parties.filter(({ taskId }) => taskId === id).map(({ taskId: _, ...row }) => row),
    milestones: [],
    targets: [],
  }))
  await store.replaceDetails(tx, [...emptied, target])
}

function checkMergeable(target: store.Task, others: readonly store.Task[], asked: number): void {
  if (others.length + 1 !== asked) throw new TasksDoNotFit('要合并的任务中有的已不存在')
  if ([target, ...others].some(({ state }) => !openStates.includes(state)))
    throw new TasksDoNotFit('要合并的任务中有的已经结束')
  if (others.some(({ measureId }) => measureId !== target.measureId))
    throw new TasksDoNotFit('只能合并同一条措施的任务')
}
