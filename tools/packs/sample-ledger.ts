// An office's old ledger as offices keep them: title rows above the header, merged cells, blank rows, dates as text or as dates.
import ExcelJS from 'exceljs'

const columns = ['序号', '工作任务', '牵头领导', '牵头单位', '配合单位', '完成时限', '进展情况', '备注'] as const
const widths = [6, 38, 10, 18, 30, 14, 36, 12] as const

/** The bytes of the spreadsheet; `source` has one task a line, `# ` begins a part. */
export async function ledgerXlsx(source: string): Promise<ArrayBuffer> {
  const workbook = new ExcelJS.Workbook()
  workbook.creator = '澜川市人民政府督查室'
  workbook.created = new Date(Date.UTC(2020, 11, 1))
  const sheet = workbook.addWorksheet('2020年台账')
  sheet.columns = widths.map((width) => ({ width }))
  addMerged(sheet, '澜川市人民政府2020年重点工作督办台账', 18)
  addMerged(sheet, '填报单位：市政府督查室          更新日期：2020年9月18日', 11)
  sheet.addRow(columns).font = { bold: true }
  let number = 0
  for (const line of source.split('\n').filter((text) => text !== '')) {
    if (line.startsWith('# ')) {
      if (number > 0) sheet.addRow([])
      addMerged(sheet, line.slice(2), 12)
      continue
    }
    number += 1
    const cells = line.split('|')
    sheet.addRow([number, ...cells.slice(0, 4), dateOrText(cells[4] ?? ''), ...cells.slice(5)])
  }
  mergeEqualBelow(sheet, 8)
  const notes = workbook.addWorksheet('填报说明')
  notes.addRow(['1. 各单位每月25日前更新进展。'])
  notes.addRow(['2. 完成时限变更须经分管市领导同意。'])
  return workbook.xlsx.writeBuffer()
}

function addMerged(sheet: ExcelJS.Worksheet, text: string, size: number): void {
  const row = sheet.addRow([text])
  sheet.mergeCells(row.number, 1, row.number, columns.length)
  row.font = { bold: true, size }
  row.alignment = { horizontal: 'center' }
}

/** 2020-09-30 becomes a real date; 6月底 stays as written. */
function dateOrText(text: string): Date | string {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return text
  return new Date(`${text}T00:00:00Z`)
}

/** Remarks that are the same in rows under each other are one merged cell, as clerks like it. */
function mergeEqualBelow(sheet: ExcelJS.Worksheet, column: number): void {
  for (let row = 4; row < sheet.rowCount; row += 1) {
    const here = sheet.getCell(row, column).value
    const below = sheet.getCell(row + 1, column)
    const both = typeof sheet.getCell(row, 1).value === 'number' && typeof sheet.getCell(row + 1, 1).value === 'number'
    if (!both || here === null || here === '' || here !== below.value) continue
    sheet.mergeCells(row, column, row + 1, column)
    row += 1
  }
}
