import { findDateOf, type PlainDate } from '@guangyue/kernel/calendar'
import { placeOf, unguarded } from '@guangyue/platform/sheets'

export const heads = { id: '指标编号', name: '指标', day: '日期', value: '数值' } as const

/** A metric that the sheet may speak of. */
export interface Fillable {
  readonly id: string
  readonly name: string
  readonly unit: string
}

export interface FilledRow {
  /** As spreadsheets number rows. */
  readonly line: number
  readonly metricId: string
  readonly day: PlainDate
  readonly value: number
}

export interface CellFault {
  readonly place: string
  readonly message: string
}

/** More are not told: nobody reads them, and the sheet is refused anyway. */
const MOST_FAULTS = 200

/**
 * What a filled sheet says: rows with a day and a value. Null when it has no row with the heads of a form. A row of a
 * metric that is not among those given, or whose name is another's, and a day or value that is none, is told by its
 * cell; a row without both is left out.
 */
export function readFilled(
  rows: readonly (readonly string[])[],
  { metrics, today }: { readonly metrics: readonly Fillable[]; readonly today: PlainDate },
): { readonly filled: readonly FilledRow[]; readonly faults: readonly CellFault[] } | null {
  const at = rows.slice(0, 10).findIndex((row) => Object.values(heads).every((head) => row.includes(head)))
  const header = rows[at]
  if (header === undefined) return null
  const column = (head: string) => header.indexOf(head)
  const known = new Map(metrics.map((metric) => [metric.id, metric]))
  const filled: FilledRow[] = []
  const faults: CellFault[] = []
  const seen = new Map<string, number>()
  for (const [place, row] of rows.entries()) {
    const cell = (head: string) => (row[column(head)] ?? '').trim()
    const [day, value] = [cell(heads.day), cell(heads.value)]
    if (place <= at || (day === '' && value === '')) continue
    const line = place + 1
    const wrong = (head: string, message: string) => {
      if (faults.length < MOST_FAULTS) faults.push({ place: placeOf(line, column(head)), message })
    }
    const metric = known.get(cell(heads.id))
    const read = { day: dayIn(day), value: valueIn(value, metric?.unit ?? '') }
    const before = seen.get(`${metric?.id} ${read.day}`)
    if (metric === undefined) wrong(heads.id, '这个编号不在您可以填报的指标之中，请重新下载填报表')
    else if (unguarded(cell(heads.name)) !== metric.name) wrong(heads.name, `编号是“${metric.name}”的，与指标名称不符`)
    else if (read.day === undefined) wrong(heads.day, day === '' ? '没有填日期' : `“${day}”不是日期，请写成 2021-06-30`)
    else if (read.day > today) wrong(heads.day, `不能填报以后的日期（今天是 ${today}）`)
    else if (read.value === undefined) wrong(heads.value, value === '' ? '没有填数值' : `“${value}”不是数字`)
    else if (before !== undefined) wrong(heads.day, `与第 ${before} 行是同一指标的同一天`)
    else {
      seen.set(`${metric.id} ${read.day}`, line)
      filled.push({ line, metricId: metric.id, day: read.day, value: read.value })
    }
  }
  return { filled, faults }
}

/** 2021-06-30, 2021/6/30, 2021年6月30日; undefined for what is no day. */
function dayIn(text: string): PlainDate | undefined {
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0] = parts.slice(1).map(Number)
  return findDateOf(year, month, day)
}

/** A plain number, with commas between thousands or its own unit behind; undefined for anything else. */
function valueIn(text: string, unit: string): number | undefined {
  const bare = unit !== '' && text.endsWith(unit) ? text.slice(0, -unit.length).trim() : text
  const plain = /^[+-]?\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare
  if (!/^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i.test(plain)) return undefined
  const value = Number(plain)
  return Math.abs(value) <= 1e15 ? value : undefined
}
