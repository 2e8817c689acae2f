import { type Hanging, type HangingState, hang, unhang } from '@guangyue/modules/gazette'
import type { Ctx, Tx } from '@guangyue/platform/db'
import type { TaskState } from '../model/steps.ts'
import { listForClauses, metricsOfTasks } from '../store/task-list.ts'

/** Says on the clauses' pages what the tasks stand at now; what the public sees follows the document's release. */
export async function hangTasks(ctx: Ctx, tx: Tx, taskIds: readonly string[]): Promise<void> {
  const tasks = await listForClauses(tx, { taskIds })
  if (tasks.length > 0) await hang(ctx, tx, tasks.map(hangingOf))
}

/** The same for all tasks of a document, after its release changed. */
export async function hangDocument(ctx: Ctx, tx: Tx, documentId: string): Promise<void> {
  const tasks = await listForClauses(tx, { documentId })
  if (tasks.length > 0) await hang(ctx, tx, tasks.map(hangingOf))
}

/** Takes tasks, and the metrics of their targets, off the clauses' pages. */
export async function unhangTasks(tx: Tx, taskIds: readonly string[]): Promise<void> {
  const metrics = await metricsOfTasks(tx, taskIds)
  await unhang(tx, [...taskIds.map((id) => `task/${id}`), ...metrics.map((id) => `metric/${id}`)])
}

function hangingOf(task: Awaited<ReturnType<typeof listForClauses>>[number]): Hanging {
  return {
    basis: { document: task.document, path: task.path },
    thing: `task/${task.id}`,
    kind: 'task',
    title: task.title,
    url: `/ledger/tasks/${task.id}`,
    state: states[task.state],
    due: reportedInTime(task) ? null : task.nextDue,
    detail: task.leads === '' ? null : `牵头：${task.leads}`,
    // Parts of a task are the units' own business.
    visible: task.parentId === null ? task.release : 'nothing',
  }
}

/** A task reported in time is not late while it waits to be verified. */
function reportedInTime({ state, reportedOn, nextDue }: Awaited<ReturnType<typeof listForClauses>>[number]): boolean {
  return state === 'reported' && reportedOn !== null && nextDue !== null && reportedOn <= nextDue
}

const states: Readonly<Record<TaskState, HangingState>> = {
  draft: 'cancelled',
  proposed: 'cancelled',
  refused: 'cancelled',
  // What is assigned runs: its light on the clause is that of the ledger.
  assigned: 'running',
  'in-progress': 'running',
  reported: 'running',
  returned: 'running',
  verified: 'done',
  closed: 'done',
  suspended: 'suspended',
  cancelled: 'cancelled',
  merged: 'cancelled',
  split: 'cancelled',
}
