import { findingFilter } from '../../inspections/api.ts'
import type { FindingFilter } from './shapes.ts'

/** The filter of findings in an address; what cannot be one is left out. */
export function findingsIn(search: URLSearchParams): FindingFilter {
  return Object.fromEntries(
    (['inspection', 'unit', 'kind', 'state'] as const).flatMap((name) => {
      const value = findingFilter.shape[name].safeParse(search.get(name) ?? undefined)
      return value.success && value.data !== undefined ? [[name, value.data]] : []
    }),
  )
}

/** The query of a filter, with its question mark; empty for all. */
export function findingsQuery(filter: FindingFilter): string {
  const search = new URLSearchParams()
  for (const name of ['inspection', 'unit', 'kind', 'state'] as const) {
    const value = filter[name]
    if (value !== undefined && value !== 'all') search.set(name, value)
  }
  return search.size === 0 ? '' : `?${search}`
}

export const stateChoices = [
  { value: 'waiting', label: '未销号' },
  { value: 'late', label: '逾期未整改' },
  { value: 'open', label: '整改中' },
  { value: 'mended', label: '待核验' },
  { value: 'verified', label: '待销号' },
  { value: 'closed', label: '已销号' },
] as const
