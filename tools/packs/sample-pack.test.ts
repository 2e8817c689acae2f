import assert from 'node:assert/strict'
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { contentsOf } from './make-sample.ts'
import { packNames } from './pack-names.ts'
import { readJson, readJsonLines } from './rows.ts'
import { piecesOf, readSampleSource } from './sample-documents.ts'
import { setIssue } from './sample-issue.ts'
import { measureLabels } from './sample-labels.ts'
import { issueText } from './sample-text.ts'

const pack = join(import.meta.dirname, '..', '..', 'packs', 'sample')
const source = () => readSampleSource(join(pack, 'source'))

interface Label {
  readonly doc: string
  readonly path: readonly string[]
  readonly text: string
  readonly soft?: boolean
  readonly assignments: readonly { readonly leads: readonly string[]; readonly supports: readonly string[] }[]
}

interface Fault {
  readonly kind: string
  readonly document: string
  readonly path: readonly string[] | null
  readonly name: string | null
}

const labelled = () => readJsonLines<Label>(join(pack, 'labels', 'measures.jsonl'))
const labels = () => labelled().filter((label) => !label.soft)
const faults = (kind: string) =>
  readJson<readonly Fault[]>(join(pack, 'labels', 'faults.json')).filter((f) => f.kind === kind)
const text = () => readFileSync(join(pack, 'gazette', 'issue.txt'), 'utf8')

test('sample: at least 30 pages and 120 measures, four documents continued elsewhere', () => {
  const issue = readJson<{ pages: number; page_jumps: readonly object[] }>(join(pack, 'labels', 'issue.json'))
  assert.ok(issue.pages >= 30)
  assert.ok(labels().length >= 120)
  assert.equal(issue.page_jumps.length, 4)
  assert.equal(text().match(/下转第\d+页/g)?.length, 4)
  assert.equal(text().match(/上接第\d+页/g)?.length, 4)
})

test('sample: the committed txt and labels are what the source gives', () => {
  const read = source()
  const pieces = piecesOf(read)
  const issue = setIssue(pieces, 2)
  assert.equal(text(), issueText(read.issue, contentsOf(pieces, issue), issue))
  assert.deepEqual(labelled(), JSON.parse(JSON.stringify(measureLabels(read))))
})

test('sample: every body has a key of its own', () => {
  const keys = readJson<readonly { key: string }[]>(join(pack, 'bodies.json')).map(({ key }) => key)
  assert.equal(new Set(keys).size, keys.length)
})

test('sample: parties are known but for the two faults made on purpose', () => {
  const names = packNames(pack)
  const parties = new Set(labels().flatMap((m) => m.assignments.flatMap((a) => [...a.leads, ...a.supports])))
  const wrong = [...parties].filter((party) => names.get(party)?.size !== 1).sort()
  const meant = [...faults('unknown-body'), ...faults('ambiguous-body')].map((fault) => fault.name).sort()
  assert.deepEqual(wrong, meant)
})

test('sample: measures without a lead are the faults made on purpose', () => {
  const without = labels().filter((m) => !m.assignments.some((a) => a.leads.length > 0))
  const place = (document: string, path: readonly string[] | null) => `${document} ${path?.join('')}`
  assert.deepEqual(
    without.map((m) => place(m.doc, m.path)),
    faults('lead-missing').map((fault) => place(fault.document, fault.path)),
  )
})

test('sample: the pdf stays small', () => {
  assert.ok(statSync(join(pack, 'gazette', 'issue.pdf')).size < 3_000_000)
})

test('sample: demonstration actors are nobody in the issue', () => {
  const actors = readJson<readonly { name: string }[]>(join(pack, 'demo', 'actors.json'))
  assert.deepEqual(
    actors.filter((actor) => text().includes(actor.name)),
    [],
  )
})

for (const city of ['liaocheng-2021', 'sample']) {
  test(`${city}: more than 40 search queries, each with an answer`, () => {
    const queries = readJson<readonly { query: string; answers: readonly object[] }[]>(
      join(pack, '..', city, 'search-queries.json'),
    )
    assert.ok(queries.length > 40)
    assert.ok(queries.some(({ query }) => query.length === 2))
    assert.equal(new Set(queries.map(({ query }) => query)).size, queries.length)
    assert.ok(queries.every(({ answers }) => answers.length > 0))
  })
}
