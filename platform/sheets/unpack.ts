import { inflateRawSync } from 'node:zlib'
import { SheetUnreadable } from './errors.ts'

const MAX_PARTS = 2000

const END = 0x06054b50
const CENTRAL = 0x02014b50
const LOCAL = 0x04034b50

/**
 * The parts of an xlsx file that reading needs, as text by name. Sizes that the archive claims are not believed:
 * inflating stops at the limit (bytes of all parts together). Refuses (SheetUnreadable) old xls, protected, damaged and
 * bomb files, each by name.
 */
export function unpackSheet(bytes: Buffer, limit: number): ReadonlyMap<string, string> {
  if (bytes.length === 0) throw new SheetUnreadable('empty', '文件是空的，不是 xlsx 表格')
  if (bytes.length >= 8 && bytes.readUInt32BE(0) === 0xd0cf11e0) {
    throw new SheetUnreadable(
      'old-or-locked',
      '这是旧格式（xls）或加密的表格，不能读取',
      '请去掉密码，另存为 xlsx 后重新上传',
    )
  }
  const parts = new Map<string, string>()
  let left = limit
  for (const entry of directory(bytes)) {
    if (!isNeeded(entry.name)) continue
    const part = inflate(bytes, entry, left)
    left -= part.length
    parts.set(entry.name, part.toString('utf8'))
  }
  if (!parts.has('xl/workbook.xml')) throw new SheetUnreadable('not-xlsx', '这不是 xlsx 表格')
  return parts
}

function isNeeded(name: string): boolean {
  return /^xl\/(?:workbook\.xml|sharedStrings\.xml|styles\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/.test(
    name,
  )
}

interface Entry {
  readonly name: string
  readonly method: number
  readonly flags: number
  readonly packed: number
  readonly offset: number
}

function directory(bytes: Buffer): readonly Entry[] {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END)
    throw new SheetUnreadable('not-xlsx', '文件不是 xlsx 表格，或已损坏')
  const count = bytes.readUInt16LE(end + 10)
  if (count > MAX_PARTS) throw new SheetUnreadable('too-large', '文件中的部件过多，不像表格')
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let read = 0; read < count; read += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL)
      throw new SheetUnreadable('damaged', '文件已损坏，目录不完整')
    const name = bytes.readUInt16LE(at + 28)
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      method: bytes.readUInt16LE(at + 10),
      flags: bytes.readUInt16LE(at + 8),
      packed: bytes.readUInt32LE(at + 20),
      offset: bytes.readUInt32LE(at + 42),
    })
    at += 46 + name + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function inflate(bytes: Buffer, entry: Entry, left: number): Buffer {
  const { offset, packed, method, flags } = entry
  if (flags & 1) throw new SheetUnreadable('old-or-locked', '表格有密码，不能读取', '请去掉密码后重新上传')
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL)
    throw new SheetUnreadable('damaged', '文件已损坏')
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
  const data = bytes.subarray(start, start + packed)
  if (method === 0 && data.length > left) throw tooLarge()
  if (method === 0) return data
  if (method !== 8) throw new SheetUnreadable('damaged', '文件的压缩方式不能识别')
  try {
    return inflateRawSync(data, { maxOutputLength: Math.max(1, left) })
  } catch (error) {
    const tooMuch = (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE'
    throw tooMuch ? tooLarge() : new SheetUnreadable('damaged', '文件已损坏，不能解压')
  }
}

function tooLarge(): SheetUnreadable {
  return new SheetUnreadable('too-large', '表格解压后过大，已停止读取', '请拆分为较小的表格后分别上传')
}
