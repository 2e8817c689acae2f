import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { type ListColumn, listWorkbook } from '@guangyue/platform/sheets'
import { type ListFilter, problemsView, remediesView, responsibilitiesView } from './lists.ts'
import { problemLabels, sourceLabels } from './model.ts'

type Item<View extends (...args: never[]) => Promise<{ items: readonly unknown[] }>> = Awaited<
  ReturnType<View>
>['items'][number]

/** One of the three lists as a spreadsheet, of the filter and of what the actor may see. */
export async function exportList(
  ctx: Ctx,
  { list, ...filter }: ListFilter & { readonly list: 'responsibilities' | 'problems' | 'remedies' },
): Promise<Download> {
  if (list === 'responsibilities') {
    const { items } = await responsibilitiesView(ctx, filter)
    return listWorkbook(ctx, { title: '责任清单', rows: items, columns: responsibilityColumns })
  }
  if (list === 'problems') {
    const { items } = await problemsView(ctx, filter)
    return listWorkbook(ctx, { title: '问题清单', rows: items, columns: problemColumns })
  }
  const { items } = await remediesView(ctx, filter)
  return listWorkbook(ctx, { title: '措施清单', rows: items, columns: remedyColumns })
}

const responsibilityColumns: readonly ListColumn<Item<typeof responsibilitiesView>>[] = [
  { head: '单位', width: 24, cell: ({ unit }) => unit.name },
  { head: '牵头任务', width: 10, cell: ({ leading }) => leading.all },
  { head: '逾期', width: 8, cell: ({ leading }) => leading.red },
  { head: '临期', width: 8, cell: ({ leading }) => leading.yellow },
  { head: '正常', width: 8, cell: ({ leading }) => leading.green },
  { head: '未定时限', width: 10, cell: ({ leading }) => leading.none },
  { head: '中止', width: 8, cell: ({ leading }) => leading.paused },
  { head: '办结', width: 8, cell: ({ leading }) => leading.done },
  { head: '责任任务', width: 10, cell: ({ supporting }) => supporting },
  { head: '未解决的问题', width: 14, cell: ({ problems }) => problems },
  { head: '逾期的措施', width: 12, cell: ({ remediesLate }) => remediesLate },
]

const problemColumns: readonly ListColumn<Item<typeof problemsView>>[] = [
  { head: '问题', width: 50, cell: ({ text }) => text },
  { head: '责任单位', width: 20, cell: ({ unit }) => unit.name },
  { head: '状态', width: 18, cell: ({ state }) => problemLabels[state] },
  { head: '期限', width: 12, cell: ({ due }) => due },
  { head: '是否逾期', width: 10, cell: ({ late }) => (late ? '逾期' : '') },
  { head: '来源', width: 12, cell: ({ source }) => sourceLabels[source] },
  { head: '任务', width: 36, cell: ({ title }) => title },
  { head: '依据', width: 30, cell: ({ cite }) => cite?.label ?? null },
  { head: '需要的支持', width: 30, cell: ({ helpWanted }) => helpWanted },
  { head: '提出单位', width: 20, cell: ({ raisedBy }) => raisedBy?.name ?? null },
  { head: '提出日期', width: 12, cell: ({ raisedOn }) => raisedOn },
  { head: '措施', width: 10, cell: ({ remedies }) => remedies.length },
  { head: '解决日期', width: 12, cell: ({ solvedOn }) => solvedOn },
  { head: '问题编号', width: 38, cell: ({ id }) => id },
]

const remedyColumns: readonly ListColumn<Item<typeof remediesView>>[] = [
  { head: '整改措施', width: 50, cell: ({ text }) => text },
  { head: '承担单位', width: 20, cell: ({ unit }) => unit.name },
  { head: '期限', width: 12, cell: ({ due }) => due },
  {
    head: '状态',
    width: 12,
    cell: ({ doneOn, late }) => (doneOn !== null ? '已完成' : late ? '逾期未完成' : '进行中'),
  },
  { head: '完成日期', width: 12, cell: ({ doneOn }) => doneOn },
  { head: '完成情况', width: 40, cell: ({ doneWords }) => doneWords },
  { head: '问题', width: 50, cell: ({ problem }) => problem },
  { head: '问题状态', width: 18, cell: ({ problemState }) => problemLabels[problemState] },
  { head: '责任单位', width: 20, cell: ({ owner }) => owner.name },
  { head: '依据', width: 30, cell: ({ cite }) => cite?.label ?? null },
]
