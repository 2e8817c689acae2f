import { inflateRawSync } from 'node:zlib'
import { kindOf } from '@guangyue/platform/files'
import { SheetRefused } from '../errors.ts'

const MAX_ROWS = 5000
const MAX_COLUMNS = 60
const MAX_UNPACKED = 40 * 1024 * 1024

/** A row of a sheet as text; `line` is its number as a spreadsheet shows it. */
export interface SheetRow {
  readonly line: number
  readonly cells: readonly string[]
}

/** Rows of the first sheet that are not empty. Refuses (SheetRefused) what is no xlsx, is broken, locked or too large. */
export async function readSheet(bytes: Buffer): Promise<readonly SheetRow[]> {
  const kind = kindOf(bytes)
  if (kind === 'ole') throw new SheetRefused('这是旧格式（xls）或加了密码的表格，不能读取')
  if (kind !== 'xlsx') throw new SheetRefused('这个文件不是 xlsx 表格')
  if (!unpacksWithin(bytes, MAX_UNPACKED)) throw new SheetRefused('表格已损坏，或展开后过大')
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  try {
    await book.xlsx.load(new Uint8Array(bytes).buffer)
  } catch {
    throw new SheetRefused('表格已损坏，不能读取')
  }
  const rows: SheetRow[] = []
  book.worksheets[0]?.eachRow((row, line) => {
    const cells = Array.from({ length: Math.min(row.cellCount, MAX_COLUMNS) }, (_, at) =>
      row.getCell(at + 1).text.trim(),
    )
    if (cells.some((text) => text !== '')) rows.push({ line, cells })
  })
  if (rows.length > MAX_ROWS) throw new SheetRefused(`表格超过 ${MAX_ROWS} 行`)
  return rows
}

const END = 0x06054b50
const CENTRAL = 0x02014b50

/** Whether all parts of the archive inflate to no more than the limit. Sizes that the archive claims are not believed. */
function unpacksWithin(bytes: Buffer, limit: number): boolean {
  let end = bytes.length - 22
  while (end >= 0 && bytes.readUInt32LE(end) !== END) end -= 1
  if (end < 0) return false
  let left = limit
  let at = bytes.readUInt32LE(end + 16)
  for (let entries = bytes.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) return false
    const unpacked = sizeOf(bytes, at, left)
    if (unpacked === null) return false
    left -= unpacked
    at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return true
}

/** How much the part of a directory entry inflates to; null when that is more than `most` or cannot be told. */
function sizeOf(bytes: Buffer, entry: number, most: number): number | null {
  const local = bytes.readUInt32LE(entry + 42)
  if (local + 30 > bytes.length) return null
  const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
  const packed = bytes.subarray(from, from + bytes.readUInt32LE(entry + 20))
  if (bytes.readUInt16LE(entry + 10) === 0) return packed.length <= most ? packed.length : null
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) }).length
  } catch {
    return null
  }
}
