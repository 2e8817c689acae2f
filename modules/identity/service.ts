import type { Actor, Role } from '@guangyue/platform/access'
import { type Ctx, type Db, StaleVersion, type Tx } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { hashPassword } from './auth.ts'
import { AccountInvalid, AccountNotFound, LastAdministrator, OwnAdministrator } from './errors.ts'
import { type Account, newPassword, passwordFault } from './model.ts'
import * as store from './store.ts'

export interface AccountForm {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly bodyId: string | null
  readonly title: string | null
  readonly email: string | null
  readonly roles: readonly Role[]
  /** Whether the password has to be changed at the first sign-in; not, unless said. */
  readonly mustChangePassword?: boolean
}

/** Makes an account. Refuses, by field, a weak password, a taken or unfit username, a missing name. */
export async function createAccount(ctx: Ctx, form: AccountForm): Promise<string> {
  ctx.require('identity.manage-accounts')
  const faults = accountFaults(form)
  if (faults.length > 0) throw new AccountInvalid(faults)
  const id = ctx.newId()
  const passwordHash = await hashPassword(form.password)
  const mustChangePassword = form.mustChangePassword ?? false
  await ctx.transact(async (tx) => {
    const username = form.username.trim()
    const row = {
      ...form,
      id,
      authUserId: ctx.newId(),
      username,
      passwordHash,
      mustChangePassword,
      invented: false,
      at: ctx.now,
    }
    if (!(await store.insertAccount(tx, row))) {
      throw new AccountInvalid([{ field: 'username', message: '用户名已被使用，请换一个' }])
    }
    await ctx.audit(tx, 'identity.create-account', {
      thing: `account/${id}`,
      after: { roles: form.roles, bodyId: form.bodyId },
    })
  })
  return id
}

export type AccountChange = Pick<Account, 'id' | 'name' | 'bodyId' | 'title' | 'email' | 'state' | 'roles' | 'version'>

/**
 * Changes an account; closing it ends its sessions. A stale version gives both states back. Nobody takes the
 * administrator's role from oneself or closes oneself, and the last administrator stays.
 */
export async function changeAccount(ctx: Ctx, change: AccountChange): Promise<void> {
  ctx.require('identity.manage-accounts')
  const faults = [...nameFaults(change), ...bodyFaults(change)]
  if (faults.length > 0) throw new AccountInvalid(faults)
  await ctx.transact(async (tx) => {
    const current = await store.findAccount(tx, change.id)
    if (!current) throw new AccountNotFound()
    if (change.id === ctx.actor.accountId && administers(current) && !administers(change)) throw new OwnAdministrator()
    if (!(await store.updateAccount(tx, change))) throw new StaleVersion(change, current)
    await store.replaceRoles(tx, change.id, change.roles)
    if (administers(current) && !administers(change)) await keepOneAdministrator(tx)
    if (change.state === 'closed') await store.endSessions(tx, change.id)
    await ctx.audit(tx, 'identity.change-account', {
      thing: `account/${change.id}`,
      before: { roles: current.roles, bodyId: current.bodyId, state: current.state },
      after: { roles: change.roles, bodyId: change.bodyId, state: change.state },
    })
  })
}

/** Sets a new password, which its owner has to change at the next sign-in, and ends the account's sessions. */
export async function resetPassword(ctx: Ctx, input: { accountId: string; password: string }): Promise<void> {
  ctx.require('identity.manage-accounts')
  const account = await store.findAccount(ctx.db, input.accountId)
  if (!account) throw new AccountNotFound()
  const fault = passwordFault(input.password, account.username)
  if (fault) throw new AccountInvalid([{ field: 'password', message: fault }])
  const passwordHash = await hashPassword(input.password)
  await ctx.transact(async (tx) => {
    await store.updatePassword(tx, { accountId: account.id, passwordHash, mustChange: true })
    await store.endSessions(tx, account.id)
    await store.deleteFailures(tx, account.username.toLowerCase())
    await ctx.audit(tx, 'identity.reset-password', { thing: `account/${account.id}` })
  })
}

