import { bodyNames } from '@guangyue/modules/organisations'
import type { Role } from '@guangyue/platform/access'
import type { Ctx } from '@guangyue/platform/db'
import { DomainError } from '@guangyue/platform/errors'
import type { App, PageResult } from '@guangyue/platform/http'
import { z } from 'zod'
import { type Me, meEndpoint } from './api.ts'
import { demoPassword } from './demonstration.ts'
import { unreadOf } from './inbox/service.ts'
import { keepCookies } from './keep-cookies.ts'
import { say } from './messages.ts'
import { roleNames } from './pages/role-names.ts'
import type { CodeView, SignInView } from './pages/sign-in.view.ts'
import { type SignInStep, signIn, signOut, verifyCode } from './sign-in.ts'
import * as store from './store.ts'

/** Sign-in, the second step, sign-out, and who I am. */
export function identityRoutes(app: App): void {
  const next = z.object({ next: z.string().optional() })
  app.page({ path: '/sign-in', may: 'anyone', view: 'identity.sign-in', query: next }, async (ctx, { query }) =>
    signInPage(ctx, { next: ownPath(query.next), username: '', problem: null }),
  )
  app.form({ path: '/sign-in', may: 'anyone', view: 'identity.sign-in' }, async (ctx, { fields, raw, reply }) => {
    const { username = '', password = '' } = fields
    const target = ownPath(fields.next)
    return attempt(
      async () => {
        const step = await signIn(ctx, { username, password }, raw.headers)
        keepCookies(reply, step.cookies)
        return {
          redirect: step.wants === 'code' ? `/sign-in/code?next=${encodeURIComponent(target)}` : placeFor(step, target),
        }
      },
      (problem) => signInPage(ctx, { next: target, username, problem }),
    )
  })
  app.page({ path: '/sign-in/code', may: 'anyone', view: 'identity.code', query: next }, async (ctx, { query }) =>
    codePage(ctx, { next: ownPath(query.next), problem: null }),
  )
  app.form({ path: '/sign-in/code', may: 'anyone', view: 'identity.code' }, async (ctx, { fields, raw, reply }) =>
    attempt(
      async () => {
        const step = await verifyCode(ctx, fields.code ?? '', raw.headers)
        keepCookies(reply, step.cookies)
        return { redirect: placeFor(step, ownPath(fields.next)) }
      },
      (problem) => Promise.resolve(codePage(ctx, { next: ownPath(fields.next), problem })),
    ),
  )
  app.form({ path: '/sign-out', may: 'anyone', view: 'identity.sign-in' }, async (ctx, { raw, reply }) => {
    keepCookies(reply, await signOut(ctx, raw.headers))
    return { redirect: '/' }
  })
  app.serve(meEndpoint, (ctx) => readMe(ctx))
}

async function readMe(ctx: Ctx): Promise<Me> {
  const { actor, city } = ctx
  const names = actor.bodyId ? await bodyNames(ctx.db, [actor.bodyId], ctx.today) : undefined
  return {
    account: {
      id: actor.accountId ?? '',
      name: actor.name,
      bodyId: actor.bodyId,
      bodyName: (actor.bodyId && names?.get(actor.bodyId)?.short) ?? null,
      roles: [...actor.roles],
    },
    actions: [...ctx.actions()],
    city: { key: city.key, name: city.name, first: city.position === 1 },
    demo: city.demonstration,
    playing: city.isPlayed() ? ctx.today : null,
    today: ctx.today,
    unread: await unreadOf(ctx),
  }
}

type Problem = SignInView['problem']
type Drawn<View> = Extract<PageResult<View>, { view: View }>

/** Runs a step; a refusal draws the form again with what was typed. */
async function attempt(
  step: () => Promise<PageResult>,
  again: (problem: Problem) => Promise<Drawn<unknown>>,
): Promise<PageResult> {
  try {
    return await step()
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return {
      ...(await again({ what: error.said.what, todo: error.said.todo })),
      status: error.kind === 'too-many' ? 429 : 401,
    }
  }
}

async function signInPage(ctx: Ctx, part: Omit<SignInView, 'demo'>): Promise<Drawn<SignInView>> {
  const title = say(ctx.lang, 'signIn')
  return { title, crumbs: [{ label: title }], view: { ...part, demo: await demoPart(ctx) } }
}

async function demoPart(ctx: Ctx): Promise<SignInView['demo']> {
  if (!ctx.city.demonstration) return null
  const accounts = await store.listInvented(ctx.db)
  if (accounts.length === 0) return null
  const bodies = await bodyNames(
    ctx.db,
    accounts.flatMap(({ bodyId }) => bodyId ?? []),
    ctx.today,
  )
  return {
    password: demoPassword,
    accounts: inOrderOfRoles(accounts).map(({ username, name, bodyId, roles }) => ({
      username,
      name,
      role: [bodyId ? bodies.get(bodyId)?.short : undefined, ...roles.map((role: Role) => roleNames[role][ctx.lang])]
        .filter(Boolean)
        .join(' · '),
    })),
  }
}

/** Who starts the work comes first, then who does it; within a role as they are stored. */
function inOrderOfRoles<Account extends { readonly roles: readonly Role[] }>(accounts: readonly Account[]) {
  const rank = ({ roles }: Account) => Math.min(...roles.map((role) => order.indexOf(role)))
  return accounts.toSorted((a, b) => rank(a) - rank(b))
}

const order: readonly Role[] = [
  'supervision',
  'leader',
  'officer',
  'clerk',
  'head',
  'editor',
  'rule-editor',
  'administrator',
  'auditor',
  'citizen',
]

function codePage(ctx: Ctx, view: CodeView): Drawn<CodeView> {
  const title = say(ctx.lang, 'codeTitle')
  return { title, crumbs: [{ label: title }], view }
}

/** Who still has a duty to do is led to the own account, where it is done. */
function placeFor(step: SignInStep, target: string): string {
  return step.wants === null ? target : '/desk/me'
}

/** Only a path of this site; anything else leads to the desk. */
function ownPath(next: string | undefined): string {
  return next !== undefined && /^\/(?![/\\])/.test(next) ? next : '/desk'
}
