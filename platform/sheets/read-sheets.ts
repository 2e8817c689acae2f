import { addDays, plainDate } from '@guangyue/kernel/calendar'
import { placeOf } from './place.ts'
import { unpackSheet } from './unpack.ts'
import { attributeOf, type Element, elementsOf, textOf, withoutPrefixes } from './xml.ts'

const MAX_SHEETS = 30
const MAX_CELLS = 1_000_000
const MAX_TEXT = 4000
const MAX_FAULTS = 200

/** How much of a file is read. */
export interface SheetLimits {
  readonly rows: number
  readonly columns: number
  /** Bytes that all parts together may unpack to. */
  readonly unpacked: number
}

/** A cell that could not be read as it stands. */
export interface CellFault {
  /** As spreadsheets number rows, from 1. */
  readonly line: number
  /** From 0. */
  readonly column: number
  /** Where and what, in Chinese. */
  readonly message: string
}

/** A sheet as text by cell. Rows and columns that are empty at the end are left out. */
export interface SheetText {
  readonly name: string
  readonly hidden: boolean
  readonly rows: readonly (readonly string[])[]
  /** Rows with something in them, past the limit, were left out. */
  readonly cut: boolean
  /** Formulas without a value or in error, and texts that were cut: by row and column, the first 200. */
  readonly faults: readonly CellFault[]
}

/**
 * The sheets of an xlsx file. Dates become YYYY-MM-DD, formulas their last value, every cell of a merged range
 * its value. Total for any bytes: what is no spreadsheet or unpacks to too much is refused (SheetUnreadable), what is
 * odd is read as text.
 */
export function readSheets(bytes: Buffer, limits: SheetLimits): readonly SheetText[] {
  const parts = unpackSheet(bytes, limits.unpacked)
  const workbook = withoutPrefixes(parts.get('xl/workbook.xml') ?? '')
  const book: Book = {
    strings: sharedStrings(withoutPrefixes(parts.get('xl/sharedStrings.xml') ?? '')),
    dateStyles: dateStyles(withoutPrefixes(parts.get('xl/styles.xml') ?? '')),
    epoch: /date1904="(?:1|true)"/.test(workbook) ? plainDate('1904-01-01') : plainDate('1899-12-30'),
  }
  const targets = relations(withoutPrefixes(parts.get('xl/_rels/workbook.xml.rels') ?? ''))
  let left = MAX_CELLS
  return elementsOf(workbook, 'sheet')
    .slice(0, MAX_SHEETS)
    .map(({ head }) => {
      const part = targets.get(attributeOf(head, 'id') ?? '') ?? ''
      const { cells, ...read } = readSheet(withoutPrefixes(parts.get(part) ?? ''), book, { ...limits, cells: left })
      left -= cells
      const hidden = (attributeOf(head, 'state') ?? 'visible') !== 'visible'
      return { name: attributeOf(head, 'name') ?? '', hidden, ...read }
    })
}

interface Book {
  readonly strings: readonly string[]
  /** Whether each cell style shows a date. */
  readonly dateStyles: readonly boolean[]
  readonly epoch: ReturnType<typeof plainDate>
}

function sharedStrings(xml: string): readonly string[] {
  return elementsOf(xml, 'si').map(({ body }) => textOf(body))
}

function relations(xml: string): ReadonlyMap<string, string> {
  return new Map(
    elementsOf(xml, 'Relationship').map(({ head }) => {
      const target = attributeOf(head, 'Target') ?? ''
      return [attributeOf(head, 'Id') ?? '', target.startsWith('/') ? target.slice(1) : `xl/${target}`]
    }),
  )
}

