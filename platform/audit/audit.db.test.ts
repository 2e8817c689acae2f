import assert from 'node:assert/strict'
import { after, before, beforeEach, describe, test } from 'node:test'
import { sql } from 'kysely'
import type { Tx } from '../db/index.ts'
import { type TestCity, testCity } from '../testing/index.ts'
import { sealAudit, verifyAudit } from './index.ts'

describe('audit', () => {
  let town: TestCity
  before(async () => {
    town = await testCity([])
  })
  after(() => town.drop())
  beforeEach(async () => {
    await town.cities.owner.query('truncate city_test.audit_record, city_test.audit_seal')
  })

  const act = (tx: Tx, thing: string) => town.ctx().audit(tx, 'test.act', { thing, after: { thing } })
  const acts = async (...things: string[]) => {
    const ctx = town.ctx()
    for (const thing of things) await ctx.transact((tx) => act(tx, thing))
  }
  const verify = () => verifyAudit(town.city.db)
  /** As the owner could, who stands outside of the program. */
  const meddle = (text: string) => town.cities.owner.query(text)

  test('records are sealed in batches and the chain holds', async () => {
    await acts('a/1', 'a/2')
    assert.equal(await sealAudit(town.city), 2)
    await acts('a/3')
    assert.equal(await sealAudit(town.city), 1)
    assert.equal(await sealAudit(town.city), 0)
    await acts('a/4')
    const report = await verify()
    assert.deepEqual({ ...report, head: '' }, { seals: 2, records: 4, unsealed: 1, head: '', faults: [] })
  })

  test('a transaction that is still running is sealed later, never skipped', async () => {
    const gate = Promise.withResolvers<void>()
    const written = Promise.withResolvers<void>()
    const slow = town.ctx().transact(async (tx) => {
      await act(tx, 'slow/1')
      written.resolve()
      await gate.promise
    })
    await written.promise
    await acts('fast/1')
    assert.equal(await sealAudit(town.city), 0)
    gate.resolve()
    await slow
    assert.equal(await sealAudit(town.city), 2)
    assert.deepEqual((await verify()).faults, [])
  })

  test('a rolled back transaction leaves no trace and no fault', async () => {
    await assert.rejects(
      town.ctx().transact(async (tx) => {
        await act(tx, 'gone/1')
        throw new Error('undone')
      }),
    )
    await acts('kept/1')
    await sealAudit(town.city)
    assert.deepEqual([(await verify()).records, (await verify()).faults], [1, []])
  })

  test("the program's own role can neither change nor remove records", async () => {
    await acts('a/1')
    for (const statement of [
      'update audit_record set thing = 1',
      'delete from audit_record',
      'truncate audit_record',
      'delete from audit_seal',
    ]) {
      await assert.rejects(sql.raw(statement).execute(town.city.db), /permission denied/)
    }
  })

  const meddlings = [
    [
      'a record altered',
      "update city_test.audit_record set action = 'x' where thing = 'a/1'",
      /第 1 号封签所辖记录被改动/,
    ],
    ['a record removed', "delete from city_test.audit_record where thing = 'a/2'", /第 1 号封签所辖记录缺 1 条/],
    ['a seal removed', 'delete from city_test.audit_seal where id = 1', /缺第 1 至 1 号封签/],
    [
      'a seal rewritten',
      "update city_test.audit_seal set root = repeat('0', 64) where id = 2",
      /第 2 号封签本身被改动/,
    ],
  ] as const
  for (const [name, statement, expected] of meddlings) {
    test(`verify names ${name}`, async () => {
      await acts('a/1', 'a/2')
      await sealAudit(town.city)
      await acts('a/3')
      await sealAudit(town.city)
      await meddle(statement)
      assert.match((await verify()).faults.join('；'), expected)
    })
  }

  test('after a restore into another cluster, where transaction numbers start anew, a new era goes on', async () => {
    await acts('a/1')
    await sealAudit(town.city)
    await acts('a/2')
    await meddle('update city_test.audit_record set txid = txid + 1000000')
    await meddle('truncate city_test.audit_seal')
    await sealAudit(town.city)
    await meddle('insert into city_test.audit_era (era) values (2)')
    await acts('b/1')
    await sealAudit(town.city)
    await sealAudit(town.city)
    const report = await verify()
    assert.deepEqual([report.faults, report.unsealed, report.records], [[], 0, 3])
    await meddle('delete from city_test.audit_era where era = 2')
  })
})
