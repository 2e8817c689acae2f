import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { organisationsModule } from '@guangyue/modules/organisations'
import { type TestCity, testCity } from '@guangyue/platform/testing'
import { authOf } from '../auth.ts'
import { createAccount, identityModule } from '../index.ts'
import { changeSignInRule, resetCode, resetPassword, signInRule } from '../service.ts'
import { resolveActor, signIn, verifyCode } from '../sign-in.ts'
import { beginCode, changeOwnPassword, confirmCode, endCode, endOwnSessions, readOwnAccount } from './service.ts'

describe('own account', () => {
  let town: TestCity
  const password = '荷塘 月色 2021'
  const fresh = '另一 句 更长 的话'
  let made = 0

  before(async () => {
    town = await testCity([organisationsModule, identityModule])
  })
  after(() => town.drop())

  const cookieOf = (cookies: readonly string[]) => cookies.map((cookie) => cookie.split(';')[0]).join('; ')

  /** A new account of the supervision office, signed in. */
  async function person(options: { mustChangePassword?: boolean } = {}) {
    made += 1
    const username = `person${made}`
    const form = { username, name: '甲', password, bodyId: null, title: null, email: null, ...options }
    const id = await createAccount(town.ctx(), { ...form, roles: ['supervision'] })
    const enter = (word = password) =>
      signIn(town.ctx(), { username, password: word }, { 'user-agent': 'Firefox/140 Windows' })
    const step = await enter()
    return { id, username, enter, step, headers: { cookie: cookieOf(step.cookies) } }
  }
  type Person = Awaited<ReturnType<typeof person>>
  const ctxOf = async ({ headers }: Pick<Person, 'headers'>) => town.ctx(await resolveActor(headers, town.city))
  const codeOf = async (secret: string) => {
    const { api } = await authOf(town.city)
    return (await api.generateTOTP({ body: { secret } })).code
  }
  /** The secret as the library keeps it: the text shown is its base32. */
  const rawSecret = (base32: string) => {
    const bits = [...base32]
      .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
      .join('')
    return (bits.match(/.{8}/g) ?? []).map((byte) => String.fromCharCode(Number.parseInt(byte, 2))).join('')
  }
  async function setUp(who: Person) {
    const begun = await beginCode(await ctxOf(who), password, who.headers)
    const cookies = await confirmCode(await ctxOf(who), await codeOf(rawSecret(begun.secret)), who.headers)
    return { ...begun, headers: { cookie: cookieOf(cookies) } }
  }

  test('a new password asks for the old one, ends the other sessions and keeps this one', async () => {
    const who = await person()
    const other = cookieOf((await who.enter()).cookies)
    const ctx = await ctxOf(who)
    await assert.rejects(changeOwnPassword(ctx, { old: 'wrong', fresh }, who.headers), {
      code: 'identity.password-wrong',
    })
    await assert.rejects(changeOwnPassword(ctx, { old: password, fresh: 'short' }, who.headers), {
      code: 'identity.account-invalid',
    })
    assert.equal((await resolveActor({ cookie: other }, town.city)).kind, 'account')
    await changeOwnPassword(ctx, { old: password, fresh }, who.headers)
    assert.equal((await resolveActor({ cookie: other }, town.city)).kind, 'anyone')
    assert.equal((await resolveActor(who.headers, town.city)).kind, 'account')
    await assert.rejects(who.enter(), { code: 'identity.sign-in-refused' })
    await who.enter(fresh)
  })

  test('guessing the old password at an open desk is stopped like guessing at the sign-in', async () => {
    const who = await person()
    const ctx = await ctxOf(who)
    for (let i = 0; i < 8; i++) {
      await assert.rejects(changeOwnPassword(ctx, { old: `wrong ${i}`, fresh }, who.headers), {
        code: 'identity.password-wrong',
      })
    }
    await assert.rejects(changeOwnPassword(ctx, { old: password, fresh }, who.headers), {
      code: 'identity.too-many-sign-ins',
    })
  })

  test('a password given by somebody else has to be changed before there are any rights', async () => {
    const who = await person({ mustChangePassword: true })
    assert.equal(who.step.wants, 'change-password')
    assert.deepEqual((await resolveActor(who.headers, town.city)).roles, [])
    await changeOwnPassword(await ctxOf(who), { old: password, fresh }, who.headers)
    assert.deepEqual((await resolveActor(who.headers, town.city)).roles, ['supervision'])
    await resetPassword(town.ctx(), { accountId: who.id, password })
    assert.equal((await who.enter()).wants, 'change-password')
  })

  test('a verifier holds once its code has been shown, and is then asked for at each sign-in', async () => {
    const who = await person()
    const begun = await beginCode(await ctxOf(who), password, who.headers)
    assert.match(begun.secret, /^[A-Z2-7]{20,}$/)
    assert.match(begun.qr, /^<svg/)
    assert.equal((await who.enter()).wants, null, 'not yet confirmed')
    await assert.rejects(confirmCode(await ctxOf(who), '000000', who.headers), { code: 'identity.code-not-set-up' })
    const cookies = await confirmCode(await ctxOf(who), await codeOf(rawSecret(begun.secret)), who.headers)
    const own = await readOwnAccount(await ctxOf({ headers: { cookie: cookieOf(cookies) } }), {
      cookie: cookieOf(cookies),
    })
    assert.deepEqual([own.codeOn, own.sessions.filter(({ current }) => current).length], [true, 1])

    const step = await who.enter()
    assert.equal(step.wants, 'code')
    assert.equal((await resolveActor({ cookie: cookieOf(step.cookies) }, town.city)).kind, 'anyone')
    const pending = { cookie: cookieOf(step.cookies) }
    await assert.rejects(verifyCode(town.ctx(), '000000', pending), { code: 'identity.code-refused' })
    const entered = await verifyCode(town.ctx(), await codeOf(rawSecret(begun.secret)), pending)
    assert.equal((await resolveActor({ cookie: cookieOf(entered.cookies) }, town.city)).accountId, who.id)
  })

  test('a backup code signs in once', async () => {
    const who = await person()
    const [backup = ''] = (await setUp(who)).backupCodes
    const first = await verifyCode(town.ctx(), ` ${backup} `, { cookie: cookieOf((await who.enter()).cookies) })
    assert.equal((await resolveActor({ cookie: cookieOf(first.cookies) }, town.city)).accountId, who.id)
    const again = { cookie: cookieOf((await who.enter()).cookies) }
    await assert.rejects(verifyCode(town.ctx(), backup, again), { code: 'identity.code-refused' })
  })

  test('turning the verifier off asks for the password; the administrator can take it away', async () => {
    const who = await person()
    const { headers } = await setUp(who)
    await assert.rejects(beginCode(await ctxOf({ headers }), password, headers), { code: 'identity.code-already-on' })
    await assert.rejects(endCode(await ctxOf({ headers }), 'wrong'), { code: 'identity.password-wrong' })
    await endCode(await ctxOf({ headers }), password)
    assert.equal((await who.enter()).wants, null)
    const again = { ...who, headers: { cookie: cookieOf((await who.enter()).cookies) } }
    await setUp(again)
    assert.equal((await who.enter()).wants, 'code')
    await resetCode(town.ctx(), who.id)
    assert.equal((await who.enter()).wants, null)
  })

  test('a role that needs a verifier has no rights without one, and may not turn it off', async () => {
    const who = await person()
    const { version } = await signInRule(town.ctx())
    await changeSignInRule(town.ctx(), { codeRoles: ['supervision'], version })
    await assert.rejects(changeSignInRule(town.ctx(), { codeRoles: [], version }), { code: 'db.stale-version' })
    assert.deepEqual((await resolveActor(who.headers, town.city)).roles, [])
    assert.equal((await who.enter()).wants, 'set-up-code')
    const { headers } = await setUp(who)
    assert.deepEqual((await resolveActor(headers, town.city)).roles, ['supervision'])
    await assert.rejects(endCode(await ctxOf({ headers }), password), { code: 'identity.code-demanded' })
    await changeSignInRule(town.ctx(), { codeRoles: [], version: version + 1 })
  })

  test("one's devices are listed, and ended one by one or all but this one; another's stay", async () => {
    const who = await person()
    const stranger = await person()
    await who.enter()
    await who.enter()
    const ctx = await ctxOf(who)
    const { sessions } = await readOwnAccount(ctx, who.headers)
    assert.deepEqual(
      sessions.map(({ device }) => device),
      Array(3).fill('Firefox · Windows'),
    )
    const other = sessions.find(({ current }) => !current)
    const foreign = (await readOwnAccount(await ctxOf(stranger), stranger.headers)).sessions[0]
    await endOwnSessions(ctx, { id: other?.id ?? '' }, who.headers)
    await endOwnSessions(ctx, { id: foreign?.id ?? '' }, who.headers)
    assert.equal((await readOwnAccount(ctx, who.headers)).sessions.length, 2)
    await endOwnSessions(ctx, 'others', who.headers)
    assert.deepEqual(
      (await readOwnAccount(ctx, who.headers)).sessions.map(({ current }) => current),
      [true],
    )
    assert.equal((await resolveActor(stranger.headers, town.city)).accountId, stranger.id)
  })
})
