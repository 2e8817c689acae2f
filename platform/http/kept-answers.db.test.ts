import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { z } from 'zod'
import { type Actor, anyone } from '../access/index.ts'
import type { Ctx } from '../db/index.ts'
import { addSearchTerms } from '../search/index.ts'
import { type TestCity, testCity } from '../testing/index.ts'
import { endpoint } from './endpoint.ts'
import { buildServer } from './server.ts'

// Operations that tell how many terms the city knows, and who asked; each reading is counted.
let place: TestCity
let fastify: Awaited<ReturnType<typeof buildServer>>['fastify']
let readings = 0

const reply = z.object({ terms: z.int(), who: z.string() })
const common = { method: 'GET', may: 'count', summary: '词数', reply } as const
const unit = endpoint({ ...common, id: 'countForUnit', path: '/api/unit', keep: 'per-unit' })
const person = endpoint({ ...common, id: 'countForPerson', path: '/api/person', keep: 'per-person' })

async function count(ctx: Ctx) {
  readings += 1
  const terms = await ctx.db.selectFrom('search_term').select('term').execute()
  return { terms: terms.length, who: ctx.actor.name, more: '不在答复里' }
}

/** `甲 police officer`: name, body and role. */
function actorOf(cookie: string): Actor {
  const [name = '', body = '', role = ''] = decodeURIComponent(cookie).split(' ')
  if (name === '') return anyone
  const roles = [role] as unknown as Actor['roles']
  return { kind: 'account', accountId: name, name, bodyId: body, bodies: [body], roles }
}

before(async () => {
  place = await testCity([])
  const built = await buildServer({
    cities: place.cities,
    modules: [
      {
        name: 'counted',
        routes: (app) => {
          app.serve(unit, count)
          app.serve(person, count)
        },
      },
    ],
    grants: { count: { officer: 'bodies', head: 'bodies' } },
    resolveActor: async ({ cookie }) => actorOf(String(cookie)),
    render: () => '',
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

async function ask(url: string, who = '甲 police officer') {
  const before = readings
  const cookie = encodeURIComponent(who)
  const answer = await fastify.inject({ url, headers: { host: 'test.localhost', cookie } })
  return { answer, anew: readings - before, said: answer.json<{ terms: number; who: string }>() }
}

async function addTerm(term: string): Promise<void> {
  await place.ctx().transact((tx) => addSearchTerms(tx, [term]))
}

test('kept answers: read once until something changes, and the change is there at the next request', async () => {
  const first = await ask('/api/unit')
  assert.deepEqual([first.answer.statusCode, first.anew], [200, 1])
  assert.deepEqual(Object.keys(first.said), ['terms', 'who'], 'checked against the schema like every reply')
  const again = await ask('/api/unit')
  assert.deepEqual([again.anew, again.answer.body], [0, first.answer.body])
  assert.equal(again.answer.headers['cache-control'], 'no-store')
  assert.match(String(again.answer.headers['content-type']), /^application\/json/)
  await addTerm('一个词')
  const changed = await ask('/api/unit')
  assert.deepEqual([changed.said.terms, changed.anew], [first.said.terms + 1, 1])
})

test('kept answers: people of one unit and role share them, another unit or role does not', async () => {
  await ask('/api/unit')
  assert.equal((await ask('/api/unit', '乙 police officer')).anew, 0)
  assert.equal((await ask('/api/unit', '乙 police head')).anew, 1)
  assert.equal((await ask('/api/unit', '乙 finance officer')).anew, 1)
  assert.equal((await ask('/api/unit?a=1')).anew, 1)
})

test('kept answers: what depends on the person is nobody else’s', async () => {
  assert.equal((await ask('/api/person')).said.who, '甲')
  const other = await ask('/api/person', '乙 police officer')
  assert.deepEqual([other.said.who, other.anew], ['乙', 1])
  assert.equal((await ask('/api/person')).anew, 0)
})

test('kept answers: who may not is turned away, whatever is kept', async () => {
  await ask('/api/unit')
  assert.equal((await ask('/api/unit', '丙 police citizen')).answer.statusCode, 403)
  assert.equal((await ask('/api/unit', '')).answer.statusCode, 401)
})
