/** What of an endpoint decides the address of a call. */
interface Place {
  readonly id: string
  readonly path: string
}

/** What stands in an address. */
interface Parts {
  readonly params?: unknown
  readonly query?: unknown
}

/**
 * The address of a call: `:name` places filled and encoded, then the query. Undefined, null and empty answers are left
 * out; several answers to one question are repeated. Refuses a place that nothing fills: a bug in the caller.
 */
export function addressOf({ id, path }: Place, { params, query }: Parts = {}): string {
  const filled = path.replace(/:(\w+)/g, (_place, name: string) => {
    const value = entry(params, name)
    if (value === undefined || value === '') throw new Error(`${id}: nothing given for ${name}`)
    return encodeURIComponent(String(value))
  })
  const asked = new URLSearchParams()
  for (const [name, value] of Object.entries((query ?? {}) as Record<string, unknown>)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') asked.append(name, String(one))
    }
  }
  return asked.size > 0 ? `${filled}?${asked}` : filled
}

function entry(params: unknown, name: string): unknown {
  return params !== null && typeof params === 'object' ? (params as Record<string, unknown>)[name] : undefined
}
