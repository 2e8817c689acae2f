import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import { measureRows } from './liaocheng-measures.ts'
import { readSources } from './liaocheng-sources.ts'
import { packNames } from './pack-names.ts'
import { readJson } from './rows.ts'

const root = join(import.meta.dirname, '..', '..')
const pack = join(root, 'packs', 'liaocheng-2021')
const shared = join(root, '..', 'shared')
const gazette = join(shared, 'gazette', 'liaocheng-2021-06.txt')
const absent = existsSync(gazette) ? false : 'shared gazette absent'

interface Row {
  readonly key: string
  readonly document: string
  readonly path: readonly string[]
  readonly assignments: readonly { readonly leads: readonly string[]; readonly supports: readonly string[] }[]
  readonly deadlines: readonly { readonly due: string | null }[]
  readonly chapters: readonly (readonly string[])[]
  readonly members: readonly string[]
  readonly body: string | null
  readonly name: string
}

const rows = (file: string) => readJson<readonly Row[]>(join(pack, file))

const counts = [
  // what is counted                        how many  of
  ['measures', 252, () => rows('measures.json')],
  ['with joint leads', 96, () => rows('measures.json').filter((m) => m.assignments.some((a) => a.leads.length > 1))],
  [
    'without a printed lead',
    23,
    () => rows('measures.json').filter((m) => !m.assignments.some((a) => a.leads.length > 0)),
  ],
  [
    'without a due date of their own',
    135,
    () => rows('measures.json').filter((m) => m.deadlines.every((d) => d.due === null)),
  ],
  ['indicators', 18, () => rows('indicators.json')],
  ['indicators with one chapter', 15, () => rows('indicators.json').filter((i) => i.chapters.length === 1)],
  ['indicators without a chapter', 2, () => rows('indicators.json').filter((i) => i.chapters.length === 0)],
  ['bodies', 92, () => rows('bodies.json')],
  ['groups', 8, () => rows('groups.json')],
  ['documents', 9, () => rows('documents.json')],
  ['tenures', 34, () => rows('tenures.json')],
] as const

for (const [what, expected, list] of counts) {
  test(`liaocheng pack: ${expected} ${what}`, () => assert.equal(list().length, expected))
}

test('liaocheng pack: the 18 chapters of the annex belong to the indicators, each to one', () => {
  const chapters = rows('indicators.json').flatMap((indicator) => indicator.chapters.map((path) => path.join('')))
  assert.equal(chapters.length, 18)
  assert.equal(new Set(chapters).size, 18)
})

test('liaocheng pack: every printed party is exactly one body or group', () => {
  const names = packNames(pack)
  const parties = rows('measures.json').flatMap((m) => m.assignments.flatMap((a) => [...a.leads, ...a.supports]))
  assert.ok(parties.length > 700)
  assert.deepEqual(
    parties.filter((party) => names.get(party)?.size !== 1),
    [],
  )
})

test('liaocheng pack: keys and clauses are unique and references hold', () => {
  const bodies = new Set(rows('bodies.json').map((body) => body.key))
  assert.equal(bodies.size, 92)
  const clauses = rows('measures.json').map((m) => [m.document, ...m.path].join('/'))
  assert.equal(new Set(clauses).size, clauses.length)
  const keys = [
    ...rows('groups.json').flatMap((group) => group.members),
    ...rows('posts.json').map((post) => post.body),
    ...rows('demo/actors.json').map((actor) => actor.body),
  ]
  assert.deepEqual(
    keys.filter((key) => key !== null && !bodies.has(key)),
    [],
  )
})

test('liaocheng pack: measures are those that the labels give', { skip: absent }, () => {
  const { measures, documents } = readSources(shared)
  const signedOn = new Map(documents.map((d) => [d.number ?? d.title, d.date_signed ?? '']))
  assert.deepEqual(rows('measures.json'), JSON.parse(JSON.stringify(measureRows(measures, signedOn))))
})

test('liaocheng pack: measures stand at the clauses that are read from the text', { skip: absent }, () => {
  const place = (m: { document: string; path: readonly string[] }) => [m.document, ...m.path].join('/')
  const read = parseIssue(readFileSync(gazette, 'utf8')).measures.map(place)
  assert.deepEqual(rows('measures.json').map(place).sort(), read.sort())
})

test('liaocheng pack: no sentence of the gazette stands in it', { skip: absent }, () => {
  const text = bare(readFileSync(gazette, 'utf8'))
  const titles = new Set(['title', 'heading', 'name', 'promulgates', 'path'])
  const files = readdirSync(pack, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.json'))
  const long = files
    .flatMap((file) => stringsOf(readJson(join(pack, file)), titles))
    .filter((string) => string.length > 40)
  assert.deepEqual(
    long.filter((string) => text.includes(bare(string))),
    [],
  )
})

test('liaocheng pack: demonstration actors are nobody in the gazette', { skip: absent }, () => {
  const text = readFileSync(gazette, 'utf8')
  assert.deepEqual(
    rows('demo/actors.json').filter((actor) => text.includes(actor.name)),
    [],
  )
})

function bare(text: string): string {
  return text.replace(/\s/g, '')
}

/** All strings of a value except those under the keys named. */
function stringsOf(value: unknown, except: ReadonlySet<string>): readonly string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([key, inner]) => (except.has(key) ? [] : stringsOf(inner, except)))
}
