import type { Ctx } from '@guangyue/platform/db'
import { isPublic } from '../service/public-task.ts'
import { roleIn } from '../service/task-role.ts'
import { findDocument, type LedgerDocument } from '../store/documents.ts'
import { findTask, type Task } from '../store/tasks.ts'

/** How somebody sees a task: on the desk, as the public does with or without its progress, or not at all. */
export type Seeing = 'desk' | 'progress' | 'tracked' | null

export interface Seen {
  readonly task: Task
  readonly document: LedgerDocument
  readonly seeing: Seeing
}

/** How the actor of the context sees a task; undefined when there is none. */
export async function seeTask(ctx: Ctx, taskId: string): Promise<Seen | undefined> {
  const task = await findTask(ctx.db, taskId)
  const document = task && (await findDocument(ctx.db, task.documentId))
  if (!task || !document) return undefined
  return { task, document, seeing: await seeingOf(ctx, task, document) }
}

async function seeingOf(ctx: Ctx, task: Task, document: LedgerDocument): Promise<Seeing> {
  if (ctx.can('ledger.read') && (await roleIn(ctx, ctx.db, task)).sees) return 'desk'
  if (!isPublic(task, document) || document.release === 'nothing') return null
  return document.release
}
