export interface Difference {
  /** `procedure.terms.promised.n` */
  readonly path: string
  readonly before: string | null
  readonly after: string | null
}

/** What differs between two texts of an item, part by part, in the order of the elements. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  const [old, fresh] = [leavesOf(before), leavesOf(after)]
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .filter((path) => old.get(path) !== fresh.get(path))
    .map((path) => ({ path, before: old.get(path) ?? null, after: fresh.get(path) ?? null }))
}

function leavesOf(value: unknown, path: readonly string[] = []): ReadonlyMap<string, string> {
  if (value === null) return new Map()
  if (typeof value !== 'object') return new Map([[path.join('.'), String(value)]])
  const parts = Array.isArray(value) ? placesOf(value) : Object.entries(value)
  return new Map(parts.flatMap(([place, part]) => [...leavesOf(part, [...path, place])]))
}

/** A row of a list is known by its name, so that one put in front does not make all others differ; twins by their place. */
function placesOf(list: readonly unknown[]): readonly (readonly [string, unknown])[] {
  const names = list.map(nameOf)
  return list.map((part, at) => {
    const name = names[at]
    return [name !== undefined && names.indexOf(name) === names.lastIndexOf(name) ? name : String(at), part]
  })
}

function nameOf(part: unknown): string | undefined {
  if (part === null || typeof part !== 'object') return undefined
  if ('name' in part) return String(part.name)
  if ('sentence' in part) return String(part.sentence)
  return 'key' in part ? String(part.key) : undefined
}
