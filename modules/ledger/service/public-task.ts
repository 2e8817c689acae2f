import type { LedgerDocument } from '../store/documents.ts'
import type { Task } from '../store/tasks.ts'

/** Whether anyone may see a task: its document is released, and it is no part and has not ended without result. */
export function isPublic(task: Task, document: Pick<LedgerDocument, 'release'>): boolean {
  const ended = task.state === 'cancelled' || task.state === 'merged' || task.state === 'split'
  return document.release !== 'nothing' && task.parentId === null && !ended
}
