import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { after, before, describe, test } from 'node:test'
import { type Actor, anyone, type Grants, isAllowed, type Reach, type Role, roles } from '@guangyue/platform/access'
import type { DeclaredRoute, ResolveActor } from '@guangyue/platform/http'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import type { FastifyInstance } from 'fastify'
import { serverForLooking } from './declared-routes.ts'
import { modules } from './modules.ts'
import { permissionPage, reachLabels, roleLabels } from './permission-page.ts'

const body = '00000000-0000-7000-8000-0000000000b1'
const below = '00000000-0000-7000-8000-0000000000b2'
const foreign = '00000000-0000-7000-8000-0000000000b9'
const own = '00000000-0000-7000-8000-0000000000a1'
const other = '00000000-0000-7000-8000-0000000000a2'

const actorOf = (role: Role): Actor => ({
  ...{ kind: 'account', accountId: own, name: role, bodyId: body, bodies: [body, below] },
  roles: [role],
})

/** Things by how they stand to the actor, and which reach gets to each. */
const things = [
  ['of its own body', { bodies: [body] }, ['city', 'bodies']],
  ['of a body below', { bodies: [foreign, below] }, ['city', 'bodies']],
  ['of a foreign body', { bodies: [foreign] }, ['city']],
  ['of no body', {}, ['city']],
  ['its own', { accountId: own }, ['city', 'own']],
  ["another's", { accountId: other, bodies: [foreign] }, ['city']],
] as const

const reachNamed = new Map<string, Reach>(Object.entries(reachLabels).map(([reach, label]) => [label, reach as Reach]))

describe('permissions', () => {
  let town: TestCity
  let server: { fastify: FastifyInstance; declared: readonly DeclaredRoute[]; grants: Grants }
  let page = ''
  /** Rows of the committed page: its first cell without code marks, then one cell a role. */
  let actions: ReadonlyMap<string, readonly string[]>
  let routes: ReadonlyMap<string, readonly string[]>

  before(async () => {
    town = await testCity(modules)
    const byCookie: ResolveActor = async ({ cookie }) => {
      const role = roles.find((name) => cookie === `role=${name}`)
      return role === undefined ? anyone : actorOf(role)
    }
    server = await serverForLooking(town.cities, byCookie)
    page = await readFile(new URL('../../docs/permissions.md', import.meta.url), 'utf8')
    const [, first = '', second = ''] = page.split('\n## ')
    actions = rowsOf(first, 1)
    routes = rowsOf(second, 2)
  })
  after(async () => {
    await server.fastify.close()
    await town.drop()
  })

  test('docs/permissions.md says what the program does (node tools/permissions/main.ts writes it anew)', () => {
    const written = permissionPage(server.grants, server.declared).split('\n')
    const kept = page.split('\n')
    assert.deepEqual(
      {
        missing: written.filter((line) => !kept.includes(line)),
        extra: kept.filter((line) => !written.includes(line)),
      },
      { missing: [], extra: [] },
    )
  })

  test('every route says who may, by an action that is declared', () => {
    const unknown = server.declared.filter(
      ({ may }) => may !== 'anyone' && may !== 'signed-in' && server.grants[may] === undefined,
    )
    assert.deepEqual(unknown, [])
    assert.equal(new Set(server.declared.map(({ method, path }) => `${method} ${path}`)).size, server.declared.length)
  })

  test('an action that nobody declared is refused to every role', () => {
    for (const role of roles) assert.equal(isAllowed(server.grants['nothing.such'], actorOf(role)), false)
  })

  test('each action × role × relation to the thing is as the page says', () => {
    const wrong: string[] = []
    for (const [action, cells] of actions) {
      roles.forEach((role, column) => {
        const cell = cells[column] ?? ''
        const reach = reachNamed.get(cell)
        const always = cell === '任何人' || cell === '登录'
        const expect = (name: string, got: boolean, expected: boolean) => {
          if (got !== expected) wrong.push(`${action} ${role} ${name}: ${got}`)
        }
        for (const [name, thing, reaches] of things) {
          const expected = always || (reach !== undefined && (reaches as readonly Reach[]).includes(reach))
          expect(name, isAllowed(server.grants[action], actorOf(role), thing), expected)
        }
        expect('offered', isAllowed(server.grants[action], actorOf(role)), always || reach !== undefined)
        expect('visitor', isAllowed(server.grants[action], anyone), cell === '任何人')
      })
    }
    assert.deepEqual(wrong, [])
  })

  test('each route that can be asked for without more lets in and turns away the roles as the page says', async () => {
    const wrong: string[] = []
    for (const { method, path } of server.declared) {
      if (method !== 'GET' || /[:*]/.test(path)) continue
      const [may = '', ...cells] = routes.get(`${method} ${path}`) ?? []
      for (const who of ['visitor', ...roles] as const) {
        const headers = { host: 'test.localhost', ...(who === 'visitor' ? {} : { cookie: `role=${who}` }) }
        const { statusCode } = await server.fastify.inject({ method, url: path, headers })
        const open = who === 'visitor' ? may === '任何人' : cells[roles.indexOf(who)] === '●'
        const refused = statusCode === 403 || statusCode === 401
        if (refused === open) wrong.push(`${method} ${path} ${who}: ${statusCode}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('who may not is told so whatever was sent: rubbish is not read before the door', async () => {
    const wrong: string[] = []
    for (const { method, path, may } of server.declared) {
      const cells = routes.get(`${method} ${path}`)?.slice(1) ?? []
      for (const who of ['visitor', ...roles] as const) {
        if (may === 'anyone' || (who !== 'visitor' && cells[roles.indexOf(who)] === '●')) continue
        const headers = {
          host: 'test.localhost',
          'content-type': 'application/json',
          ...(who === 'visitor' ? {} : { cookie: `role=${who}` }),
        }
        const url = `${path.replace(/:\w+/g, 'rubbish')}?rubbish=1`
        const payload = method === 'GET' ? undefined : '{"rubbish"'
        const { statusCode } = await server.fastify.inject({ method: method as 'GET', url, headers, payload })
        const expected = who === 'visitor' ? 401 : 403
        if (statusCode !== expected) wrong.push(`${method} ${path} ${who}: ${statusCode}`)
      }
    }
    assert.deepEqual(wrong, [])
  })

  test('every role has its column', () => assert.deepEqual(Object.keys(roleLabels), [...roles]))
})

/** Rows of the table in a part of the page by first cell; `of` says how many cells stand before the roles less one. */
function rowsOf(part: string, of: 1 | 2): ReadonlyMap<string, readonly string[]> {
  const rows = part
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .slice(2, -2)
        .split(' | ')
        .map((cell) => cell.trim()),
    )
  for (const row of rows) assert.equal(row.length, roles.length + of)
  return new Map(rows.map(([first = '', ...cells]) => [first.replaceAll('`', ''), cells]))
}
