import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import exceljs from 'exceljs'

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** The workbook behind a link of the page, and the name under which it comes. */
export async function bookBehind(page: Page, link: string): Promise<{ book: exceljs.Workbook; name: string }> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: link, exact: true }).click(),
  ])
  const book = new exceljs.Workbook()
  await book.xlsx.load(new Uint8Array(readFileSync(await download.path())).buffer)
  return { book, name: download.suggestedFilename() }
}

/** The rows of its first sheet, each as one line. */
export async function linesBehind(page: Page, link: string): Promise<readonly string[]> {
  const { book } = await bookBehind(page, link)
  return (book.worksheets[0]?.getSheetValues() ?? []).map((row) => (Array.isArray(row) ? row.join('|') : ''))
}

/** An exported ledger to edit: its first sheet, cells by head, rows by the number of a task. */
export function ledgerSheet(book: exceljs.Workbook) {
  const sheet = book.worksheets[0]
  if (sheet === undefined) throw new Error('the export has no sheet')
  const columns: Record<string, number> = {}
  let headAt = 0
  sheet.eachRow((row, number) => {
    const texts = (row.values as unknown[]).map(String)
    if (headAt > 0 || !texts.includes('任务编号')) return
    headAt = number
    for (const [column, name] of texts.entries()) columns[name] = column
  })
  const cell = (row: exceljs.Row, name: string) => row.getCell(columns[name] ?? 0)
  const rowOf = (id: string | undefined) => {
    let found = 0
    sheet.eachRow((row, at) => {
      if (cell(row, '任务编号').text === id) found = at
    })
    return sheet.getRow(found)
  }
  return { sheet, headAt, cell, rowOf }
}

/** The workbook as a browser hands it over. */
export async function edited(book: exceljs.Workbook, name: string) {
  return { name, mimeType: xlsx, buffer: Buffer.from(await book.xlsx.writeBuffer()) }
}
