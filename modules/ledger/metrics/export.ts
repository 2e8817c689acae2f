import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { metricsView } from './service.ts'

const outlookLabels = {
  reached: '已达到',
  'on-course': '预计达到',
  doubtful: '能否达到不确定',
  'off-course': '预计达不到',
  late: '逾期达到',
  missed: '未达到',
  unknown: '数值不足，不作判断',
} as const

/** The metrics of the filter that the actor sees as a spreadsheet, a target a row. */
export async function exportMetrics(ctx: Ctx, filter: Parameters<typeof metricsView>[1]): Promise<Download> {
  const { items } = await metricsView(ctx, filter)
  const rows = items.flatMap((metric) =>
    (metric.targets.length > 0 ? metric.targets : [null]).map((target) => ({ metric, target })),
  )
  return listWorkbook(ctx, {
    title: '量化指标',
    rows,
    columns: [
      { head: '指标', width: 40, cell: ({ metric }) => metric.name },
      { head: '单位', width: 10, cell: ({ metric }) => metric.unit },
      { head: '依据', width: 30, cell: ({ metric }) => metric.cite?.label ?? null },
      { head: '填报单位', width: 20, cell: ({ metric }) => metric.unitBody?.name ?? '督查室' },
      { head: '基数', width: 12, cell: ({ metric }) => metric.baseline?.value ?? null },
      { head: '目标日期', width: 14, cell: ({ target }) => target?.day ?? null },
      { head: '目标', width: 24, cell: ({ target }) => target?.phrase ?? null },
      { head: '最新值', width: 12, cell: ({ metric }) => metric.newest?.value ?? null },
      { head: '截至', width: 14, cell: ({ metric }) => metric.newest?.day ?? null },
      { head: '判断', width: 18, cell: ({ target }) => (target ? outlookLabels[target.outlook] : null) },
      { head: '指标编号', width: 38, cell: ({ metric }) => metric.id },
    ],
  })
}
