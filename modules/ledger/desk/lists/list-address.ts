import { listFilter } from '../../problems/api.ts'
import type { ListFilter } from './shapes.ts'

export const lists = ['responsibilities', 'problems', 'remedies'] as const
export type ListName = (typeof lists)[number]

export const listTitles = {
  responsibilities: '责任清单',
  problems: '问题清单',
  remedies: '措施清单',
} as const satisfies Record<ListName, string>

/** States that each list is narrowed to. */
export const stateChoices = {
  responsibilities: [],
  problems: [
    { value: 'waiting', label: '未解决' },
    { value: 'late', label: '逾期' },
    { value: 'open', label: '待处理' },
    { value: 'in-hand', label: '整改中' },
    { value: 'reported', label: '待确认' },
    { value: 'solved', label: '已解决' },
    { value: 'dropped', label: '不列入' },
  ],
  remedies: [
    { value: 'waiting', label: '未完成' },
    { value: 'late', label: '逾期' },
    { value: 'done', label: '已完成' },
  ],
} as const satisfies Record<ListName, readonly { readonly value: ListFilter['state']; readonly label: string }[]>

/** The list and filter in an address; what cannot be one is left out. */
export function listIn(search: URLSearchParams): { readonly list: ListName; readonly filter: ListFilter } {
  const asked = search.get('list')
  const list = lists.find((one) => one === asked) ?? 'responsibilities'
  const read = (['unit', 'document', 'state'] as const).flatMap((name) => {
    const value = listFilter.shape[name].safeParse(search.get(name) ?? undefined)
    return value.success && value.data !== undefined ? [[name, value.data] as const] : []
  })
  const filter: ListFilter = Object.fromEntries(read)
  const known = stateChoices[list].some(({ value }) => value === filter.state)
  return { list, filter: known ? filter : { ...filter, state: 'all' } }
}

/** The address of a list with its filter, below /desk. */
export function listHref(list: ListName, { unit, document, state }: ListFilter): string {
  const search = new URLSearchParams({ list })
  if (unit) search.set('unit', unit)
  if (document) search.set('document', document)
  if (state && state !== 'all') search.set('state', state)
  return `/desk/ledger/lists?${search}`
}