/** Takes away the verifier of somebody who has lost it; ends the account's sessions. */
export async function resetCode(ctx: Ctx, accountId: string): Promise<void> {
  ctx.require('identity.manage-accounts')
  await ctx.transact(async (tx) => {
    if (!(await store.findAccount(tx, accountId))) throw new AccountNotFound()
    await store.deleteCode(tx, accountId)
    await store.endSessions(tx, accountId)
    await ctx.audit(tx, 'identity.reset-code', { thing: `account/${accountId}` })
  })
}

/** The typed password, or a new one when none was typed. */
export function givenPassword(typed: string | null): string {
  return typed === null || typed === '' ? newPassword() : typed
}

export function accounts(ctx: Ctx): Promise<readonly Account[]> {
  ctx.require('identity.manage-accounts')
  return store.listAccounts(ctx.db)
}

/** How many accounts the city has, of any state. */
export async function countAccounts(ctx: Ctx): Promise<number> {
  return (await accounts(ctx)).length
}

export interface SignInRule {
  readonly codeRoles: readonly Role[]
  readonly version: number
}

export function signInRule(ctx: Ctx): Promise<SignInRule> {
  ctx.require('identity.manage-accounts')
  return store.findSignInRule(ctx.db)
}

/** Says which roles need a verifier; accounts without one keep their sign-in but have no rights until they set it up. */
export async function changeSignInRule(ctx: Ctx, rule: SignInRule): Promise<void> {
  ctx.require('identity.manage-accounts')
  await ctx.transact(async (tx) => {
    const current = await store.findSignInRule(tx)
    if (!(await store.updateSignInRule(tx, rule))) throw new StaleVersion(rule, current)
    await ctx.audit(tx, 'identity.change-sign-in-rule', {
      thing: `city/${ctx.city.key}`,
      before: { codeRoles: current.codeRoles },
      after: { codeRoles: rule.codeRoles },
    })
  })
}

/** The signed-in person's own account. */
export async function ownAccount(ctx: Ctx): Promise<Account> {
  const account = ctx.actor.accountId ? await store.findAccount(ctx.db, ctx.actor.accountId) : undefined
  if (!account) throw new AccountNotFound()
  return account
}

/** What is wrong with a new account, by field; whether the username is free only the database knows. */
export function accountFaults(form: AccountForm): readonly FieldFault[] {
  const faults: FieldFault[] = []
  const username = form.username.trim()
  if (!/^[\p{L}\p{N}_.-]{2,40}$/u.test(username)) {
    faults.push({ field: 'username', message: '用户名 2 至 40 位，可用汉字、字母、数字和 _ . -' })
  }
  faults.push(...nameFaults(form))
  const password = passwordFault(form.password, username)
  if (password) faults.push({ field: 'password', message: password })
  return [...faults, ...bodyFaults(form)]
}

function nameFaults({ name }: { name: string }): FieldFault[] {
  return name.trim() === '' ? [{ field: 'name', message: '请填写姓名' }] : []
}

function bodyFaults({ roles, bodyId }: { roles: readonly Role[]; bodyId: string | null }): FieldFault[] {
  return bodyId === null && roles.some((role) => role === 'officer' || role === 'head')
    ? [{ field: 'bodyId', message: '经办人和单位负责人须属于一个单位' }]
    : []
}

function administers({ roles, state }: Pick<Account, 'roles' | 'state'>): boolean {
  return state === 'active' && roles.includes('administrator')
}

async function keepOneAdministrator(tx: Tx): Promise<void> {
  if ((await store.countHolders(tx, 'administrator')) === 0) throw new LastAdministrator()
}

/** Those who have a role and can sign in. */
export function peopleOfRole(db: Db, role: Role): ReturnType<typeof store.listPeopleOfRole> {
  return store.listPeopleOfRole(db, role)
}

/** The heads of a body who can sign in. */
export async function headsOf(db: Db, bodyId: string): Promise<readonly string[]> {
  return (await store.listPeopleOfRole(db, 'head')).flatMap((one) => (one.bodyId === bodyId ? [one.id] : []))
}

/** Every active account as an actor, by username: for programs that act for many, as the play of a demonstration. */
export async function activeActors(db: Db): Promise<readonly (Actor & { readonly username: string })[]> {
  return (await store.listActors(db)).map(({ id, ...row }) => ({ ...row, kind: 'account' as const, accountId: id }))
}
