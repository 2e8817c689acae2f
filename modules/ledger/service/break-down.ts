import { type Ctx, StaleVersion, type Tx } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { InputInvalid } from '@guangyue/platform/http'
import { NotTheLead, StepNotPossible, TasksDoNotFit, TaskUnknown } from '../errors.ts'
import { partsProposed } from '../events.ts'
import { looserThan } from '../model/looser.ts'
import { stateLabels } from '../model/steps.ts'
import type { TaskRows } from '../model/task-rows.ts'
import * as store from '../store/tasks.ts'
import { eventOf } from './confirm.ts'
import { roleIn } from './task-role.ts'
import { addTasks, type NewPart, openStates, type Part, typedRows } from './typed-tasks.ts'

interface Breaking {
  readonly id: string
  /** Of the task as the person saw it. */
  readonly version: number
  readonly parts: readonly Part[]
}

/**
 * A lead breaks its task down to units below or beside it. Parts as strict as the task are given to their units at once;
 * one that is later or looser needs a reason, and waits for the office. The same parts sent again are the same parts.
 */
export async function breakDown(ctx: Ctx, input: Breaking): Promise<{ taskIds: string[]; waiting: number }> {
  ctx.require('ledger.break-down')
  return ctx.transact(async (tx) => {
    const task = await taskToBreak(ctx, tx, input.id)
    const sent = await sentBefore(tx, task, input.parts)
    if (sent) return sent
    if (task.version !== input.version) throw new StaleVersion(input, task)
    if (!openStates.includes(task.state)) {
      throw new StepNotPossible('分解', { name: task.state, label: stateLabels[task.state] })
    }
    const rows = await typedRows(ctx, tx, { task, typed: input.parts, field: 'parts' })
    const parts = partsOf(rows, input.parts, { ...task, targets: await store.listTargets(tx, [task.id]) })
    const taskIds = await addTasks(ctx, tx, { from: task, step: 'break-down', tasks: parts })
    const proposed = parts.filter(({ state }) => state === 'proposed').map(({ id }) => id)
    const event = { taskId: task.id, step: 'broke-down', toState: task.state, words: saidOf(parts, proposed.length) }
    await store.insertEvents(tx, [eventOf(ctx, event)])
    await ctx.audit(tx, 'ledger.break-down', { thing: `task/${task.id}`, after: { taskIds, proposed } })
    if (proposed.length > 0) await ctx.publish(tx, partsProposed({ taskId: task.id, taskIds: proposed }))
    return { taskIds, waiting: proposed.length }
  })
}

async function taskToBreak(ctx: Ctx, tx: Tx, id: string): Promise<store.Task> {
  const [task] = await store.lockTasks(tx, [id])
  if (!task) throw new TaskUnknown()
  const role = await roleIn(ctx, tx, task)
  if (!role.sees) throw new TaskUnknown()
  if (!role.mayBreakDown) throw new NotTheLead(role.leads.join('、'), '分解任务')
  return task
}

/** What the same submission made before; undefined when it is new. Refuses ids of which only some are there. */
async function sentBefore(tx: Tx, task: store.Task, parts: readonly Part[]) {
  const ids = parts.map(({ id }) => id)
  const there = await store.lockTasks(tx, ids)
  if (there.length === 0) return undefined
  if (there.length < new Set(ids).size || there.some(({ parentId }) => parentId !== task.id)) {
    throw new TasksDoNotFit('有任务的编号已被使用')
  }
  return { taskIds: ids, waiting: there.filter(({ state }) => state === 'proposed').length }
}

type Above = store.Task & { readonly targets: Parameters<typeof looserThan>[1]['targets'] }

function partsOf(rows: readonly TaskRows[], parts: readonly Part[], above: Above): readonly NewPart[] {
  const weighed = rows.map((row, at) => ({
    row,
    reason: parts[at]?.lateReason || null,
    differs: looserThan(row, above),
  }))
  const faults: FieldFault[] = weighed.flatMap(({ differs, reason }, at) => {
    if (differs.length === 0 || reason !== null) return []
    return [{ field: `parts.${at}.lateReason`, message: `${differs.join('；')}。请改正，或写明原因，由督办部门批准` }]
  })
  if (faults.length > 0) throw new InputInvalid(faults)
  return weighed.map(({ row, differs, reason }) => ({
    ...row,
    parentId: above.id,
    lateReason: differs.length === 0 ? null : reason,
    state: differs.length === 0 ? ('assigned' as const) : ('proposed' as const),
    words: differs.length === 0 ? null : `${differs.join('；')}。原因：${reason}`,
  }))
}

/** 3 项：甲县、乙县、丙县，其中 1 项待批准. */
function saidOf(parts: readonly NewPart[], waiting: number): string {
  const units = parts.map(({ parties }) => parties.find(({ role }) => role === 'lead')?.name ?? '')
  return `${parts.length} 项：${units.join('、')}${waiting > 0 ? `，其中 ${waiting} 项待批准` : ''}`
}
