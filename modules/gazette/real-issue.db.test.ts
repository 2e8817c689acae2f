import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type ProvisionRef, permalinkOf } from '@guangyue/kernel/provision'
import { search } from '@guangyue/platform/search'
import { testCity } from '@guangyue/platform/testing'
import { organisationsModule } from '../organisations/index.ts'
import { gazetteModule, measuresOfIssue } from './index.ts'
import { getImport, receiveImport, runImport } from './service/import.ts'

// A whole issue over the facts of its pack: nothing doubled, and its labelled queries find their clauses.
const table = [
  ['liaocheng-2021', '../../../shared/gazette/liaocheng-2021-06.txt'],
  ['sample', '../../packs/sample/gazette/issue.txt'],
] as const

for (const [pack, text] of table) {
  test(`issue of ${pack}: imported over its pack, and searched`, async (t) => {
    const file = new URL(text, import.meta.url)
    if (!existsSync(file)) return t.skip(`the text of the ${pack} gazette is absent`)
    const place = await testCity([organisationsModule, gazetteModule])
    try {
      const ctx = place.ctx()
      const folder = new URL(`../../packs/${pack}/`, import.meta.url)
      await organisationsModule.loadPack?.(ctx, folder)
      await gazetteModule.loadPack?.(ctx, folder)
      await gazetteModule.loadPack?.(ctx, folder)
      const facts = await ctx.db.selectFrom('gazette_document').select('key').execute()
      const { id } = await receiveImport(ctx, { name: 'issue.txt', bytes: readFileSync(file) })
      await runImport(ctx, id)
      const done = await getImport(ctx, id)
      assert.deepEqual([done.stage, done.outcome, done.refusal], ['drafting', 'new', null])
      const issues = await ctx.db.selectFrom('gazette_issue').select('version').execute()
      assert.deepEqual(issues, [{ version: 1 }])
      const documents = await ctx.db.selectFrom('gazette_document').select(['key', 'text_version']).execute()
      const keys = documents.map(({ key }) => key).sort()
      // A pack without facts of documents (the sample's) gets them all from the text.
      if (facts.length > 0) assert.deepEqual(keys, facts.map(({ key }) => key).sort())
      assert.deepEqual([...new Set(documents.map(({ text_version }) => text_version))], [1])
      const measures = await measuresOfIssue(ctx.db, done.issueId ?? '')
      assert.equal(measures.length, done.counts.measures)
      assert.deepEqual(
        measures.filter(({ provisionId }) => provisionId === null).map(({ pathKey }) => pathKey),
        [],
      )

      const missed: string[] = []
      const labelled = queriesOf(new URL('search-queries.json', folder))
      for (const { query, answers } of labelled) {
        const { hits } = await search(ctx.db, { query, allowed: ['anyone'], limit: 3, offset: 0 })
        if (!hits.some(({ url }) => answers.map(permalinkOf).includes(url))) missed.push(query)
      }
      assert.ok(missed.length <= labelled.length * 0.1, `not among the first three: ${missed.join('、')}`)
    } finally {
      await place.drop()
    }
  })
}

interface Labelled {
  readonly query: string
  readonly answers: readonly ProvisionRef[]
}

function queriesOf(file: URL): readonly Labelled[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Labelled[]
}
