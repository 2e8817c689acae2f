import { dayOfSerial } from '@guangyue/platform/sheets'
import type { Reading } from '../model/ledger.ts'
import { readTypedDate } from '../model/typed-date.ts'
import type { SheetText } from './read-sheets.ts'
import { headersOf, isDataRow, namesIn, type SheetField, type SheetMapping, targetIn } from './understand.ts'

export interface RowFault {
  readonly field: string
  readonly message: string
  /** The row cannot be taken in. */
  readonly stops: boolean
}

/** One row of an office's spreadsheet as a task to be. */
export interface SheetRow {
  /** One-based, as the spreadsheet shows it. */
  readonly row: number
  readonly title: string
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly duePhrase: string | null
  readonly due: string | null
  readonly target: string | null
  readonly basis: string
  readonly clause: string | null
  readonly reading: Reading
  readonly faults: readonly RowFault[]
}

export interface SheetChoice {
  readonly headerRow: number
  readonly mapping: SheetMapping
  /** What unprinted years mean. */
  readonly year: number
  /** Basis of rows that name none. */
  readonly basis: string
}

/** The rows below the heads that carry a task. Empty rows, titles across the table and sums are passed over. */
export function rowsOfSheet(sheet: SheetText, choice: SheetChoice): readonly SheetRow[] {
  const headers = headersOf(sheet.rows, choice.headerRow)
  return sheet.rows.flatMap((cells, at) => {
    if (at <= choice.headerRow || !isDataRow(cells, choice.mapping)) return []
    return [readRow(cells, { ...choice, headers, row: at + 1 })]
  })
}

interface RowContext extends SheetChoice {
  readonly headers: readonly string[]
  readonly row: number
}

function readRow(cells: readonly string[], context: RowContext): SheetRow {
  const cell = (field: SheetField) => {
    const column = context.mapping[field]
    return column === undefined ? '' : (cells[column] ?? '')
  }
  const title = oneLine(cell('title'))
  const leads = namesIn(cell('leads'))
  const supports = namesIn(cell('supports')).filter((name) => !leads.includes(name))
  const dated = dateIn(cell('due'), context.year)
  const target = cell('target') === '' ? null : targetIn(cell('target'))
  const faults: RowFault[] = [
    ...(title === '' ? [{ field: 'title', message: '没有任务名称，这一行不能录入', stops: true }] : []),
    ...(leads.length === 0 ? [{ field: 'leads', message: '没有牵头单位，录入后须指定', stops: false }] : []),
    ...(dated.problem === null ? [] : [{ field: 'due', message: dated.problem, stops: false }]),
    ...(cell('target') !== '' && target === null
      ? [{ field: 'target', message: '目标没有读成数值，保留在原文中', stops: false }]
      : []),
  ]
  return {
    row: context.row,
    title,
    leads,
    supports,
    duePhrase: dated.deadline?.phrase ?? null,
    due: dated.deadline?.due ?? null,
    target: cell('target') === '' ? null : oneLine(cell('target')),
    basis: oneLine(cell('basis')) || context.basis,
    clause: oneLine(cell('clause')) || null,
    reading: {
      title,
      text: textOfRow(cells, context.headers),
      assignments: [{ leads, supports, label: null, covers: null }],
      deadlines: dated.deadline ? [dated.deadline as Reading['deadlines'][number]] : [],
      targets: target ? [{ ...target, metric: target.metric || title, phrase: oneLine(cell('target')) }] : [],
      marks: [],
      line: context.row,
      leadByRule: null,
    },
    faults,
  }
}

/** The row as it was, head by head, so that the review shows what a value was taken from. */
function textOfRow(cells: readonly string[], headers: readonly string[]): string {
  return cells
    .flatMap((text, column) => (text === '' ? [] : [`${headers[column] || `第${column + 1}列`}：${oneLine(text)}`]))
    .join('\n')
}

function dateIn(
  cell: string,
  year: number,
): { deadline: (object & { phrase: string; due: string | null }) | null; problem: string | null } {
  const text = oneLine(cell)
  if (text === '' || /^[-—/无]+$/.test(text)) return { deadline: null, problem: null }
  const serial = /^\d{5}(?:\.\d+)?$/.test(text) ? dayOfSerial(Number(text)) : undefined
  const read = readTypedDate(serial ?? text, year)
  if ('date' in read) return { deadline: read.date, problem: null }
  const kept = { phrase: text.slice(0, 60), kind: 'fuzzy', due: null, start: null, rule: null }
  return { deadline: kept, problem: read.problem }
}

function oneLine(text: string): string {
  return text
    .replace(/[\s\u3000]+/g, ' ')
    .trim()
    .slice(0, 300)
}
