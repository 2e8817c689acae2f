import type { z } from 'zod'
import type { previewSheetEndpoint, sheetField, uploadSheetEndpoint } from '../../api.ts'

export type Upload = z.output<typeof uploadSheetEndpoint.reply>
export type Sheet = Upload['sheets'][number]
export type Field = z.output<typeof sheetField>
export type Mapping = Sheet['mapping']
export type Choice = Omit<z.output<typeof previewSheetEndpoint.body>, 'after' | 'limit'>

export const sheetFields = [
  { field: 'title', label: '任务名称', needed: true },
  { field: 'leads', label: '牵头单位', needed: false },
  { field: 'supports', label: '责任单位', needed: false },
  { field: 'due', label: '时限', needed: false },
  { field: 'target', label: '目标', needed: false },
  { field: 'basis', label: '依据（文件）', needed: false },
  { field: 'clause', label: '条款', needed: false },
  { field: 'note', label: '备注', needed: false },
] as const satisfies readonly { field: Field; label: string; needed: boolean }[]

/** A column given to a field; a field that had it before loses it. Null leaves the field empty. */
export function withColumn(mapping: Mapping, field: Field, column: number | null): Mapping {
  const rest = Object.entries(mapping).filter(([name, at]) => name !== field && at !== column)
  return Object.fromEntries(column === null ? rest : [...rest, [field, column]])
}

/** A to Z, AA …: what a spreadsheet calls a column. */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26))
  return at < 26 ? letter : columnName(Math.floor(at / 26) - 1) + letter
}

/** The columns of a sheet with their heads and a value, so that a person sees what each holds. */
export function columnsOf(sheet: Sheet, headerRow: number): readonly { value: number; label: string }[] {
  const heads = sheet.sample[headerRow] ?? []
  const width = Math.max(0, ...sheet.sample.map((row) => row.length))
  return Array.from({ length: width }, (_, at) => {
    const head = heads[at]?.trim() || '（无列名）'
    const value = sheet.sample.slice(headerRow + 1).findLast((row) => row[at]?.trim())?.[at]
    const example = value ? `　如 ${value.trim().slice(0, 14)}` : ''
    return { value: at, label: `${columnName(at)}　${head}${example}` }
  })
}

/** What is chosen when a file has just been read: its fullest sheet as it was remembered or guessed. */
export function firstChoice({ sheets, fileName, year }: Upload, thisYear: number): Choice | null {
  const sheet = sheets.toSorted((a, b) => b.rows - a.rows)[0]
  return sheet ? choiceOf(sheet, { year: year ?? thisYear, basis: fileName.replace(/\.xlsx$/i, '') }) : null
}

/** A sheet of the file, its heads and columns as they were remembered or guessed. */
export function choiceOf({ name, headerRow, mapping }: Sheet, rest: Pick<Choice, 'year' | 'basis'>): Choice {
  return { sheet: name, headerRow: headerRow ?? 0, mapping, ...rest }
}
