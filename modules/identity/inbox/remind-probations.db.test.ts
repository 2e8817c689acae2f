import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { organisationsModule, recordActs } from '@guangyue/modules/organisations'
import type { Actor } from '@guangyue/platform/access'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { createAccount, identityModule } from '../index.ts'
import { inboxOf } from './service.ts'

describe('probation reminders', () => {
  let town: TestCity
  const people: Actor[] = []
  before(async () => {
    town = await testCity([organisationsModule, identityModule])
    const form = { password: '荷塘 月色 2021', bodyId: null, title: null, email: null }
    for (const roles of [['supervision', 'editor'], ['editor'], ['citizen']] as const) {
      const name = roles.join('-')
      const accountId = await createAccount(town.ctx(), { ...form, username: name, name, roles })
      people.push({ kind: 'account', accountId, name, bodyId: null, bodies: [], roles })
    }
    const act = { action: 'appoint', document: '试〔2020〕1号', probationMonths: 12, note: null } as const
    const ctx = town.ctx()
    await ctx.transact((tx) =>
      recordActs(ctx, tx, [
        { ...act, person: '甲', post: '甲局局长', date: plainDate('2020-08-07') },
        { ...act, person: '乙', post: '乙局局长', date: plainDate('2020-08-08') },
      ]),
    )
  })
  after(() => town.drop())

  const told = async () =>
    Promise.all(people.map(async (actor) => (await inboxOf(town.ctx(actor), null)).map(({ title }) => title)))

  test('a month ahead, not before, and each person once', async () => {
    await identityModule.daily?.(town.ctx())
    await identityModule.daily?.(town.ctx())
    const first = ['试用期将满：甲']
    assert.deepEqual(await told(), [first, first, []])
    await town.cities.moveTime('test', '2021-07-07T04:00:00.000Z')
    await identityModule.daily?.(town.ctx())
    assert.deepEqual((await told())[1], ['试用期将满：乙', '试用期将满：甲'])
  })
})
