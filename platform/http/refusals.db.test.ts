import assert from 'node:assert/strict'
import { after, before, beforeEach, test } from 'node:test'
import { z } from 'zod'
import { type Actor, anyone } from '../access/index.ts'
import { DomainError, type ErrorKind } from '../errors/index.ts'
import { type TestCity, testCity } from '../testing/index.ts'
import { endpoint } from './endpoint.ts'
import { buildServer } from './server.ts'

class Refusal extends DomainError {
  readonly code = 'test.refusal'
  readonly kind: ErrorKind

  constructor(kind: ErrorKind) {
    super({ what: '张三不能办理' })
    this.kind = kind
  }
}

const id = '018f0000-0000-7000-8000-000000000001'
const common = { may: 'act', reply: z.object({}), params: z.object({ id: z.uuid() }) } as const
const change = endpoint({
  ...common,
  id: 'change',
  method: 'POST',
  path: '/api/bodies/:id/change',
  summary: '改动',
  body: z.object({ kind: z.string().max(20), secret: z.string() }),
})
const read = endpoint({ ...common, id: 'read', method: 'GET', path: '/api/bodies/:id', summary: '查看' })
const send = endpoint({
  ...common,
  id: 'send',
  method: 'POST',
  path: '/api/bodies/:id/files',
  summary: '附文件',
  body: z.object({ words: z.string() }),
  file: { maxBytes: 1000 },
})

let place: TestCity
let fastify: Awaited<ReturnType<typeof buildServer>>['fastify']
let who = 0

before(async () => {
  place = await testCity([])
  const built = await buildServer({
    cities: place.cities,
    modules: [
      {
        name: 'refusing',
        routes: (app) => {
          app.serve(change, async (ctx, { body }) =>
            ctx.transact(async (tx) => {
              await ctx.audit(tx, 'test.changed', { thing: `body/${id}` })
              if (body.kind === 'bug') throw new Error('a bug')
              throw new Refusal(body.kind as ErrorKind)
            }),
          )
          app.serve(read, async () => {
            throw new Refusal('forbidden')
          })
          app.upload(send, async () => ({}))
        },
      },
    ],
    grants: { act: { officer: 'city' } },
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
beforeEach(async () => {
  who += 1
  await place.cities.owner.query('truncate city_test.audit_record, city_test.audit_seal')
})

/** A person for each test, so that none uses up another's minute. */
function actorOf(role: string): Actor {
  if (role === '') return anyone
  const accountId = `018f0000-0000-7000-8000-${String(who).padStart(12, '0')}`
  const roles = [role] as unknown as Actor['roles']
  return { kind: 'account', accountId, name: '甲', bodyId: null, bodies: [], roles }
}

interface Asked {
  readonly role?: string
  readonly url?: string
  readonly body?: object
}

const ask = async ({ role = 'officer', url = `/api/bodies/${id}/change`, body }: Asked) =>
  fastify.inject({
    method: 'POST',
    url,
    headers: { host: 'test.localhost', cookie: role },
    payload: body ?? { kind: 'forbidden', secret: '密码 123' },
  })

const recorded = async () =>
  (await place.city.db.selectFrom('audit_record').select(['action', 'thing', 'reason']).orderBy('id').execute()).map(
    ({ action, thing, reason }) => [action, thing, reason],
  )

const line = (word: string, code = 'test.refusal', thing = `body/${id}`) => [
  'http.refused',
  thing,
  `改动：${word}（${code}）`,
]

const table: readonly [name: string, asked: Asked, status: number, expected: readonly unknown[]][] = [
  ['by what it is about', {}, 403, [line('无权办理')]],
  ['what is not there', { body: { kind: 'not-found', secret: '' } }, 404, [line('没有此项，或无权查看')]],
  ['what stands otherwise', { body: { kind: 'conflict', secret: '' } }, 409, [line('现状不允许')]],
  ['a stale edit', { body: { kind: 'stale', secret: '' } }, 409, [line('已被别人改动')]],
  ['by what it says', { body: { kind: 'invalid', secret: '' } }, 422, [line('内容不符合要求')]],
  ['by role, at the door', { role: 'citizen' }, 403, [line('无权办理', 'access.action-not-allowed')]],
  [
    'at the door, with anything in the address',
    { role: 'citizen', url: '/api/bodies/%E5%BC%A0%E4%B8%89/change' },
    403,
    [line('无权办理', 'access.action-not-allowed', 'city/test')],
  ],
  ['not who is not signed in', { role: '' }, 401, []],
  ['not what is too often', { body: { kind: 'too-many', secret: '' } }, 429, []],
  ['not what does not fit the schema', { body: { kind: 'forbidden' } }, 422, []],
  ['not a damaged address', { url: '/api/bodies/1/change' }, 404, []],
  ['not an address that is none', { url: '/api/nothing' }, 404, []],
  ['not an address that cannot be read', { url: '/api/%zz' }, 404, []],
  ['not a bug', { body: { kind: 'bug', secret: '' } }, 500, []],
]
for (const [name, asked, status, expected] of table) {
  test(`a refused change is in the audit: ${name}`, async () => {
    assert.equal((await ask(asked)).statusCode, status)
    assert.deepEqual(await recorded(), expected)
  })
}

test('a form with a file that does not fit its schema, and reading, leave no line', async () => {
  const sent = new Response(new FormData())
  const headers = { host: 'test.localhost', cookie: 'officer' }
  const payload = Buffer.from(await sent.arrayBuffer())
  const form = { ...headers, 'content-type': sent.headers.get('content-type') ?? '' }
  const upload = await fastify.inject({ method: 'POST', url: `/api/bodies/${id}/files`, headers: form, payload })
  const reading = await fastify.inject({ url: `/api/bodies/${id}`, headers })
  assert.deepEqual([upload.statusCode, reading.statusCode, await recorded()], [422, 403, []])
})

test('the same refusal is written once a minute, also when asked for many times at once', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2021-07-06T04:00:00Z') })
  const answers = await Promise.all(Array.from({ length: 8 }, () => ask({})))
  assert.deepEqual([...new Set(answers.map(({ statusCode }) => statusCode))], [403])
  assert.deepEqual(await recorded(), [line('无权办理')])
  t.mock.timers.tick(60_000)
  await ask({})
  assert.deepEqual(await recorded(), [line('无权办理'), line('无权办理')])
})

test('a flood of refusals of one person ends after twenty lines a minute, and the last says so', async (t) => {
  t.mock.timers.enable({ apis: ['Date'], now: Date.parse('2021-07-06T04:00:00Z') })
  const addresses = Array.from({ length: 60 }, (_, n) => `/api/bodies/${id.slice(0, -2)}${n + 10}/change`)
  await Promise.all(addresses.map((url) => ask({ role: 'citizen', url })))
  const lines = await recorded()
  assert.equal(lines.length, 20)
  assert.equal(lines.filter(([, , reason]) => reason?.includes('其余不再逐次记录')).length, 1)
})
