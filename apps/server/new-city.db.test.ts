import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { bodiesOn } from '@guangyue/modules/organisations'
import { type Actor, systemActor } from '@guangyue/platform/access'
import { type Ctx, contextFor } from '@guangyue/platform/db'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import type { FastifyInstance } from 'fastify'
import { serverForLooking } from './declared-routes.ts'
import { moveTime } from './demonstration/time.ts'
import { modules } from './modules.ts'
import { createCity } from './new-city.ts'

describe('a new city', () => {
  let town: TestCity
  let fastify: FastifyInstance
  let first: Ctx
  const line = { line: 2, kind: '市级政府', parent: '', aliases: [] }
  const form = {
    key: 'xincheng',
    name: '新城市',
    host: 'gongbao.xincheng.gov.cn',
    governmentName: '新城市人民政府',
    zone: 'Asia/Urumqi',
    contact: null,
    administrator: { username: 'guanli', name: '甲', password: '荷塘 月色 2021' },
    bodies: [{ ...line, name: '新城市人民政府', short: '市政府' }],
  }

  before(async () => {
    town = await testCity(modules)
    const server = await serverForLooking(town.cities)
    fastify = server.fastify
    first = contextFor({ city: town.city, actor: systemActor, grants: server.grants })
  })
  after(async () => {
    await fastify.close()
    await town.drop()
  })

  const fieldsOf = (given: Partial<typeof form>) =>
    createCity(first, town.cities, { ...form, ...given }).then(
      () => [],
      (error: { said?: { fields?: readonly { field: string }[] } }) =>
        error.said?.fields?.map(({ field }) => field) ?? [],
    )

  const refusals = [
    ['an unfit key', { key: 'Xin' }, ['key']],
    ['a key in use', { key: 'test' }, ['key']],
    ['a host in use', { host: 'test.localhost' }, ['host']],
    ['the bare address, which is the first city', { host: 'localhost' }, ['host']],
    ['an address with port', { host: 'a.cn:8080' }, ['host']],
    ['a number', { host: '10.0.0.1' }, ['host']],
    ["another's local name", { host: 'other.localhost' }, ['host']],
    ['no such zone', { zone: 'Mars/Olympus' }, ['zone']],
    ['a weak password', { administrator: { ...form.administrator, password: '123' } }, ['administrator.password']],
    ['a faulty row', { bodies: [{ ...line, name: '', short: '' }] }, ['2']],
    ['several at once', { name: '', governmentName: '' }, ['name', 'governmentName']],
  ] as const
  for (const [name, given, expected] of refusals) {
    test(`is refused by field, and nothing is made: ${name}`, async () => {
      assert.deepEqual(await fieldsOf(given as Partial<typeof form>), expected)
      assert.equal(town.cities.all().length, 1)
    })
  }

  test('works at once under its host, with its bodies, its zone and an administrator who can sign in', async () => {
    const made = await createCity(first, town.cities, form)
    assert.deepEqual([made.bodies, made.administrator.username], [1, 'guanli'])
    const host = { host: 'gongbao.xincheng.gov.cn' }
    for (const url of ['/', '/sign-in']) {
      assert.equal((await fastify.inject({ url, headers: host })).statusCode, 200, url)
    }
    const payload = 'username=guanli&password=%E8%8D%B7%E5%A1%98%20%E6%9C%88%E8%89%B2%202021'
    const headers = { ...host, 'content-type': 'application/x-www-form-urlencoded' }
    const entered = await fastify.inject({ method: 'POST', url: '/sign-in', payload, headers })
    assert.deepEqual([entered.statusCode, entered.headers.location], [303, '/desk/me'])
    const city = town.cities.byKey('xincheng')
    assert.ok(city)
    const inside = contextFor({ city, actor: systemActor, grants: {} })
    assert.deepEqual(
      (await bodiesOn(inside)).map(({ short }) => short),
      ['市政府'],
    )
    assert.deepEqual(city.facts.zone, 'Asia/Urumqi')
    assert.deepEqual(await fieldsOf({}), ['key'])
  })

  test('whose making was killed half-way is taken up again by the same form', async () => {
    const again = { ...form, key: 'banlu', host: 'banlu.localhost' }
    const facts = { governmentName: form.governmentName, zone: form.zone, contact: null }
    await town.cities.create({ key: 'banlu', name: form.name, host: again.host, demonstration: false, facts })
    const made = await createCity(first, town.cities, again)
    assert.equal(made.bodies, 1)
    assert.deepEqual(await fieldsOf(again), ['key'])
  })

  test('is made by the administrator of the first city only', async () => {
    const city = town.cities.byKey('xincheng')
    assert.ok(city)
    const actor: Actor = { ...systemActor, kind: 'account', roles: ['administrator'] }
    const grants = { 'server.create-city': { administrator: 'city' } } as const
    const elsewhere = contextFor({ city, actor, grants })
    await assert.rejects(createCity(elsewhere, town.cities, { ...form, key: 'san' }), { code: 'server.not-first-city' })
    const officer = contextFor({ city: town.city, actor: { ...actor, roles: ['officer'] }, grants })
    await assert.rejects(createCity(officer, town.cities, { ...form, key: 'san' }), {
      code: 'access.action-not-allowed',
    })
  })

  test("legal time is moved in a demonstration only, in the city's zone", async () => {
    await assert.rejects(moveTime(first, town.cities, { day: '2021-08-01', clock: '09:00' }), {
      code: 'server.time-not-movable',
    })
    const facts = { governmentName: '演示市人民政府', zone: 'Asia/Shanghai', contact: null }
    const city = await town.cities.create({
      key: 'yanshi',
      name: '演示市',
      host: 'yanshi.localhost',
      demonstration: true,
      facts,
    })
    const ctx = contextFor({ city, actor: systemActor, grants: { 'server.move-time': { administrator: 'city' } } })
    assert.deepEqual(await moveTime(ctx, town.cities, { day: '2021-08-01', clock: '00:30' }), {
      now: '2021-07-31T16:30:00.000Z',
      today: '2021-08-01',
    })
  })
})
