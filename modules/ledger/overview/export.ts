import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { indicatorsView, lateTasks } from './service.ts'
import { todoList } from './todo.ts'

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

/** Every indicator with its commander and how it stands, as a spreadsheet. */
export async function exportIndicators(ctx: Ctx): Promise<Download> {
  const { items } = await indicatorsView(ctx)
  return listWorkbook(ctx, {
    title: '指标与总指挥',
    rows: items,
    columns: [
      { head: '指标', width: 24, cell: ({ name }) => name },
      { head: '总指挥', width: 24, cell: ({ post }) => post },
      { head: '担任者', width: 20, cell: ({ holders }) => holders.join('、') },
      { head: '任务', width: 10, cell: ({ figures }) => figures.all },
      { head: '办结', width: 10, cell: ({ figures }) => figures.done },
      { head: '正常', width: 10, cell: ({ figures }) => figures.green },
      { head: '临期', width: 10, cell: ({ figures }) => figures.yellow },
      { head: '逾期', width: 10, cell: ({ figures }) => figures.red },
      { head: '中止', width: 10, cell: ({ figures }) => figures.paused },
      { head: '未定时限', width: 10, cell: ({ figures }) => figures.none },
      { head: '缺报', width: 10, cell: ({ missing }) => missing },
      { head: '未解决的问题', width: 14, cell: ({ problems }) => problems },
      { head: '量化指标', width: 10, cell: ({ metrics }) => metrics },
      { head: '达不到的', width: 10, cell: ({ metricsOff }) => metricsOff },
    ],
  })
}

/** What the actor has to do as a spreadsheet. */
export async function exportTodo(ctx: Ctx): Promise<Download> {
  const { items } = await todoList(ctx)
  return listWorkbook(ctx, {
    title: '等我办的',
    rows: items,
    columns: [
      { head: '期限', width: 12, cell: ({ due }) => due },
      { head: '剩余天数', width: 10, cell: ({ daysLeft }) => daysLeft },
      { head: '办什么', width: 10, cell: ({ action }) => action },
      { head: '事项', width: 50, cell: ({ title }) => title },
      { head: '说明', width: 60, cell: ({ about }) => about },
    ],
  })
}
