import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { findingLabels, kindLabels } from './model.ts'
import { type FindingQuery, findingsView, inspectionsView } from './views.ts'

/** The list of findings (督导清单) as a spreadsheet, of the filter and of what the actor sees. */
export async function exportFindings(ctx: Ctx, query: FindingQuery): Promise<Download> {
  const { items } = await findingsView(ctx, query)
  return listWorkbook(ctx, {
    title: '督导清单',
    rows: items,
    columns: [
      { head: '督查活动', width: 30, cell: ({ inspection }) => inspection },
      { head: '方式', width: 12, cell: ({ kind }) => kindLabels[kind] },
      { head: '序号', width: 8, cell: ({ number }) => number },
      { head: '发现的问题', width: 50, cell: ({ text }) => text },
      { head: '依据', width: 30, cell: ({ cite, basis }) => cite?.label ?? basis },
      { head: '任务', width: 36, cell: ({ title }) => title },
      { head: '责任单位', width: 20, cell: ({ unit }) => unit.name },
      { head: '发现日期', width: 12, cell: ({ foundOn }) => foundOn },
      { head: '期限（工作日）', width: 12, cell: ({ termDays }) => termDays },
      { head: '整改期限', width: 12, cell: ({ due }) => due },
      { head: '状态', width: 18, cell: ({ state }) => findingLabels[state] },
      { head: '是否逾期', width: 10, cell: ({ late }) => (late ? '逾期' : '') },
      { head: '整改情况', width: 50, cell: ({ mendWords, signedOn }) => (signedOn === null ? null : mendWords) },
      { head: '签报日期', width: 12, cell: ({ signedOn }) => signedOn },
      { head: '核验日期', width: 12, cell: ({ verifiedOn }) => verifiedOn },
      { head: '销号日期', width: 12, cell: ({ closedOn }) => closedOn },
      { head: '发现编号', width: 38, cell: ({ id }) => id },
    ],
  })
}

/** The inspections that the actor may see as a spreadsheet. */
export async function exportInspections(ctx: Ctx, query: Parameters<typeof inspectionsView>[1]): Promise<Download> {
  const { items } = await inspectionsView(ctx, query)
  return listWorkbook(ctx, {
    title: '督查活动',
    rows: items,
    columns: [
      { head: '方式', width: 12, cell: ({ kind }) => kindLabels[kind] },
      { head: '名称', width: 50, cell: ({ title }) => title },
      { head: '开始', width: 12, cell: ({ fromDay }) => fromDay },
      { head: '结束', width: 12, cell: ({ toDay }) => toDay },
      { head: '地点', width: 40, cell: ({ places }) => places.join('、') },
      { head: '发现', width: 10, cell: ({ findings }) => findings },
      { head: '未销号', width: 10, cell: ({ openFindings }) => openFindings },
      { head: '活动编号', width: 38, cell: ({ id }) => id },
    ],
  })
}
