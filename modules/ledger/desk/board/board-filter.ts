import type { z } from 'zod'
import { taskFilter } from '../../api.ts'
import type { TaskItem } from '../shapes.ts'

export type BoardFilter = Partial<z.output<typeof taskFilter>>

const names = Object.keys(taskFilter.shape) as readonly (keyof BoardFilter)[]

/** The filter in an address; what cannot be one is left out, so that an old link still opens. */
export function filterIn(search: URLSearchParams): BoardFilter {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)
      if (value === null || value === '') return []
      const read = taskFilter.shape[name].safeParse(value)
      return read.success ? [[name, read.data]] : []
    }),
  )
}

/** The address of a filter, below /desk; the same filter always has the same address. */
export function boardHref(filter: BoardFilter): string {
  const search = new URLSearchParams()
  for (const name of names) {
    const value = filter[name]
    if (value !== undefined && value !== '') search.set(name, value)
  }
  return search.size === 0 ? '/desk/ledger' : `/desk/ledger?${search}`
}

/** A filter with one part changed; undefined takes the part away. */
export function withPart(filter: BoardFilter, part: BoardFilter): BoardFilter {
  return Object.fromEntries(
    Object.entries({ ...filter, ...part }).filter(([, value]) => value !== undefined && value !== ''),
  )
}

export function sameFilter(a: BoardFilter, b: BoardFilter): boolean {
  return boardHref(a) === boardHref(b)
}

export const dueChoices = [
  { value: 'past', label: '已过期限' },
  { value: 'week', label: '7天内到期' },
  { value: 'month', label: '本月到期' },
  { value: 'next-month', label: '下月到期' },
  { value: 'year', label: '本年到期' },
] as const

export type DueChoice = (typeof dueChoices)[number]['value']

/** The days that a choice means on `today`, both included. */
export function dueDays(choice: DueChoice, today: string): Pick<BoardFilter, 'dueFrom' | 'dueTo'> {
  const [year = 0, month = 1] = today.split('-').map(Number)
  switch (choice) {
    case 'past':
      return { dueFrom: undefined, dueTo: dayOf(today, -1) }
    case 'week':
      return { dueFrom: today, dueTo: dayOf(today, 7) }
    case 'month':
      return monthDays(year, month)
    case 'next-month':
      return month === 12 ? monthDays(year + 1, 1) : monthDays(year, month + 1)
    case 'year':
      return { dueFrom: `${year}-01-01`, dueTo: `${year}-12-31` }
  }
}

/** Which choice the days of a filter are; undefined when they are others, or none. */
export function dueChoiceOf({ dueFrom, dueTo }: BoardFilter, today: string): DueChoice | undefined {
  return dueChoices.find(({ value }) => {
    const days = dueDays(value, today)
    return days.dueFrom === dueFrom && days.dueTo === dueTo
  })?.value
}

function monthDays(year: number, month: number) {
  const start = `${year}-${String(month).padStart(2, '0')}`
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate()
  return { dueFrom: `${start}-01`, dueTo: `${start}-${last}` }
}

function dayOf(today: string, days: number): string {
  return new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

export const groupings = [
  { value: 'none', label: '不分组' },
  { value: 'document', label: '按文件' },
  { value: 'lead', label: '按牵头单位' },
  { value: 'chapter', label: '按章节' },
] as const

export type Grouping = (typeof groupings)[number]['value']

export interface Group {
  readonly name: string
  readonly items: readonly TaskItem[]
}

/** Rows under their headings, in the order in which the headings first appear. */
export function grouped(items: readonly TaskItem[], by: Grouping): readonly Group[] {
  const groups = Map.groupBy(items, (item) => headingOf(item, by))
  return [...groups].map(([name, rows]) => ({ name, items: rows }))
}

function headingOf({ cite, leads }: TaskItem, by: Grouping): string {
  if (by === 'document') return `${cite.document} ${cite.title}`.trim()
  if (by === 'lead') return leads[0] ?? '未定牵头单位'
  if (by === 'chapter') return `${cite.document} ${cite.path.slice(0, -1).join('')}`.trim()
  return ''
}
