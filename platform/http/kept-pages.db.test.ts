import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { anyone, systemActor } from '../access/index.ts'
import type { Ctx } from '../db/index.ts'
import { addSearchTerms } from '../search/index.ts'
import { type TestCity, testCity } from '../testing/index.ts'
import { buildServer } from './server.ts'

// A page that shows how many terms the city knows; each drawing of it says which one it is.
let place: TestCity
let fastify: Awaited<ReturnType<typeof buildServer>>['fastify']
let drawn = 0

async function termsOf(ctx: Ctx): Promise<number> {
  return (await ctx.db.selectFrom('search_term').select('term').execute()).length
}

before(async () => {
  place = await testCity([])
  const module = {
    name: 'counted',
    routes: (app: Parameters<NonNullable<Parameters<typeof buildServer>[0]['modules'][number]['routes']>>[0]) =>
      app.page({ path: '/terms/:key', may: 'anyone', view: 'counted', keep: 'until-change' }, async (ctx) => ({
        view: { terms: await termsOf(ctx) },
        title: '词',
      })),
  }
  const built = await buildServer({
    cities: place.cities,
    modules: [module],
    grants: {},
    resolveActor: async ({ cookie }) =>
      String(cookie).includes('session=') ? { ...systemActor, kind: 'account', name: '甲' } : anyone,
    render: (_view, props, shell) => {
      drawn += 1
      return `${(props as { terms: number }).terms} ${shell.lang} ${'词'.repeat(2000)}`
    },
    cssHref: '',
    logLevel: 'silent',
    version: '0',
  })
  fastify = built.fastify
})
after(async () => {
  await fastify.close()
  await place.drop()
})

async function read(headers: Record<string, string> = {}, url = '/terms/a') {
  const before = drawn
  const reply = await fastify.inject({ url, headers: { host: 'test.localhost', ...headers } })
  assert.equal(reply.statusCode, 200)
  return { terms: reply.body.split(' ')[0], anew: drawn - before, reply }
}

async function addTerm(term: string): Promise<void> {
  await place.ctx().transact((tx) => addSearchTerms(tx, [term]))
}

test('kept pages: a page is drawn once until something changes, and the change is there at the next request', async () => {
  await read()
  assert.equal((await read()).anew, 0)
  const known = Number((await read()).terms)
  await addTerm('第一个词')
  const changed = await read()
  assert.deepEqual([Number(changed.terms), changed.anew], [known + 1, 1])
  assert.equal((await read()).anew, 0)
})

test('kept pages: what was drawn while a transaction was open is not served once it has ended', async () => {
  const opened = Promise.withResolvers<void>()
  const end = Promise.withResolvers<void>()
  const writing = place.ctx().transact(async (tx) => {
    await addSearchTerms(tx, ['未完的词'])
    opened.resolve()
    await end.promise
  })
  await opened.promise
  await addTerm('后来先完的词')
  const during = await read()
  end.resolve()
  await writing
  assert.equal(Number((await read()).terms), Number(during.terms) + 1)
})

test('kept pages: many readers at once after a change all see it', async () => {
  const known = Number((await read()).terms)
  await addTerm('众人同看的词')
  const seen = await Promise.all(Array.from({ length: 20 }, () => read()))
  assert.deepEqual([...new Set(seen.map(({ terms }) => Number(terms)))], [known + 1])
})

test('kept pages: address and language are told apart, and who signed in gets a page of his own', async () => {
  await read()
  assert.equal((await read({}, '/terms/b')).anew, 1)
  assert.equal((await read({}, '/terms/a?lang=en')).anew, 1)
  assert.equal((await read({ cookie: 'session=1' })).anew, 1)
  assert.equal((await read({ cookie: 'session=1' })).anew, 1)
  assert.match((await read({}, '/terms/a?lang=en')).reply.body, /^\d+ en/)
  assert.match((await read()).reply.body, /^\d+ zh/)
})

test('kept pages: a language asked for once stays by its cookie, on pages kept in either', async () => {
  const langOf = async (headers: Record<string, string>, url?: string) => {
    const { reply } = await read(headers, url)
    return { lang: /^\d+ (zh|en)/.exec(reply.body)?.[1], kept: reply.cookies[0], vary: String(reply.headers.vary) }
  }
  const { lang, kept } = await langOf({}, '/terms/a?lang=en')
  assert.deepEqual([lang, kept?.name, kept?.value, kept?.path], ['en', 'lang', 'en', '/'])
  const english = { cookie: 'lang=en' }
  const again = await langOf(english)
  assert.deepEqual([again.lang, again.kept], ['en', undefined])
  assert.match(again.vary, /\bcookie\b/)
  assert.equal((await langOf({})).lang, 'zh')
  assert.equal((await langOf(english, '/terms/a?lang=zh')).kept?.value, 'zh')
  assert.equal((await langOf({ cookie: 'lang=zh' })).lang, 'zh')
  assert.equal((await langOf(english, '/terms/a?lang=klingon')).kept, undefined)
})

test('kept pages: compressed for readers who take it, with the same headers as when drawn', async () => {
  await addTerm('压缩')
  const first = await read()
  const plain = await read()
  const zipped = await read({ 'accept-encoding': 'br, gzip' })
  assert.deepEqual([plain.anew, zipped.anew], [0, 0])
  assert.equal(zipped.reply.headers['content-encoding'], 'gzip')
  assert.equal(gunzipSync(zipped.reply.rawPayload).toString(), first.reply.body)
  assert.equal(plain.reply.body, first.reply.body)
  const named = (headers: object) =>
    Object.keys(headers)
      .filter((name) => !['vary', 'date'].includes(name))
      .sort()
  assert.deepEqual(named(plain.reply.headers), named(first.reply.headers))
  assert.equal((await read({ 'accept-encoding': 'gzip;q=0' })).reply.headers['content-encoding'], undefined)
})

test('kept pages: who asks while a page is being drawn waits for that drawing', async () => {
  await addTerm('同时')
  const counted = drawn
  await Promise.all(Array.from({ length: 20 }, () => read({}, '/terms/together')))
  assert.equal(drawn - counted, 1)
})
