import type { ProvisionRead } from '@guangyue/kernel/gazette-text'
import { pathKeyOf } from '../model.ts'

/** A provision out of its tree, with how deep it stood. */
export interface FlatProvision {
  readonly path: readonly string[]
  readonly pathKey: string
  readonly depth: number
  readonly read: ProvisionRead
}

/**
 * The tree in reading order. Two places with the same path (a numbering printed twice) get different ones, because a
 * path is an address: the later has its last step counted, `（三）` then `（三）·2`.
 */
export function flattenProvisions(tree: readonly ProvisionRead[]): readonly FlatProvision[] {
  const flat: FlatProvision[] = []
  const taken = new Set<string>()
  const visit = (read: ProvisionRead, depth: number): void => {
    const path = freePath(read.path, taken)
    flat.push({ path, pathKey: pathKeyOf(path), depth, read })
    for (const child of read.children) visit(child, depth + 1)
  }
  for (const read of tree) visit(read, 0)
  return flat
}

function freePath(path: readonly string[], taken: Set<string>): readonly string[] {
  let free = path
  for (let count = 2; taken.has(pathKeyOf(free)); count += 1)
    free = [...path.slice(0, -1), `${path.at(-1) ?? ''}·${count}`]
  taken.add(pathKeyOf(free))
  return free
}
