import { type SheetText, unguarded } from '@guangyue/platform/sheets'
import {
  type EditableKey,
  type ExportKey,
  type ExportRow,
  editableKeys,
  exportColumns,
  headOf,
} from './export-columns.ts'

export interface FieldChange {
  readonly field: EditableKey
  readonly label: string
  readonly now: string
  readonly sheet: string
}

export type ReturnKind = 'changed' | 'added' | 'missing' | 'stale' | 'faulty'

/** One line of the reviewed difference. */
export interface ReturnItem {
  readonly id: string
  readonly kind: ReturnKind
  readonly row: number | null
  readonly taskId: string | null
  readonly version: number | null
  readonly title: string
  readonly fields: readonly FieldChange[]
  /** For an added row: what stands in the other columns. */
  readonly added: ExportRow | null
  readonly message: string | null
  readonly accepted: boolean
}

/** A row of an edited export by column, and why a cell of it could not be read. */
export interface ReturnedRow {
  readonly row: number
  readonly cells: ExportRow
  readonly fault: string | null
}

/** The rows of an edited export; null when it has no columns for task number and version. */
export function rowsOfReturn(sheets: readonly Pick<SheetText, 'rows' | 'faults'>[]): readonly ReturnedRow[] | null {
  for (const { rows, faults } of sheets) {
    const head = rows.slice(0, 20).findIndex((row) => row.includes(headOf('id')) && row.includes(headOf('version')))
    if (head < 0) continue
    const columns = exportColumns.map(({ key, head: name }) => [key, rows[head]?.indexOf(name) ?? -1] as const)
    return rows.flatMap((row, at) => {
      if (at <= head || row.every((cell) => cell === '')) return []
      const cells = Object.fromEntries(columns.map(([key, column]) => [key, unguarded(row[column] ?? '')]))
      const fault = faults.find(({ line, column }) => line === at + 1 && columns.some(([, known]) => known === column))
      return [{ row: at + 1, cells: cells as Record<ExportKey, string>, fault: fault?.message ?? null }]
    })
  }
  return null
}

/**
 * What a returned sheet says differently from the ledger now. Rows changed in the ledger since the export are stale:
 * shown, not taken. A row that is gone from the sheet deletes nothing. A task number that is twice, or not ours, is a
 * fault of the sheet.
 */
export function differenceOfReturn(
  rows: readonly ReturnedRow[],
  held: ReadonlyMap<string, ExportRow>,
  written: ReadonlySet<string>,
): { readonly unchanged: number; readonly items: readonly ReturnItem[] } {
  const items: ReturnItem[] = []
  const seen = new Set<string>()
  let unchanged = 0
  for (const returned of rows) {
    const item = itemOf(returned, { held, seen })
    if (item === null) unchanged += 1
    else items.push(item)
    const { cells } = returned
    if (cells.id !== '') seen.add(cells.id)
  }
  for (const id of written) {
    const now = held.get(id)
    if (seen.has(id) || now === undefined) continue
    const message = '表中没有这一行；任务保持原状，不会因此删除'
    items.push({ ...blank, id: `missing-${id}`, kind: 'missing', taskId: id, title: now.title, message })
  }
  return { unchanged, items }
}

const blank = {
  row: null,
  taskId: null,
  version: null,
  fields: [],
  added: null,
  message: null,
  accepted: false,
} as const

function itemOf(
  { row, cells, fault }: ReturnedRow,
  { held, seen }: { held: ReadonlyMap<string, ExportRow>; seen: ReadonlySet<string> },
): ReturnItem | null {
  const id = `row-${row}`
  const say = (kind: ReturnKind, message: string | null) => ({ ...blank, id, kind, row, title: cells.title, message })
  if (fault !== null) return say('faulty', fault)
  if (cells.id === '') {
    if (cells.title === '') return say('faulty', '这一行既没有任务编号，也没有任务名称')
    const message = cells.document === '' ? '新增的行没有写“文件”，不能确定依据' : null
    return { ...say(message === null ? 'added' : 'faulty', message), added: cells }
  }
  const now = held.get(cells.id)
  if (now === undefined) return say('faulty', '任务编号不在台账中，或不属于您能查看的范围')
  if (seen.has(cells.id)) return say('faulty', '同一任务编号在表中出现了两次，只看第一行')
  const fields = changesOf(now, cells)
  if (fields.length === 0) return null
  const version = Number(cells.version)
  const task = { taskId: cells.id, version: Number(now.version), title: now.title, fields }
  if (String(version) === now.version) return { ...say('changed', null), ...task }
  return { ...say('stale', '导出之后，这项任务已在台账中改过；请对照后在任务页更正，或重新导出'), ...task }
}

function changesOf(now: ExportRow, sheet: ExportRow): readonly FieldChange[] {
  return editableKeys.flatMap((field) =>
    normal(now[field]) === normal(sheet[field])
      ? []
      : [{ field, label: headOf(field), now: now[field], sheet: sheet[field] }],
  )
}

/** Blanks and the width of list marks are no change. */
function normal(text: string): string {
  return text.replace(/\s+/g, '').replace(/[,，]/g, '、').replace(/;/g, '；')
}
