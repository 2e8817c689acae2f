/** What the register of acts is asked for, as it stands in the address. */
export interface Filter {
  readonly name: string
  readonly body: string
  readonly from: string
  readonly to: string
  readonly action: 'appoint' | 'remove' | 'lapse' | ''
}

const actions = ['appoint', 'remove', 'lapse'] as const

/** The filter of an address; what it does not say does not limit. */
export function filterOf(search: URLSearchParams): Filter {
  const part = (name: string) => search.get(name) ?? ''
  return {
    name: part('name'),
    body: part('body'),
    from: part('from'),
    to: part('to'),
    action: actions.find((one) => one === search.get('action')) ?? '',
  }
}

/** The parts of a filter that limit, for an address. */
export function paramsOf(filter: Filter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== ''))
}
