import exceljs from 'exceljs'
import type { Ctx } from '../db/index.ts'
import type { Download } from '../http/index.ts'
import { guarded } from './guard.ts'

export interface ListColumn<Row> {
  readonly head: string
  readonly width: number
  readonly cell: (row: Row) => string | number | null
}

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list as a spreadsheet to download: title, heads, one row each; marked where the city is a demonstration. */
export async function listWorkbook<Row>(
  ctx: Ctx,
  list: { readonly title: string; readonly columns: readonly ListColumn<Row>[]; readonly rows: readonly Row[] },
): Promise<Download> {
  const mark = ctx.city.demonstration ? '（演示数据）' : ''
  const title = `${ctx.city.name}${list.title}${mark}`
  const workbook = sheetOf({ ...list, title: `${title}　截至 ${ctx.today}`, sheet: list.title })
  return { name: `${title} ${ctx.today}.xlsx`, type: XLSX, body: Buffer.from(await workbook.xlsx.writeBuffer()) }
}

/** The same as a workbook, for lists that come with more sheets. */
export function sheetOf<Row>(list: {
  readonly title: string
  readonly sheet: string
  readonly columns: readonly ListColumn<Row>[]
  readonly rows: readonly Row[]
}): exceljs.Workbook {
  const workbook = new exceljs.Workbook()
  const sheet = workbook.addWorksheet(list.sheet.slice(0, 31), { views: [{ state: 'frozen', ySplit: 2 }] })
  sheet.columns = list.columns.map(({ width }) => ({ width }))
  sheet.addRow([list.title]).font = { bold: true, size: 14 }
  const heads = sheet.addRow(list.columns.map(({ head }) => head))
  heads.font = { bold: true }
  heads.eachCell((cell) => {
    cell.border = { bottom: { style: 'thin' } }
  })
  for (const row of list.rows) {
    const added = sheet.addRow(list.columns.map(({ cell }) => safe(cell(row))))
    added.alignment = { vertical: 'top', wrapText: true }
  }
  sheet.autoFilter = { from: { row: 2, column: 1 }, to: { row: 2, column: list.columns.length } }
  sheet.headerFooter.oddFooter = `&L${list.title}&R第 &P 页，共 &N 页`
  return workbook
}

function safe(value: string | number | null): string | number | null {
  return typeof value === 'string' ? guarded(value) : value
}
