import { z } from 'zod'
import { boardQuery, type grouping, taskFilter, type viewKind } from '../../api.ts'

/** Which tasks are shown, and how: all of it stands in the address. */
export type BoardFilter = Partial<z.output<typeof address>>
export type TaskFilter = Partial<z.output<typeof taskFilter>>
export type ViewKind = z.output<typeof viewKind>
export type Grouping = z.output<typeof grouping>

/** `month` is the month of the calendar, and its year that of the timeline; it is kept with no view. */
const address = boardQuery.extend({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional(),
})
const names = Object.keys(address.shape) as readonly (keyof BoardFilter)[]
const narrowing = Object.keys(taskFilter.shape) as readonly (keyof TaskFilter)[]
const defaults: BoardFilter = address.parse({})

/** What an address asks; what cannot be asked is left out, so that an old link still opens. */
export function filterIn(search: URLSearchParams): BoardFilter {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = search.get(name)
      if (value === null || value === '') return []
      const read = address.shape[name].safeParse(value)
      return read.success ? [[name, read.data]] : []
    }),
  )
}

/** The address of a filter, below /desk; the same filter always has the same address. */
export function boardHref(filter: BoardFilter): string {
  const search = new URLSearchParams()
  for (const name of names) {
    const value = filter[name]
    if (value !== undefined && value !== '' && value !== defaults[name]) search.set(name, value)
  }
  return search.size === 0 ? '/desk/ledger' : `/desk/ledger?${search}`
}

/** What decides which tasks are shown, without how. */
export function tasksOf(filter: BoardFilter): TaskFilter {
  return Object.fromEntries(narrowing.flatMap((name) => (filter[name] === undefined ? [] : [[name, filter[name]]])))
}

/** How they are shown, without which. */
export function wayOf({ show, group, columns, month }: BoardFilter): BoardFilter {
  return withPart({}, { show, group, columns, month })
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

export const views = [
  { value: 'table', label: '表格' },
  { value: 'board', label: '看板' },
  { value: 'calendar', label: '月历' },
  { value: 'timeline', label: '时间线' },
] as const satisfies readonly { value: ViewKind; label: string }[]

export const groupings = [
  { value: 'document', label: '按文件' },
  { value: 'chapter', label: '按章节' },
  { value: 'unit', label: '按牵头单位' },
  { value: 'county', label: '按县（市、区）' },
  { value: 'indicator', label: '按指标' },
  { value: 'month', label: '按到期月份' },
] as const satisfies readonly { value: Grouping; label: string }[]
