import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx, Db } from '@guangyue/platform/db'
import { roleIn } from '../service/task-role.ts'
import { findTask, listPartiesAround, type Task } from '../store/tasks.ts'
import { ReportUnknown } from './errors.ts'
import type { Report } from './store.ts'

/** What the actor is to one report. */
export interface ReportRole {
  readonly task: Task
  /** Short name of the reporting unit. */
  readonly unit: string
  /** Whoever sees the task sees its reports. */
  readonly sees: boolean
  readonly mayWrite: boolean
  /** A head of the very unit. */
  readonly isHead: boolean
  /** Who answers: the office, or for supports and parts the unit that leads above. */
  readonly mayAnswer: boolean
  /** It goes to the office and not to a lead. */
  readonly toOffice: boolean
}

/** Weighs a report's unit, and the lead that it goes up to, against the actor. Refuses one whose task is gone. */
export async function roleInReport(ctx: Ctx, db: Db, report: Report): Promise<ReportRole> {
  const task = await findTask(db, report.taskId)
  if (!task) throw new ReportUnknown()
  const toOffice = report.role === 'lead' && task.parentId === null
  const parties = await listPartiesAround(db, task)
  const leader = report.role === 'support' ? task.id : task.parentId
  // the first named lead answers for all
  const first = parties.find(({ taskId, role }) => taskId === leader && role === 'lead')
  const above = first?.bodyId ? [first.bodyId] : []
  const own = { bodies: [report.bodyId] }
  const names = await bodyNames(db, [report.bodyId], ctx.today)
  return {
    task,
    toOffice,
    unit: names.get(report.bodyId)?.short ?? '',
    sees: (await roleIn(ctx, db, task, parties)).sees || ctx.can('ledger.read', { bodies: above }),
    mayWrite: ctx.can('ledger.report', own),
    isHead: ctx.actor.roles.includes('head') && ctx.actor.bodyId === report.bodyId,
    mayAnswer: ctx.can('ledger.steer') || (above.length > 0 && ctx.can('ledger.report', { bodies: above })),
  }
}
