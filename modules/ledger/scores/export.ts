import { monthInWords } from '@guangyue/kernel/calendar'
import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { listWorkbook } from '@guangyue/platform/sheets'
import { scoresView } from './views.ts'
import { factWords } from './words.ts'

/** The scores of a period as a spreadsheet, a line a row; before the issue the office's preview, marked as such. */
export async function exportScores(ctx: Ctx, periodId: string): Promise<Download> {
  const { period, issue, rules, units } = await scoresView(ctx, periodId)
  const ruleOf = new Map((rules?.lines ?? []).map((line) => [line.key, line]))
  const rows = units.flatMap(({ unit, total, lines }) =>
    lines.map((line) => ({ unit: unit.name, total, line, rule: ruleOf.get(line.key) })),
  )
  return listWorkbook(ctx, {
    title: `${monthInWords(period.month)}考评${issue ? '' : '（预览）'}`,
    rows,
    columns: [
      { head: '单位', width: 22, cell: ({ unit }) => unit },
      { head: '合计', width: 10, cell: ({ total }) => total },
      { head: '编号', width: 14, cell: ({ line }) => line.key },
      { head: '名称', width: 24, cell: ({ line, rule }) => rule?.title ?? line.key },
      { head: '得分', width: 10, cell: ({ line }) => line.points },
      { head: '约谈', width: 10, cell: ({ line }) => (line.talk ? '是' : null) },
      { head: '所据事实', width: 44, cell: ({ line, rule }) => factWords(line.reasons.facts, rule?.text ?? '') },
      { head: '缺少的事实', width: 24, cell: ({ line }) => line.reasons.missing.join('、') || null },
      { head: '依据', width: 30, cell: ({ line }) => line.reasons.basis },
      { head: '更正', width: 30, cell: ({ line }) => (line.corrected ? line.words : null) },
    ],
  })
}

const objectionLabels = { open: '待答复', upheld: '已更正', rejected: '维持原分' } as const

/** The objections to a period's scores that the actor may see as a spreadsheet, with what was decided. */
export async function exportObjections(ctx: Ctx, periodId: string): Promise<Download> {
  const { period, rules, objections } = await scoresView(ctx, periodId)
  const titleOf = new Map((rules?.lines ?? []).map(({ key, title }) => [key, title]))
  return listWorkbook(ctx, {
    title: `${monthInWords(period.month)}考评异议`,
    rows: objections,
    columns: [
      { head: '单位', width: 22, cell: ({ unit }) => unit },
      { head: '项目', width: 24, cell: ({ key }) => titleOf.get(key) ?? key },
      { head: '异议', width: 50, cell: ({ text }) => text },
      { head: '提出人', width: 12, cell: ({ raisedName }) => raisedName },
      { head: '提出日期', width: 12, cell: ({ raisedOn }) => raisedOn },
      { head: '答复期限', width: 12, cell: ({ due }) => due },
      { head: '状态', width: 12, cell: ({ state }) => objectionLabels[state] },
      { head: '处理', width: 50, cell: ({ answer }) => answer },
      { head: '处理人', width: 12, cell: ({ decidedName }) => decidedName },
      { head: '处理日期', width: 12, cell: ({ decidedOn }) => decidedOn },
    ],
  })
}
