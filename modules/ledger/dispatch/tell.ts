import { monthOfYearInWords } from '@guangyue/kernel/calendar'
import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import { tell } from '../messages.ts'
import { findTask } from '../store/tasks.ts'
import { countByUnit } from './duty-store.ts'
import { findPeriod, findReport } from './store.ts'

const opened = z.object({ periodId: z.uuid() })
const answered = z.object({ reportId: z.uuid(), answer: z.enum(['accept', 'return']) })

/** Each unit is told how many reports it owes in a period that has opened. */
export async function onPeriodOpened(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { periodId } = opened.parse(event.payload)
  const period = await findPeriod(ctx.db, periodId)
  if (!period) return
  for (const { bodyId, owing } of await countByUnit(ctx.db, { periodId, bodies: null })) {
    if (owing === 0) continue
    await ctx.transact((tx) =>
      tell(ctx, tx, {
        template: 'period-opened',
        params: { month: monthOfYearInWords(period.month), due: period.due, reports: owing },
        href: `/desk/ledger/dispatch?period=${periodId}`,
        onceKey: `period/${periodId}`,
        bodyIds: [bodyId],
      }),
    )
  }
}

/** A unit is told of a report that came back. */
export async function onReportAnswered(ctx: Ctx, event: DomainEvent & { readonly id: string }): Promise<void> {
  const { reportId, answer } = answered.parse(event.payload)
  if (answer !== 'return') return
  const report = await findReport(ctx.db, reportId)
  const task = report && (await findTask(ctx.db, report.taskId))
  if (!task) return
  await ctx.transact((tx) =>
    tell(ctx, tx, {
      template: 'report-returned',
      params: { title: task.title, reason: report.answer ?? '' },
      href: `/desk/ledger/reports/${reportId}`,
      onceKey: `answer/${event.id}`,
      bodyIds: [report.bodyId],
    }),
  )
}
