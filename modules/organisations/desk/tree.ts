import type { BodyEntry } from '../api.ts'

export interface TreeRow {
  readonly body: BodyEntry
  readonly depth: number
}

/** Bodies under their parents, in the order given; one whose parent is not among them stands at the top. */
export function treeRows(bodies: readonly BodyEntry[]): readonly TreeRow[] {
  const ids = new Set(bodies.map(({ id }) => id))
  const below = Map.groupBy(bodies, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null))
  const rows: TreeRow[] = []
  const add = (parent: string | null, depth: number) => {
    for (const body of below.get(parent) ?? []) {
      rows.push({ body, depth })
      add(body.id, depth + 1)
    }
  }
  add(null, 0)
  return rows
}

/** Whether a body is found by part of any name or alias that it has or had. */
export function isFound(body: BodyEntry, text: string): boolean {
  const names = [...body.names.flatMap(({ name, short }) => [name, short]), ...body.aliases.map(({ name }) => name)]
  return text === '' || names.some((name) => name.includes(text))
}
