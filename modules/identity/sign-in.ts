import { type Actor, anyone } from '@guangyue/platform/access'
import { type Ctx, contextFor, type Db, type OpenCity } from '@guangyue/platform/db'
import { authOf, type HeaderBag, headersOf } from './auth.ts'
import { CodeRefused, SignInRefused, TooManySignIns } from './errors.ts'
import type { Duty } from './model.ts'
import * as store from './store.ts'

/** What a browser gets after a step of signing in: cookies to keep, and what is still wanted of the person. */
export interface SignInStep {
  readonly cookies: readonly string[]
  readonly wants: 'code' | Duty | null
}

/** Failures of a name within 15 minutes after which no password is looked at. */
export const MOST_FAILURES = 8

/**
 * Checks username and password. Refuses with one sentence whichever of the two is wrong, and after 8 failures of a
 * name within 15 minutes without looking. Each try is audited under the name's account, never the password.
 */
export async function signIn(
  ctx: Ctx,
  given: { username: string; password: string },
  headers: HeaderBag,
): Promise<SignInStep> {
  const username = given.username.trim().toLowerCase()
  if ((await store.countFailures(ctx.db, username)) >= MOST_FAILURES) throw new TooManySignIns()
  const auth = await authOf(ctx.city)
  const answer = await auth.api
    .signInUsername({ body: { username, password: given.password }, headers: headersOf(headers), asResponse: true })
    .catch(() => undefined)
  if (!answer?.ok) {
    await ctx.transact(async (tx) => {
      await store.insertFailure(tx, username)
      await ctx.audit(tx, 'identity.sign-in-refused', { thing: 'sign-in/refused' })
    })
    throw new SignInRefused()
  }
  const body = (await answer.json()) as { twoFactorRedirect?: boolean; user?: { id: string } }
  if (body.twoFactorRedirect) return { cookies: answer.headers.getSetCookie(), wants: 'code' }
  const wants = await welcome(ctx, { userId: body.user?.id ?? '', username })
  return { cookies: answer.headers.getSetCookie(), wants }
}

/**
 * Second step for accounts with a verifier: the six digits that it shows now, or a backup code, which is then spent.
 * The library counts failures of an account and closes it for a quarter of an hour after ten.
 */
export async function verifyCode(ctx: Ctx, code: string, headers: HeaderBag): Promise<SignInStep> {
  const { api } = await authOf(ctx.city)
  const typed = code.replace(/\s/g, '')
  const given = { body: { code: typed }, headers: headersOf(headers), asResponse: true } as const
  const answer = await (/^\d{6}$/.test(typed) ? api.verifyTOTP(given) : api.verifyBackupCode(given)).catch(
    () => undefined,
  )
  if (!answer?.ok) {
    await ctx.transact((tx) => ctx.audit(tx, 'identity.code-refused', { thing: 'sign-in/refused' }))
    if (answer?.status === 429) throw new TooManySignIns()
    throw new CodeRefused()
  }
  const body = (await answer.json()) as { user?: { id: string } }
  const wants = await welcome(ctx, { userId: body.user?.id ?? '', username: null })
  return { cookies: answer.headers.getSetCookie(), wants }
}

/** Ends the session of the request; gives the cookies that end it in the browser. */
export async function signOut(ctx: Ctx, headers: HeaderBag): Promise<readonly string[]> {
  const auth = await authOf(ctx.city)
  const answer = await auth.api.signOut({ headers: headersOf(headers), asResponse: true })
  if (ctx.actor.accountId) {
    const thing = `account/${ctx.actor.accountId}`
    await ctx.transact((tx) => ctx.audit(tx, 'identity.sign-out', { thing }))
  }
  return answer.headers.getSetCookie()
}

/**
 * Who the request's session belongs to; a visitor when there is none, it has ended, or the account is closed. An
 * account that still has to change its password or set up a verifier acts without roles until it has.
 */
export async function resolveActor(headers: HeaderBag, city: OpenCity): Promise<Actor> {
  if (!String(headers.cookie ?? '').includes('guangyue.session_token')) return anyone
  const auth = await authOf(city)
  const session = await auth.api.getSession({ headers: headersOf(headers) })
  if (!session) return anyone
  const row = await store.findActor(city.db, { authUserId: session.user.id })
  if (!row) return anyone
  return actorOf(row)
}

/** An account as it acts when it is signed in; undefined when it is closed. */
export async function actorOfAccount(db: Db, accountId: string): Promise<Actor | undefined> {
  const row = await store.findActor(db, { accountId })
  return row && actorOf(row)
}

function actorOf(row: store.ActorRow): Actor {
  return {
    kind: 'account',
    accountId: row.id,
    name: row.name,
    bodyId: row.bodyId,
    bodies: row.bodies,
    roles: row.duty === null ? row.roles : [],
  }
}

/** The id of the request's session, to be told apart from the account's others. */
export async function sessionIdOf(headers: HeaderBag, city: OpenCity): Promise<string | null> {
  const auth = await authOf(city)
  const session = await auth.api.getSession({ headers: headersOf(headers) })
  return session?.session.id ?? null
}

async function welcome(ctx: Ctx, who: { userId: string; username: string | null }): Promise<Duty | null> {
  const row = await store.findActor(ctx.db, { authUserId: who.userId })
  if (!row) throw new SignInRefused()
  const own = contextFor({ city: ctx.city, actor: actorOf(row), grants: {} })
  await own.transact(async (tx) => {
    if (who.username !== null) await store.deleteFailures(tx, who.username)
    await own.audit(tx, 'identity.sign-in', { thing: `account/${row.id}` })
  })
  return row.duty
}
