import { monthInWords } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { reportLabels } from './model.ts'
import { listReportTexts } from './store.ts'
import { dutiesView, periodView } from './views.ts'

const MOST = 20_000

/** The reports of a period that the actor may see as a spreadsheet, with what they say; of one unit when it is given. */
export async function exportPeriod(
  ctx: Ctx,
  { id, unit }: { readonly id: string; readonly unit?: string },
): Promise<Download> {
  const { month } = await periodView(ctx, id)
  const { items } = await dutiesView(ctx, { as: 'all', period: id, unit, states: undefined, page: 1, limit: MOST })
  const texts = await listReportTexts(
    ctx.db,
    items.map((item) => item.id),
  )
  const rows = items.map((item) => ({ ...item, text: texts.get(item.id) }))
  return listWorkbook(ctx, {
    title: `${monthInWords(month)}调度报告`,
    rows,
    columns: [
      { head: '单位', width: 20, cell: (row) => row.unit.name },
      { head: '任务', width: 40, cell: ({ title }) => title },
      { head: '出处', width: 28, cell: ({ cite }) => cite.label },
      { head: '报送身份', width: 10, cell: ({ role }) => (role === 'lead' ? '牵头' : '责任') },
      { head: '状态', width: 12, cell: ({ state }) => reportLabels[state] },
      { head: '是否逾期', width: 10, cell: ({ late }) => (late ? '逾期' : '') },
      { head: '完成（%）', width: 10, cell: ({ percent }) => percent },
      { head: '进展', width: 60, cell: ({ text }) => text?.progress ?? null },
      { head: '问题', width: 40, cell: ({ text }) => text?.problems ?? null },
      { head: '需要的支持', width: 30, cell: ({ text }) => text?.helpWanted ?? null },
      { head: '起草人', width: 12, cell: ({ draftedName }) => draftedName },
      { head: '签发人', width: 12, cell: ({ text }) => text?.signedName ?? null },
      { head: '签发日期', width: 12, cell: ({ signedOn }) => signedOn },
      { head: '答复', width: 30, cell: ({ text }) => text?.answer ?? null },
      { head: '报送期限', width: 12, cell: ({ due }) => due },
      { head: '报告编号', width: 38, cell: (row) => row.id },
    ],
  })
}
