import { readdir, readFile } from 'node:fs/promises'
import { z } from 'zod'
import { checkItem, type PackFault } from './check-item.ts'
import { type Item, type Target, TargetForm } from './item.ts'

export interface PackRead {
  readonly items: readonly Item[]
  readonly targets: readonly Target[]
  readonly faults: readonly PackFault[]
  /** How many files of items there are. */
  readonly files: number
}

/**
 * Reads `items/*.json` and `service-targets.json` of a pack, in the order of their names; a pack without them has none.
 * `bodies` are the keys that an item may name. Nothing is thrown for what a file holds: it is a fault with its place.
 */
export async function readCataloguePack(folder: URL, bodies: ReadonlySet<string>): Promise<PackRead> {
  const names = await namesIn(new URL('items/', folder))
  const items: Item[] = []
  const faults: PackFault[] = []
  for (const name of names) {
    const file = `items/${name}`
    const content = await readJson(new URL(file, folder), file)
    const checked = 'fault' in content ? { faults: [content.fault] } : checkItem(file, content.value, bodies)
    if ('faults' in checked) faults.push(...checked.faults)
    else items.push(checked.item)
  }
  const targets = await readTargets(folder)
  return {
    items,
    targets: targets.rows,
    faults: [...faults, ...sameDayFaults(items), ...targets.faults],
    files: names.length,
  }
}

/** The keys in a pack's list of bodies, for a check without a city. */
export async function bodyKeysOf(folder: URL): Promise<ReadonlySet<string>> {
  const text = await readFile(new URL('bodies.json', folder), 'utf8').catch(absent)
  const rows = z.array(z.looseObject({ key: z.string() })).parse(JSON.parse(text ?? '[]'))
  return new Set(rows.map(({ key }) => key))
}

async function readTargets(folder: URL): Promise<{ rows: readonly Target[]; faults: readonly PackFault[] }> {
  const file = 'service-targets.json'
  const content = await readJson(new URL(file, folder), file, '[]')
  if ('fault' in content) return { rows: [], faults: [content.fault] }
  const read = z.array(TargetForm).safeParse(content.value, { error: z.locales.zhCN().localeError })
  if (read.success) return { rows: read.data, faults: [] }
  return {
    rows: [],
    faults: read.error.issues.map(({ path, message }) => ({ file, path: path.join('.'), message })),
  }
}

/** Two versions of an item cannot begin on one day. */
function sameDayFaults(items: readonly Item[]): PackFault[] {
  const seen = new Set<string>()
  return items.flatMap(({ code, effective_from }) => {
    const begin = `${code} ${effective_from}`
    if (!seen.has(begin)) {
      seen.add(begin)
      return []
    }
    return [{ file: `items/${code}.json`, path: 'effective_from', message: '同一事项有两个版本从同一天起生效' }]
  })
}

async function namesIn(folder: URL): Promise<readonly string[]> {
  const names = await readdir(folder).catch(absent)
  return (names ?? []).filter((name) => name.endsWith('.json')).sort()
}

async function readJson(place: URL, file: string, otherwise = ''): Promise<{ value: unknown } | { fault: PackFault }> {
  const text = (await readFile(place, 'utf8').catch(absent)) ?? otherwise
  try {
    return { value: JSON.parse(text) }
  } catch {
    return { fault: { file, path: '', message: '不是 JSON' } }
  }
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  throw error
}
