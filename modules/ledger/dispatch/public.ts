import type { Ctx } from '@guangyue/platform/db'
import { listOfTask } from './store.ts'

/** What of a task's reports the public may see: the progress of the latest accepted one of its lead; null where none is. */
export async function latestAccepted(
  ctx: Ctx,
  taskId: string,
): Promise<{ month: string; text: string; percent: number | null; on: string | null } | null> {
  const latest = (await listOfTask(ctx.db, taskId)).find(({ role, state }) => role === 'lead' && state === 'accepted')
  return latest ? { month: latest.month, text: latest.progress, percent: latest.percent, on: latest.answeredOn } : null
}
