import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { DeclaredRoute } from '@guangyue/platform/http'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import type { FastifyInstance } from 'fastify'
import { serverForLooking } from './declared-routes.ts'
import { modules } from './modules.ts'

interface Described {
  readonly operationId: string
  readonly summary: string
  readonly tags: readonly string[]
  readonly security: readonly object[]
  readonly parameters?: readonly { name: string; in: string; required: boolean; schema: object }[]
  readonly requestBody?: { content: Record<string, { schema?: object }> }
  readonly responses: Readonly<Record<string, { description: string; content: Record<string, { schema?: object }> }>>
}

describe('the interface', () => {
  let town: TestCity
  let fastify: FastifyInstance
  let declared: readonly DeclaredRoute[]
  let document: {
    openapi: string
    info: { title: string; version: string }
    tags: { name: string }[]
    components: { securitySchemes: { session: { type: string; in: string } } }
    paths: Record<string, Record<string, Described>>
  }
  const ask = (method: 'GET' | 'POST' | 'DELETE', url: string, headers: Record<string, string> = {}) =>
    fastify.inject({ method, url, headers: { host: 'test.localhost', ...headers } })

  before(async () => {
    town = await testCity(modules)
    const server = await serverForLooking(town.cities)
    fastify = server.fastify
    declared = server.declared.filter(({ path }) => path.startsWith('/api/'))
    document = (await ask('GET', '/api/openapi.json')).json()
  })
  after(async () => {
    await fastify.close()
    await town.drop()
  })

  test('every declared operation is described, and nothing else', () => {
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    const expected = declared.map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
    assert.deepEqual([...described].sort(), [...expected].sort())
    assert.ok(described.length > 50)
  })

  test('each has what OpenAPI 3.1 asks for: one id, its parameters, answers, refusals, who may', () => {
    assert.match(document.openapi, /^3\.1\./)
    assert.deepEqual(
      [document.components.securitySchemes.session.type, document.components.securitySchemes.session.in],
      ['apiKey', 'cookie'],
    )
    const may = new Map(
      declared.map(({ method, path, may: who }) => [`${method} ${path.replace(/:(\w+)/g, '{$1}')}`, who]),
    )
    const wrong: string[] = []
    const ids = new Set<string>()
    for (const [path, methods] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(methods)) {
        const name = `${method.toUpperCase()} ${path}`
        const expect = (what: string, holds: boolean) => holds || wrong.push(`${name}: ${what}`)
        expect('an id of its own', /^[a-z]\w+$/.test(operation.operationId) && !ids.has(operation.operationId))
        ids.add(operation.operationId)
        expect('a Chinese summary', /\p{Script=Han}/u.test(operation.summary))
        expect(
          'a module',
          document.tags.some((tag) => tag.name === operation.tags[0]),
        )
        const inPath = (operation.parameters ?? []).filter((parameter) => parameter.in === 'path')
        const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, place]) => place)
        expect(
          'its places',
          JSON.stringify(inPath.map((parameter) => parameter.name).sort()) === JSON.stringify(named.sort()),
        )
        expect(
          'places are required',
          inPath.every((parameter) => parameter.required),
        )
        expect(
          'schemas of parameters',
          (operation.parameters ?? []).every((parameter) => parameter.schema),
        )
        expect('no body of a question', method !== 'get' || operation.requestBody === undefined)
        for (const { schema } of Object.values(operation.requestBody?.content ?? {}))
          expect('a schema of the body', schema !== undefined)
        const [answer] = Object.entries(operation.responses).filter(([status]) => /^20[0-4]$/.test(status))
        expect('an answer', Object.values(answer?.[1].content ?? {})[0]?.schema !== undefined)
        expect('refusals', operation.responses.default?.content['application/problem+json']?.schema !== undefined)
        expect('who may', (operation.security.length === 0) === (may.get(name) === 'anyone'))
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('no reference leads nowhere', () => {
    const refs = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref = '']) => ref)
    const lost = refs.filter((ref) => {
      let at: unknown = document
      for (const part of ref.replace(/^#\//, '').split('/')) at = (at as Record<string, unknown> | undefined)?.[part]
      return at === undefined
    })
    assert.deepEqual(lost, [])
  })

  test('refusals are problem+json, whoever asks and for whatever', async () => {
    for (const [method, url, status, code] of [
      ['GET', '/api/nothing-such', 404, 'http.page-not-found'],
      ['DELETE', '/api/me', 404, 'http.page-not-found'],
      ['GET', '/api/me', 401, 'access.sign-in-needed'],
      ['POST', '/api/accounts', 401, 'access.sign-in-needed'],
      ['GET', '/api/inbox?before=x', 401, 'access.sign-in-needed'],
      ['GET', '/api/%E0%A4%A', 404, 'http.page-not-found'],
    ] as const) {
      const answer = await ask(method, url, { accept: 'text/html' })
      assert.deepEqual(
        [url, answer.statusCode, answer.headers['content-type'], answer.json().code],
        [url, status, 'application/problem+json; charset=utf-8', code],
      )
    }
    const elsewhere = await ask('GET', '/api/me', { host: 'elsewhere.example' })
    assert.deepEqual([elsewhere.statusCode, elsewhere.json().code], [404, 'http.city-unknown'])
    const foreign = await ask('POST', '/api/accounts', { origin: 'https://elsewhere.example' })
    assert.deepEqual([foreign.statusCode, foreign.json().code], [403, 'http.foreign-origin'])
  })

  test('the readable page is public', async () => {
    const answer = await ask('GET', '/api')
    assert.deepEqual([answer.statusCode, answer.headers['content-type']], [200, 'text/html; charset=utf-8'])
  })
})
