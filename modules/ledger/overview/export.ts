import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { listWorkbook } from '../sheet/list-workbook.ts'
import { lateTasks } from './service.ts'

const MOST = 20_000

/** What is late, whose, since when and why, as a spreadsheet. */
export async function exportOverview(
  ctx: Ctx,
  filter: { readonly indicator?: string; readonly bodyId?: string },
): Promise<Download> {
  ctx.require('ledger.oversee')
  const rows = await lateTasks(ctx, { ...filter, limit: MOST })
  return listWorkbook(ctx, {
    title: '逾期事项',
    rows,
    columns: [
      { head: '任务', width: 50, cell: ({ title }) => title },
      { head: '出处', width: 30, cell: ({ cite }) => cite.label },
      { head: '牵头单位', width: 24, cell: ({ leads }) => leads.join('、') },
      { head: '到期', width: 14, cell: ({ nextDue }) => nextDue },
      { head: '逾期天数', width: 10, cell: ({ daysLeft }) => (daysLeft === null ? null : -daysLeft) },
      { head: '最近报告', width: 50, cell: ({ why }) => why.report?.words ?? null },
      { head: '报告日期', width: 14, cell: ({ why }) => why.report?.on ?? null },
      { head: '申请延期至', width: 14, cell: ({ why }) => why.extension?.due ?? null },
      { head: '延期理由', width: 30, cell: ({ why }) => why.extension?.reason ?? null },
      { head: '退回原因', width: 30, cell: ({ why }) => why.returned },
      { head: '未解决的问题', width: 40, cell: ({ why }) => why.problem?.text ?? null },
    ],
  })
}
