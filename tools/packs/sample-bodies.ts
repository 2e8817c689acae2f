import { bodyKey } from './body-key.ts'
import { readJson } from './rows.ts'

interface BodySource {
  readonly city: string
  /** short, full name, kind, division, aliases */
  readonly bodies: readonly (readonly [string, string, string, string | null, readonly string[]])[]
  /** of a body: former full name, former short name, first day of the present name */
  readonly former: Readonly<Record<string, readonly (readonly [string, string, string])[]>>
  /** name, printed forms, members (short), complete */
  readonly groups: readonly (readonly [string, readonly string[], readonly string[], boolean])[]
  /** body (short), title, person, from */
  readonly leaders: readonly (readonly [string, string, string, string])[]
}

const basis = [{ source: '本程序虚构' }] as const
const validity = { effective_from: null, effective_to: null } as const
const underTheCity = new Set(['市直部门', '事业单位', '县级政府', '市属开发区'])

export interface SampleBodies {
  readonly bodies: readonly object[]
  readonly groups: readonly object[]
  readonly posts: readonly object[]
  readonly tenures: readonly object[]
}

/** The invented city's bodies, groups, and who held which post before the issue. */
export function sampleBodies(file: string): SampleBodies {
  const source = readJson<BodySource>(file)
  const keys = keysOf(source.bodies.map(([short]) => short))
  const keyOf = (short: string) => keys.get(short) ?? bodyKey(short)
  const postKey = ([short, title]: BodySource['leaders'][number]) => `${keyOf(short)}/${bodyKey(title)}`
  const posts = new Map(source.leaders.map((row) => [postKey(row), row]))
  return {
    bodies: source.bodies.map((row) => ({ key: keyOf(row[0]), ...bodyRow(row, source.former[row[0]] ?? []) })),
    groups: source.groups.map(([name, printed, members, complete]) => ({
      key: bodyKey(name),
      name,
      printed,
      members: members.map(keyOf),
      complete,
      basis,
      ...validity,
    })),
    posts: [...posts].map(([key, row]) => ({ key, body: keyOf(row[0]), ...postRow(row, source) })),
    tenures: source.leaders.map((row) => ({
      person: row[2],
      post: postKey(row),
      act: 'appoint',
      document: '此前任免文件',
      effective_from: row[3],
      effective_to: null,
      probation_months: null,
      rank_note: null,
      basis,
    })),
  }
}

/** All invented office-holders, to find them in the chronicle. */
export function leadersOf(file: string): readonly string[] {
  return readJson<BodySource>(file).leaders.map((row) => row[2])
}

function bodyRow(row: BodySource['bodies'][number], former: BodySource['former'][string]): object {
  const [short, name, kind, division, aliases] = row
  const renamed = former[0]?.[2] ?? null
  return {
    name,
    short,
    kind,
    level: kind === '县级政府' ? '县' : '市',
    division,
    parent: underTheCity.has(kind) ? bodyKey('市政府') : null,
    aliases: [
      ...aliases.map((alias) => ({ name: alias, basis, ...validity })),
      ...former.flatMap(([full, old, until]) =>
        [full, old].map((alias) => ({ name: alias, basis, effective_from: null, effective_to: until })),
      ),
    ],
    names: [
      ...former.map(([full, old, until]) => ({ name: full, short: old, effective_from: null, effective_to: until })),
      { name, short, effective_from: renamed, effective_to: null },
    ],
    successors: [],
    certainty: 'invented',
    assigned: kind !== '市级政府',
    note: null,
    basis,
    ...validity,
  }
}

/** A post is called after its body as that was called on the day of the appointment. */
function postRow(row: BodySource['leaders'][number], source: BodySource): object {
  const [short, title, , from] = row
  const body = source.bodies.find((one) => one[0] === short)
  if (body === undefined) throw new Error(`no body: ${short}`)
  const former = source.former[short]?.find(([, , until]) => from < until)
  return { title, name: (former?.[0] ?? body[1]) + title, basis, ...validity }
}

/** A key for each short name; one that sounds like an earlier one gets its place behind (市水务局, 市税务局). */
function keysOf(shorts: readonly string[]): ReadonlyMap<string, string> {
  const sounds = shorts.map(bodyKey)
  return new Map(
    shorts.map((short, at) => {
      const sound = bodyKey(short)
      const before = sounds.slice(0, at).filter((one) => one === sound).length
      return [short, before === 0 ? sound : `${sound}-${before + 1}`]
    }),
  )
}
