import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationsModule } from '@guangyue/modules/organisations'
import type { Actor } from '@guangyue/platform/access'
import { sealAudit } from '@guangyue/platform/audit'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { createAccount, identityModule } from '../index.ts'
import { checkAudit, exportAudit, readAudit } from './service.ts'

describe('reading the audit', () => {
  let town: TestCity
  let auditor: Actor
  before(async () => {
    town = await testCity([organisationsModule, identityModule])
    const form = { password: '荷塘 月色 2021', bodyId: null, title: null, email: null }
    const accountId = await createAccount(town.ctx(), {
      ...form,
      username: 'shenji',
      name: '甲审计',
      roles: ['auditor'],
    })
    auditor = { kind: 'account', accountId, name: '甲审计', bodyId: null, bodies: [], roles: ['auditor'] }
    const act = async (actor: Actor, thing: string) => {
      const ctx = town.ctx(actor)
      await ctx.transact((tx) => ctx.audit(tx, 'test.act', { thing, reason: '=1+1' }))
    }
    await town.cities.moveTime('test', '2021-07-05T15:59:59.000Z')
    await act(auditor, 'task/1')
    await town.cities.moveTime('test', '2021-07-05T16:00:00.000Z')
    await act(auditor, 'task/2')
    await act(town.ctx().actor, 'task/3')
  })
  after(() => town.drop())

  const found = async (filter: Parameters<typeof readAudit>[1]) =>
    (await readAudit(town.ctx(auditor), { action: 'test.act', ...filter })).records.map(({ thing }) => thing)

  const table = [
    ['everything of an act, newest first', {}, ['task/3', 'task/2', 'task/1']],
    ['by part of a name', { actor: '审计' }, ['task/2', 'task/1']],
    ['the program', { actor: '系统' }, ['task/3']],
    ['by thing', { thing: 'task/2' }, ['task/2']],
    ['a sign of a pattern is only a sign', { thing: 'task/_' }, []],
    ["from a day in the city's time", { from: '2021-07-06' }, ['task/3', 'task/2']],
    ["to a day in the city's time", { to: '2021-07-05' }, ['task/1']],
  ] as const
  for (const [name, filter, expected] of table) {
    test(name, async () => assert.deepEqual(await found(filter), expected))
  }

  test('records say whether they are sealed, and the chain is checked on demand', async () => {
    await sealAudit(town.city)
    const before = await readAudit(town.ctx(auditor), {})
    assert.deepEqual([before.unsealed, before.records.every(({ sealed }) => sealed), before.seals], [0, true, 1])
    const report = await checkAudit(town.ctx(auditor))
    assert.deepEqual([report.faults, report.records], [[], before.records.length])
    assert.equal((await readAudit(town.ctx(auditor), {})).records[0]?.sealed, false)
  })

  test('pages follow each other without gap or double', async () => {
    const ctx = town.ctx(auditor)
    await ctx.transact(async (tx) => {
      for (let i = 0; i < 120; i++) await ctx.audit(tx, 'test.many', { thing: `many/${i}` })
    })
    const first = await readAudit(ctx, { action: 'test.many' })
    const second = await readAudit(ctx, { action: 'test.many', before: first.next ?? 0 })
    const things = [...first.records, ...second.records].map(({ thing }) => thing)
    assert.deepEqual([first.records.length, new Set(things).size, second.next], [100, 120, null])
  })

  test('the export is a table, a formula in it is text, and taking it out is on record', async () => {
    const file = await exportAudit(town.ctx(auditor), { thing: 'task/1' })
    assert.match(String(file.body), /甲审计,test\.act,test\.act,task\/1,,'=1\+1,/)
    assert.equal((await readAudit(town.ctx(auditor), {})).records[0]?.action, 'identity.export-audit')
  })

  test('an officer may not read it', async () => {
    await assert.rejects(readAudit(town.ctx({ ...auditor, roles: ['officer'] }), {}), {
      code: 'access.action-not-allowed',
    })
  })
})
