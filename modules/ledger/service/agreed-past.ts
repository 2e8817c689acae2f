import type { Db } from '@guangyue/platform/db'
import { findTask, type Task } from '../store/tasks.ts'

/** The date of the task above when a part ends after it, to be kept as agreed; null where there is nothing to agree. */
export async function agreedPast(db: Db, { parentId }: Task, due: string | null): Promise<string | null> {
  const above = parentId === null ? undefined : await findTask(db, parentId)
  return above?.due && due !== null && due > above.due ? above.due : null
}
