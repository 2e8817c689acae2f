import { type Actor, anyone } from '@guangyue/platform/access'
import type { Ctx, OpenCity } from '@guangyue/platform/db'
import { authOf } from './auth.ts'
import { CodeRefused, SignInRefused, TooManySignIns } from './errors.ts'
import * as store from './store.ts'

export type HeaderBag = Readonly<Record<string, string | string[] | undefined>>

/** What a browser gets after a step of signing in: cookies to keep, and whether a code is still needed. */
export interface SignInStep {
  readonly cookies: readonly string[]
  readonly codeNeeded: boolean
}

const MOST_FAILURES = 8

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
  if (body.twoFactorRedirect) return { cookies: answer.headers.getSetCookie(), codeNeeded: true }
  await welcome(ctx, { userId: body.user?.id ?? '', username })
  return { cookies: answer.headers.getSetCookie(), codeNeeded: false }
}

/** Second step for accounts with a verifier: the six digits that it shows now. */
export async function verifyCode(ctx: Ctx, code: string, headers: HeaderBag): Promise<SignInStep> {
  const auth = await authOf(ctx.city)
  const answer = await auth.api
    .verifyTOTP({ body: { code: code.trim() }, headers: headersOf(headers), asResponse: true })
    .catch(() => undefined)
  if (!answer?.ok) throw new CodeRefused()
  const body = (await answer.json()) as { user?: { id: string } }
  await welcome(ctx, { userId: body.user?.id ?? '', username: null })
  return { cookies: answer.headers.getSetCookie(), codeNeeded: false }
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

/** Who the request's session belongs to; a visitor when there is none, it has ended, or the account is closed. */
export async function resolveActor(headers: HeaderBag, city: OpenCity): Promise<Actor> {
  if (!String(headers.cookie ?? '').includes('guangyue.session_token')) return anyone
  const auth = await authOf(city)
  const session = await auth.api.getSession({ headers: headersOf(headers) })
  if (!session) return anyone
  const row = await store.findActor(city.db, session.user.id)
  if (!row) return anyone
  return {
    kind: 'account',
    accountId: row.id,
    name: row.name,
    bodyId: row.bodyId,
    bodies: row.bodies,
    roles: row.roles,
  }
}

async function welcome(ctx: Ctx, who: { userId: string; username: string | null }): Promise<void> {
  const row = await store.findActor(ctx.db, who.userId)
  if (!row) throw new SignInRefused()
  await ctx.transact(async (tx) => {
    if (who.username !== null) await store.deleteFailures(tx, who.username)
    await ctx.audit(tx, 'identity.sign-in', { thing: `account/${row.id}` })
  })
}

function headersOf(bag: HeaderBag): Headers {
  const headers = new Headers()
  for (const name of ['cookie', 'user-agent', 'x-forwarded-for']) {
    const value = bag[name]
    if (typeof value === 'string') headers.set(name, value)
  }
  return headers
}
