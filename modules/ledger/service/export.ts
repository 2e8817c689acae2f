import type { Ctx } from '@guangyue/platform/db'
import type { Download } from '@guangyue/platform/http'
import { sheetOf } from '@guangyue/platform/sheets'
import { stateLabels } from '../model/steps.ts'
import type { PartyRow } from '../model/task-rows.ts'
import { type ExportKey, type ExportRow, exportColumns } from '../sheet/export-columns.ts'
import { findDocuments } from '../store/documents.ts'
import { type ExportTask, listForExport } from '../store/export-rows.ts'
import type { TaskFilter } from '../store/task-list.ts'
import { citeOf } from './cite.ts'
import { reachOf } from './reach.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
/** Hidden sheet with the ids that were written out, so that a row which is missing on return is known. */
export const SCOPE_SHEET = '范围'

/** The ledger as a spreadsheet, one task a row, of the filter and of what the actor may see. */
export async function exportLedger(ctx: Ctx, filter: Omit<TaskFilter, 'reach'>): Promise<Download> {
  ctx.require('ledger.read')
  const tasks = await listForExport(ctx.db, ctx.today, { ...filter, reach: reachOf(ctx) })
  const rows = await exportRows(ctx, tasks)
  const demo = ctx.city.demonstration ? '（演示数据）' : ''
  const name = `${ctx.city.name}督查督办台账${demo} ${ctx.today}.xlsx`
  return { name, type: XLSX, body: await workbookOf(rows, `${ctx.city.name}督查督办台账${demo}　截至 ${ctx.today}`) }
}

/** The rows as text, by column. The same texts decide on return what was changed. */
export async function exportRows(ctx: Ctx, tasks: readonly ExportTask[]): Promise<readonly ExportRow[]> {
  const documents = await findDocuments(
    ctx.db,
    tasks.map(({ row }) => row.documentId),
  )
  return tasks.map(({ row, parties, milestones, targets }) => {
    const document = documents.get(row.documentId)
    return {
      document: document?.number ?? document?.title ?? '',
      clause: citeOf(document, row.path).path.join(''),
      measure: row.measureTitle,
      title: row.title,
      leads: namesOf(parties, 'lead'),
      supports: namesOf(parties, 'support'),
      dates: milestones
        .filter(({ inherited }) => !inherited)
        .map(({ due, phrase }) => due ?? phrase)
        .join('；'),
      targets: targets.map(({ metric, op, value, unit }) => `${metric}${op}${value}${unit}`).join('；'),
      state: stateLabels[row.state],
      light: lights[row.light],
      id: row.id,
      version: String(row.version),
    }
  })
}

const lights = { red: '逾期', yellow: '临期', green: '正常', none: '无时限', paused: '中止', done: '完成' } as const

/** A group that was expanded stands as its printed name again. */
function namesOf(parties: readonly PartyRow[], role: PartyRow['role']): string {
  return [
    ...new Set(parties.filter((party) => party.role === role).map(({ name, viaGroup }) => viaGroup ?? name)),
  ].join('、')
}

async function workbookOf(rows: readonly ExportRow[], title: string): Promise<Buffer> {
  const columns = exportColumns.map(({ key, head, width }) => ({
    head,
    width,
    cell: (row: ExportRow) => cellOf(key, row),
  }))
  const workbook = sheetOf({ title, sheet: '台账', columns, rows })
  const scope = workbook.addWorksheet(SCOPE_SHEET, { state: 'hidden' })
  scope.addRows(rows.map(({ id }) => [id]))
  return Buffer.from(await workbook.xlsx.writeBuffer())
}

function cellOf(key: ExportKey, row: ExportRow): string | number {
  return key === 'version' ? Number(row.version) : row[key]
}
