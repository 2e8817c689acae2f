import { columns } from './body-rows.ts'

const rows = [
  ['示例市人民政府', '市政府', '市级政府', '', ''],
  ['示例市人民政府办公室', '市政府办公室', '市直部门', '市政府', '市府办、市政府办'],
  ['示例市财政局', '市财政局', '市直部门', '市政府', ''],
] as const

/** A table of bodies to be filled in, with three invented rows that show how. */
export async function sampleSheet(): Promise<Buffer> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('单位')
  sheet.columns = columns.map((header) => ({ header, width: header === '名称' || header === '别名' ? 32 : 18 }))
  sheet.getRow(1).font = { bold: true }
  sheet.addRows(rows.map((row) => [...row]))
  return Buffer.from(await book.xlsx.writeBuffer())
}
