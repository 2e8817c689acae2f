import type { LedgerDocument } from '../store/documents.ts'
import type { Task } from '../store/tasks.ts'

/** Whether anyone may see a task: its document is released, and it is no part and has not ended without result. */
export function isPublic(task: Task, document: Pick<LedgerDocument, 'release'>): boolean {
  return document.release !== 'nothing' && task.parentId === null && !isGone(task)
}

/** Whether the public saw the task until it was cancelled, merged or split. */
export function wasPublic(task: Task, document: Pick<LedgerDocument, 'release'>): boolean {
  return document.release !== 'nothing' && task.parentId === null && isGone(task)
}

function isGone({ state }: Task): boolean {
  return state === 'cancelled' || state === 'merged' || state === 'split'
}
