import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { type TestCity, testCity } from '../testing/index.ts'
import { addSearchTerms, replaceEntries, type SearchEntry } from './entries.ts'
import { search } from './search.ts'

let place: TestCity
const entry = (id: string, body: string, over: Partial<SearchEntry> = {}): SearchEntry => ({
  thing: `provision/${id}`,
  scope: 'document/1',
  kind: 'provision',
  year: 2021,
  title: '',
  context: '',
  body,
  url: `/${id}`,
  may: 'anyone',
  ...over,
})

before(async () => {
  place = await testCity([])
  const ctx = place.ctx()
  await ctx.transact(async (tx) => {
    await addSearchTerms(tx, ['市行政审批局'])
    await replaceEntries(
      tx,
      [],
      [
        entry('stamp', '新开办企业免费领取电子印章，税务Ukey同时发放。', { title: '优化印章刻制' }),
        entry('stamp-far', '电子证照逐步推广，企业可自行刻制印章。'),
        entry('water', '水电气热一次报装，八个工作日内通水。', { scope: 'document/2', year: 2020 }),
        entry('bureau', '由市行政审批局牵头，市税务局配合。'),
        entry('bureaus', '各级行政审批机构和市直各局。'),
        entry('birth', '出生医学证明网上申领。'),
        entry('inside', '内部台账：印章延误。', { may: 'ledger.read', kind: 'task' }),
      ],
    )
  })
})
after(() => place.drop())

const found = async (query: string, over: Partial<Parameters<typeof search>[1]> = {}) => {
  const answer = await search(place.ctx().db, { query, allowed: ['anyone'], limit: 10, offset: 0, ...over })
  return { matched: answer.matched, total: answer.total, urls: answer.hits.map(({ url }) => url.slice(1)) }
}

const table: readonly (readonly [string, string, string, readonly string[]])[] = [
  ['a word of two characters', '印章', 'all', ['stamp', 'stamp-far']],
  ['two neighbours that are no word', '气热', 'all', ['water']],
  ['a single character, at the end of a run too', '水', 'all', ['water']],
  ['traditional characters', '電子印章', 'all', ['stamp', 'stamp-far']],
  ['full width and capitals', 'ＵＫＥＹ', 'all', ['stamp']],
  ['a known name stays whole', '市行政审批局', 'all', ['bureau']],
  ['quoted words stand as they are', '“电子印章”', 'all', ['stamp']],
  ['none has it as asked: pieces', '出生证明', 'some', ['birth']],
  ['never both: the rarer first', '出生企业', 'some', ['birth', 'stamp-far', 'stamp']],
  ['nothing at all', '月球', 'all', []],
]
for (const [name, query, matched, urls] of table) {
  test(`search: ${name}`, async () => assert.deepEqual(await found(query), { matched, total: urls.length, urls }))
}

test('search: only what the reader may see, and what it is narrowed to', async () => {
  assert.deepEqual((await found('印章', { allowed: ['anyone', 'ledger.read'] })).total, 3)
  assert.deepEqual((await found('印章', { allowed: [] })).total, 0)
  assert.deepEqual((await found('一次', { scope: 'document/2' })).urls, ['water'])
  assert.deepEqual((await found('一次', { scope: 'document/1' })).total, 0)
  assert.deepEqual((await found('一次', { year: 2021 })).total, 0)
  assert.deepEqual((await found('印章', { kind: 'task', allowed: ['ledger.read'] })).urls, ['inside'])
})

test('search: pages do not overlap, and the total stays', async () => {
  const first = await found('印章', { limit: 1 })
  const second = await found('印章', { limit: 1, offset: 1 })
  assert.deepEqual([first.total, second.total, first.urls, second.urls], [2, 2, ['stamp'], ['stamp-far']])
})

test('search: replacing a scope forgets what it held', async () => {
  const ctx = place.ctx()
  await ctx.transact((tx) =>
    replaceEntries(tx, ['document/2'], [entry('water-2', '改为七个工作日通水。\ud800', { scope: 'document/2' })]),
  )
  assert.deepEqual((await found('八个工作日')).matched === 'all', false)
  assert.deepEqual((await found('七个')).urls, ['water-2'])
})
