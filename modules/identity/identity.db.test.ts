import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationsModule } from '@guangyue/modules/organisations'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { identityModule } from './index.ts'
import { accounts, changeAccount, createAccount, ownAccount, resetPassword } from './service.ts'
import { resolveActor, signIn, signOut } from './sign-in.ts'

describe('identity', () => {
  let town: TestCity
  let accountId = ''
  const password = '荷塘 月色 2021'
  const form = {
    username: '王小明',
    name: '王小明',
    password,
    bodyId: null,
    title: null,
    email: null,
    roles: ['supervision'] as const,
  }

  before(async () => {
    town = await testCity([organisationsModule, identityModule])
    accountId = await createAccount(town.ctx(), form)
  })
  after(() => town.drop())

  const cookieOf = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ')
  const enter = async (word = password) =>
    cookieOf((await signIn(town.ctx(), { username: '王小明', password: word }, {})).cookies)

  test('a signed-in request is its account with its roles', async () => {
    const cookie = await enter()
    const actor = await resolveActor({ cookie }, town.city)
    assert.deepEqual([actor.kind, actor.accountId, actor.roles], ['account', accountId, ['supervision']])
    assert.equal((await ownAccount(town.ctx(actor))).name, '王小明')
  })

  test('signing out ends the session', async () => {
    const cookie = await enter()
    await signOut(town.ctx(), { cookie })
    assert.equal((await resolveActor({ cookie }, town.city)).kind, 'anyone')
  })

  test('a forged or foreign cookie is a visitor', async () => {
    for (const cookie of ['guangyue.session_token=forged', 'other=1', '']) {
      assert.equal((await resolveActor({ cookie }, town.city)).kind, 'anyone')
    }
  })

  test('closing an account ends its sessions and its sign-in', async () => {
    const id = await createAccount(town.ctx(), { ...form, username: 'leaver', roles: ['citizen'] })
    const step = await signIn(town.ctx(), { username: 'LEAVER', password }, {})
    const account = { id, name: '离任', bodyId: null, title: null, email: null, roles: [], version: 1 }
    await changeAccount(town.ctx(), { ...account, state: 'closed' })
    assert.equal((await resolveActor({ cookie: cookieOf(step.cookies) }, town.city)).kind, 'anyone')
    await assert.rejects(signIn(town.ctx(), { username: 'leaver', password }, {}), { code: 'identity.sign-in-refused' })
    await assert.rejects(changeAccount(town.ctx(), { ...account, state: 'active' }), { code: 'db.stale-version' })
  })

  test('a new password ends the old sessions', async () => {
    const id = await createAccount(town.ctx(), { ...form, username: 'forgetful', roles: ['citizen'] })
    const step = await signIn(town.ctx(), { username: 'forgetful', password }, {})
    await resetPassword(town.ctx(), { accountId: id, password: '另一 句 更长 的话' })
    assert.equal((await resolveActor({ cookie: cookieOf(step.cookies) }, town.city)).kind, 'anyone')
    await signIn(town.ctx(), { username: 'forgetful', password: '另一 句 更长 的话' }, {})
  })

  test('eight failures of a name stop the guessing, even with the right password', async () => {
    await createAccount(town.ctx(), { ...form, username: 'guessed', roles: ['citizen'] })
    for (let i = 0; i < 8; i++) {
      await assert.rejects(signIn(town.ctx(), { username: 'guessed', password: `wrong ${i}` }, {}), {
        code: 'identity.sign-in-refused',
      })
    }
    await assert.rejects(signIn(town.ctx(), { username: 'guessed', password }, {}), {
      code: 'identity.too-many-sign-ins',
    })
    await enter()
  })

  describe('administrators', () => {
    const account = { name: '管理员', bodyId: null, title: null, email: null }
    const administrator = async (username: string) => {
      const id = await createAccount(town.ctx(), { ...form, username, roles: ['administrator'] })
      const step = await signIn(town.ctx(), { username, password }, {})
      return { id, ctx: town.ctx(await resolveActor({ cookie: cookieOf(step.cookies) }, town.city)) }
    }

    test('nobody takes the role from oneself or closes oneself; one administrator stays', async () => {
      const first = await administrator('first')
      const second = await administrator('second')
      const own = { ...account, id: first.id, version: 1 }
      await assert.rejects(changeAccount(first.ctx, { ...own, state: 'active', roles: ['citizen'] }), {
        code: 'identity.own-administrator',
      })
      await assert.rejects(changeAccount(first.ctx, { ...own, state: 'closed', roles: ['administrator'] }), {
        code: 'identity.own-administrator',
      })
      await changeAccount(first.ctx, { ...account, id: second.id, state: 'active', roles: [], version: 1 })
      await assert.rejects(changeAccount(town.ctx(), { ...own, state: 'closed', roles: ['administrator'] }), {
        code: 'identity.last-administrator',
      })
      assert.equal((await ownAccount(first.ctx)).state, 'active')
    })

    test('two administrators who take the role from each other at once: one of them stays', async () => {
      const first = await administrator('third')
      const second = await administrator('fourth')
      const others = await accounts(town.ctx())
      for (const { id, username, version } of others.filter(({ roles }) => roles.includes('administrator'))) {
        if (username === 'third' || username === 'fourth') continue
        await changeAccount(town.ctx(), { ...account, id, state: 'active', roles: [], version })
      }
      const done = await Promise.allSettled([
        changeAccount(first.ctx, { ...account, id: second.id, state: 'active', roles: [], version: 1 }),
        changeAccount(second.ctx, { ...account, id: first.id, state: 'active', roles: [], version: 1 }),
      ])
      assert.deepEqual(done.map(({ status }) => status).sort(), ['fulfilled', 'rejected'])
    })
  })

  const refusals = [
    ['a taken username', { ...form, username: '王小明' }, 'username'],
    ['a short password', { ...form, username: 'x1', password: 'short' }, 'password'],
    ['only digits', { ...form, username: 'x2', password: '12345678901' }, 'password'],
    ['an officer without a body', { ...form, username: 'x3', roles: ['officer'] as const }, 'bodyId'],
    ['a username with blanks', { ...form, username: 'a b' }, 'username'],
  ] as const
  for (const [name, given, field] of refusals) {
    test(`an account is refused by field: ${name}`, async () => {
      await assert.rejects(createAccount(town.ctx(), given), (error: { said?: { fields?: { field: string }[] } }) => {
        assert.equal(error.said?.fields?.[0]?.field, field)
        return true
      })
    })
  }
})
