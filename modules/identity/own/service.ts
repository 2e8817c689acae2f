import { bodyNames } from '@guangyue/modules/organisations'
import type { Ctx } from '@guangyue/platform/db'
import QRCode from 'qrcode'
import { authOf, type HeaderBag, hashPassword, headersOf, passwordFits } from '../auth.ts'
import { AccountInvalid, CodeAlreadyOn, CodeDemanded, CodeNotSetUp, PasswordWrong, TooManySignIns } from '../errors.ts'
import { type Account, passwordFault } from '../model.ts'
import { ownAccount } from '../service.ts'
import { MOST_FAILURES, sessionIdOf } from '../sign-in.ts'
import * as accounts from '../store.ts'
import type { OwnAccount } from './api.ts'
import { deviceOf } from './device.ts'
import * as store from './store.ts'

/** The account of whoever asks, with the devices on which it is signed in. */
export async function readOwnAccount(ctx: Ctx, headers: HeaderBag): Promise<OwnAccount> {
  const account = await ownAccount(ctx)
  const names = account.bodyId === null ? undefined : await bodyNames(ctx.db, [account.bodyId], ctx.today)
  const current = await sessionIdOf(headers, ctx.city)
  const sessions = await store.listSessions(ctx.db, account.id)
  const { username, name, title, email, roles, mustChangePassword, codeOn } = account
  return {
    ...{ username, name, title, email, mustChangePassword, codeOn },
    bodyName: (account.bodyId && names?.get(account.bodyId)?.name) ?? null,
    roles: [...roles],
    codeDemanded: await store.isCodeDemanded(ctx.db, account.id),
    sessions: sessions.map(({ id, userAgent, since, seenAt }) => ({
      ...{ id, since, seenAt },
      device: deviceOf(userAgent),
      current: id === current,
    })),
  }
}

/** A new password for oneself, against the old one. Every other session ends. */
export async function changeOwnPassword(
  ctx: Ctx,
  given: { old: string; fresh: string },
  headers: HeaderBag,
): Promise<void> {
  const account = await ownAccount(ctx)
  await checkPassword(ctx, account, { password: given.old, field: 'old' })
  const fault = given.fresh === given.old ? '新密码不能与旧密码相同' : passwordFault(given.fresh, account.username)
  if (fault) throw new AccountInvalid([{ field: 'fresh', message: fault }])
  const passwordHash = await hashPassword(given.fresh)
  const current = await sessionIdOf(headers, ctx.city)
  await ctx.transact(async (tx) => {
    await accounts.updatePassword(tx, { accountId: account.id, passwordHash, mustChange: false })
    await accounts.endSessions(tx, account.id, current)
    await ctx.audit(tx, 'identity.change-own-password', { thing: `account/${account.id}` })
  })
}

/** A verifier's secret, as text and as a picture, with backup codes; nothing holds until `confirmCode`. */
export async function beginCode(
  ctx: Ctx,
  password: string,
  headers: HeaderBag,
): Promise<{ secret: string; qr: string; backupCodes: string[] }> {
  const account = await ownAccount(ctx)
  if (account.codeOn) throw new CodeAlreadyOn()
  await checkPassword(ctx, account, { password, field: 'password' })
  const { api } = await authOf(ctx.city)
  const begun = await api.enableTwoFactor({ body: { password }, headers: headersOf(headers) })
  if (begun.method !== 'totp') throw new Error('the library set up another kind of second factor')
  const secret = new URL(begun.totpURI).searchParams.get('secret') ?? ''
  await ctx.transact((tx) => ctx.audit(tx, 'identity.begin-code', { thing: `account/${account.id}` }))
  // The library labels the key with its own made-up mail address; people know their city and user name.
  const issuer = `光岳 ${ctx.city.name}`
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account.username)}`
  const uri = `otpauth://totp/${label}?secret=${secret}&issuer=${encodeURIComponent(issuer)}&digits=6&period=30`
  return { secret, qr: await QRCode.toString(uri, { type: 'svg', margin: 2 }), backupCodes: begun.backupCodes }
}

/** The code that the verifier shows proves that it was set up. Gives the cookies of the session that replaces the present one. */
export async function confirmCode(ctx: Ctx, code: string, headers: HeaderBag): Promise<readonly string[]> {
  const account = await ownAccount(ctx)
  if (account.codeOn) throw new CodeAlreadyOn()
  const { api } = await authOf(ctx.city)
  const answer = await api
    .verifyTOTP({ body: { code: code.replace(/\s/g, '') }, headers: headersOf(headers), asResponse: true })
    .catch(() => undefined)
  if (!answer?.ok) throw new CodeNotSetUp()
  await ctx.transact((tx) => ctx.audit(tx, 'identity.set-up-code', { thing: `account/${account.id}` }))
  return answer.headers.getSetCookie()
}

/** Turns the verifier off, against the password. Refused where a role demands one. */
export async function endCode(ctx: Ctx, password: string): Promise<void> {
  const account = await ownAccount(ctx)
  await checkPassword(ctx, account, { password, field: 'password' })
  if (await store.isCodeDemanded(ctx.db, account.id)) throw new CodeDemanded()
  await ctx.transact(async (tx) => {
    await accounts.deleteCode(tx, account.id)
    await ctx.audit(tx, 'identity.end-code', { thing: `account/${account.id}` })
  })
}

/** Ends one of one's own sessions, or all but the present one. */
export async function endOwnSessions(ctx: Ctx, which: { id: string } | 'others', headers: HeaderBag): Promise<void> {
  const account = await ownAccount(ctx)
  const current = await sessionIdOf(headers, ctx.city)
  await ctx.transact(async (tx) => {
    if (which === 'others') await accounts.endSessions(tx, account.id, current)
    else await store.deleteSession(tx, account.id, which.id)
    await ctx.audit(tx, 'identity.end-sessions', { thing: `account/${account.id}` })
  })
}

/** Guessing at an open desk is slowed down like guessing at the sign-in, and counted with it. */
async function checkPassword(ctx: Ctx, account: Account, given: { password: string; field: string }): Promise<void> {
  const username = account.username.toLowerCase()
  if ((await accounts.countFailures(ctx.db, username)) >= MOST_FAILURES) throw new TooManySignIns()
  const stored = await accounts.findPasswordHash(ctx.db, account.id)
  if (stored !== undefined && (await passwordFits(given.password, stored))) return
  await ctx.transact(async (tx) => {
    await accounts.insertFailure(tx, username)
    await ctx.audit(tx, 'identity.password-refused', { thing: `account/${account.id}` })
  })
  throw new PasswordWrong(given.field)
}
