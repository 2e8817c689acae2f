import type { Ctx } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { InputInvalid } from '@guangyue/platform/http'
import { NotTheLead, StepNotPossible, TaskUnknown } from '../errors.ts'
import { stateLabels } from '../model/steps.ts'
import type { TaskRows } from '../model/task-rows.ts'
import { findTask, type Task } from '../store/tasks.ts'
import { roleIn } from './task-role.ts'
import { addTasks, openStates, type Part, typedRows } from './typed-tasks.ts'

/**
 * A lead breaks its task down to units below or beside it. A part ends no later than the task unless a reason is given.
 * The same parts sent again are the same parts.
 */
export async function breakDown(
  ctx: Ctx,
  { id, parts }: { readonly id: string; readonly parts: readonly Part[] },
): Promise<{ taskIds: string[] }> {
  ctx.require('ledger.break-down')
  const task = await findTask(ctx.db, id)
  if (!task) throw new TaskUnknown()
  const role = await roleIn(ctx, ctx.db, task)
  if (!role.sees) throw new TaskUnknown()
  if (!role.mayBreakDown) throw new NotTheLead(role.leads.join('、'), '分解任务')
  if (!openStates.includes(task.state)) {
    throw new StepNotPossible('分解', { name: task.state, label: stateLabels[task.state] })
  }
  const rows = await typedRows(ctx, ctx.db, { task, typed: parts, field: 'parts' })
  checkNotLater(task, rows, parts)
  return ctx.transact(async (tx) => {
    const taskIds = await addTasks(ctx, tx, {
      from: task,
      step: 'break-down',
      tasks: rows.map((row, at) => ({ ...row, lateReason: parts[at]?.lateReason ?? null, parentId: task.id })),
    })
    await ctx.audit(tx, 'ledger.break-down', { thing: `task/${task.id}`, after: { taskIds } })
    return { taskIds }
  })
}

function checkNotLater(task: Task, rows: readonly TaskRows[], parts: readonly Part[]): void {
  const faults: FieldFault[] = rows.flatMap((row, at) => {
    const late = task.due !== null && row.due !== null && row.due > task.due && !parts[at]?.lateReason
    const message = `晚于上级任务的时限 ${task.due}。请提前，或写明原因`
    return late ? [{ field: `parts.${at}.dates.0.due`, message }] : []
  })
  if (faults.length > 0) throw new InputInvalid(faults)
}
