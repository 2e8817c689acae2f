import { monthInWords } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { noticeLabels } from './content.ts'
import type { NoticeFilter } from './store.ts'
import { noticesView } from './views.ts'

const stateLabels = { draft: '待审核', reviewed: '待印发', issued: '已印发' } as const

/** The notices that the actor may see as a spreadsheet. */
export async function exportNotices(ctx: Ctx, asked: Pick<NoticeFilter, 'kind' | 'state'>): Promise<Download> {
  const { items } = await noticesView(ctx, asked)
  return listWorkbook(ctx, {
    title: '督办与通报',
    rows: items,
    columns: [
      { head: '种类', width: 12, cell: ({ kind }) => noticeLabels[kind] },
      { head: '标题', width: 50, cell: ({ title }) => title },
      { head: '文号', width: 24, cell: ({ number }) => number },
      { head: '所报月份', width: 14, cell: ({ month }) => (month === null ? null : monthInWords(month)) },
      { head: '主送', width: 40, cell: ({ units }) => units.map(({ name }) => name).join('、') },
      { head: '状态', width: 12, cell: ({ state }) => stateLabels[state] },
      { head: '拟稿人', width: 12, cell: ({ draftedName }) => draftedName },
      { head: '拟稿日期', width: 12, cell: ({ draftedOn }) => draftedOn },
      { head: '印发日期', width: 12, cell: ({ issuedOn }) => issuedOn },
      { head: '是否公开', width: 10, cell: ({ published }) => (published ? '已公开' : '') },
    ],
  })
}
