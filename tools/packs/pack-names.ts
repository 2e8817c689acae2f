import { join } from 'node:path'
import { readJson } from './rows.ts'

interface NamedBody {
  readonly key: string
  readonly name: string
  readonly short: string
  readonly aliases: readonly { readonly name: string }[]
}

interface NamedGroup {
  readonly key: string
  readonly name: string
  readonly printed: readonly string[]
}

/** Every form of name in a pack with the keys of the bodies and groups that it may mean. */
export function packNames(pack: string): ReadonlyMap<string, ReadonlySet<string>> {
  const names = new Map<string, Set<string>>()
  const add = (name: string, key: string) => names.set(name, (names.get(name) ?? new Set()).add(key))
  for (const body of readJson<readonly NamedBody[]>(join(pack, 'bodies.json'))) {
    for (const name of [body.name, body.short, ...body.aliases.map((alias) => alias.name)]) add(name, body.key)
  }
  for (const group of readJson<readonly NamedGroup[]>(join(pack, 'groups.json'))) {
    for (const name of [group.name, ...group.printed]) add(name, group.key)
  }
  return names
}
