import { readSheets, SheetUnreadable } from '@guangyue/platform/sheets'
import { SheetRefused } from '../errors.ts'

const MAX_ROWS = 5000
const limits = { rows: 20_000, columns: 60, unpacked: 40 * 1024 * 1024 }

/** A row of a sheet as text; `line` is its number as a spreadsheet shows it. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of the first sheet that are not empty. Refuses (SheetRefused) what is no xlsx, is broken, locked or too large. */
export async function readSheet(bytes: Buffer): Promise<readonly SheetRow[]> {
  const [sheet] = sheetsOf(bytes)
  if (!sheet) throw new SheetRefused('表格已损坏，其中没有工作表')
  const rows = sheet.rows
    .map((cells, at) => ({ line: at + 1, cells }))
    .filter(({ cells }) => cells.some((text) => text !== ''))
  if (sheet.cut || rows.length > MAX_ROWS) throw new SheetRefused(`表格超过 ${MAX_ROWS} 行`)
  return rows
}

function sheetsOf(bytes: Buffer): ReturnType<typeof readSheets> {
  try {
    return readSheets(bytes, limits)
  } catch (error) {
    if (!(error instanceof SheetUnreadable)) throw error
    throw new SheetRefused(error.data?.reason === 'too-large' ? '表格已损坏，或展开后过大' : error.said.what)
  }
}