/** Built-in date formats are 14 to 22, 27 to 36, 45 to 47 and 50 to 58 (the Chinese ones among them). */
function dateStyles(xml: string): readonly boolean[] {
  const own = new Map(
    elementsOf(xml, 'numFmt').map(({ head }) => [attributeOf(head, 'numFmtId'), attributeOf(head, 'formatCode') ?? '']),
  )
  const [cells] = elementsOf(xml, 'cellXfs')
  return elementsOf(cells?.body ?? '', 'xf').map(({ head }) => {
    const id = attributeOf(head, 'numFmtId') ?? '0'
    const code = own.get(id)
    if (code !== undefined) return /[ymd年月日]/i.test(code.replace(/"[^"]*"|\[[^\]]*\]|\\./g, ''))
    const number = Number(id)
    return (number >= 14 && number <= 22) || (number >= 27 && number <= 36) || (number >= 45 && number <= 58)
  })
}

interface Read {
  readonly rows: string[][]
  readonly cells: number
  readonly cut: boolean
  readonly faults: readonly CellFault[]
}

function readSheet(xml: string, book: Book, limits: SheetLimits & { readonly cells: number }): Read {
  const rows: string[][] = []
  const faults: CellFault[] = []
  let cells = 0
  let cut = false
  let next = 0
  for (const row of elementsOf(xml, 'row')) {
    const at = Number(attributeOf(row.head, 'r') ?? next + 1) - 1
    next = at + 1
    if (!Number.isInteger(at) || at < 0 || at >= limits.rows || cells >= limits.cells) {
      cut ||= /<v[\s>]|<is[\s>]/.test(row.body)
      continue
    }
    while (rows.length <= at) rows.push([])
    const line = rows[at] ?? []
    let column = -1
    for (const cell of elementsOf(row.body, 'c')) {
      column = columnOf(attributeOf(cell.head, 'r') ?? '') ?? column + 1
      if (column >= limits.columns) continue
      while (line.length < column) line.push('')
      const text = cellText(cell, book).trim()
      line[column] = text.slice(0, MAX_TEXT)
      cells += 1
      const message = faultOf(cell, text)
      if (message !== null && faults.length < MAX_FAULTS) {
        faults.push({ line: at + 1, column, message: `${placeOf(at + 1, column)}：${message}` })
      }
    }
  }
  fillMerged(rows, xml, limits.columns)
  while (rows.length > 0 && rows.at(-1)?.every((text) => text === '')) rows.pop()
  return { rows, cells, cut, faults }
}

function faultOf({ head, body }: Element, text: string): string | null {
  if (attributeOf(head, 't') === 'e') {
    const shown = textOf(elementsOf(body, 'v')[0]?.body ?? '').slice(0, 20)
    return `公式出错（${shown}），按空白读取`
  }
  if (text === '' && /<f[\s/>]/.test(body) && !/<v[\s/>]/.test(body)) {
    return '公式还没有算出结果，按空白读取；请用表格软件打开并保存一次'
  }
  return text.length > MAX_TEXT ? `超过 ${MAX_TEXT} 字，只读取前 ${MAX_TEXT} 字` : null
}

function cellText({ head, body }: Element, book: Book): string {
  const type = attributeOf(head, 't') ?? 'n'
  if (type === 'inlineStr') return textOf(body)
  const value = textOf(elementsOf(body, 'v')[0]?.body ?? '')
  if (type === 's') return book.strings[Number(value)] ?? ''
  if (type === 'b') return value === '1' ? '是' : '否'
  if (type === 'e') return ''
  if (type === 'd') return value.slice(0, 10)
  if (type !== 'n' || value === '') return value
  const number = Number(value)
  if (!Number.isFinite(number)) return value
  if (book.dateStyles[Number(attributeOf(head, 's') ?? 0)]) return dayOfSerial(number, book.epoch) ?? value
  return String(Number(number.toPrecision(15)))
}

/** The day of a spreadsheet's serial number; undefined outside 1950 to 2150. */
export function dayOfSerial(serial: number, epoch = plainDate('1899-12-30')): string | undefined {
  if (!(serial >= 18_000 && serial <= 92_000)) return undefined
  return addDays(epoch, Math.floor(serial))
}

/** B3 → 1. */
function columnOf(reference: string): number | undefined {
  const letters = /^([A-Z]{1,3})\d*$/.exec(reference)?.[1]
  if (!letters) return undefined
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Every cell of a merged range gets the value of its first; ranges are cut to the rows that exist. */
function fillMerged(rows: string[][], xml: string, columns: number): void {
  let left = MAX_CELLS
  for (const { head } of elementsOf(xml, 'mergeCell')) {
    const range = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/.exec(attributeOf(head, 'ref') ?? '')
    if (!range) continue
    const [fromColumn, toColumn] = [columnOf(range[1] ?? '') ?? 0, Math.min(columnOf(range[3] ?? '') ?? 0, columns - 1)]
    const [fromRow, toRow] = [Number(range[2]) - 1, Math.min(Number(range[4]) - 1, rows.length - 1)]
    const value = rows[fromRow]?.[fromColumn] ?? ''
    if (value === '') continue
    for (let row = fromRow; row <= toRow && left > 0; row += 1) {
      const line = rows[row] ?? []
      for (let column = fromColumn; column <= toColumn && left > 0; column += 1, left -= 1) {
        while (line.length <= column) line.push('')
        line[column] = value
      }
    }
  }
}
