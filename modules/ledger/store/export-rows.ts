import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Db } from '@guangyue/platform/db'
import type { MilestoneRow, PartyRow, TargetRow } from '../model/task-rows.ts'
import { listTasks, type TaskFilter, type TaskListRow } from './task-list.ts'
import { listMilestones, listParties, listTargets } from './tasks.ts'

/** A task with all that an export says of it. */
export interface ExportTask {
  readonly row: TaskListRow
  readonly parties: readonly PartyRow[]
  readonly milestones: readonly MilestoneRow[]
  readonly targets: readonly TargetRow[]
}

const MOST = 20_000

/** All tasks of the filter in the order of the text, in five queries whatever their number. */
export async function listForExport(db: Db, today: PlainDate, filter: TaskFilter): Promise<readonly ExportTask[]> {
  const rows = await listTasks(db, today, { ...filter, sort: 'text', limit: MOST })
  const ids = rows.map(({ id }) => id)
  const byTask = <Row extends { readonly taskId: string }>(list: readonly Row[]) =>
    Map.groupBy(list, ({ taskId }) => taskId)
  const parties = byTask(await listParties(db, ids))
  const milestones = byTask(await listMilestones(db, ids))
  const targets = byTask(await listTargets(db, ids))
  return rows.map((row) => ({
    row,
    parties: parties.get(row.id) ?? [],
    milestones: milestones.get(row.id) ?? [],
    targets: targets.get(row.id) ?? [],
  }))
}
