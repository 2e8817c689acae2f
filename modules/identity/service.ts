import type { Role } from '@guangyue/platform/access'
import { type Ctx, StaleVersion } from '@guangyue/platform/db'
import type { FieldFault } from '@guangyue/platform/errors'
import { hashPassword } from './auth.ts'
import { AccountInvalid, AccountNotFound } from './errors.ts'
import { type Account, passwordFault } from './model.ts'
import * as store from './store.ts'

export interface AccountForm {
  readonly username: string
  readonly name: string
  readonly password: string
  readonly bodyId: string | null
  readonly title: string | null
  readonly email: string | null
  readonly roles: readonly Role[]
}

/** Makes an account. Refuses, by field, a weak password, a taken or unfit username, a missing name. */
export async function createAccount(ctx: Ctx, form: AccountForm): Promise<string> {
  ctx.require('identity.manage-accounts')
  const faults = faultsOf(form)
  if (faults.length > 0) throw new AccountInvalid(faults)
  const id = ctx.newId()
  const passwordHash = await hashPassword(form.password)
  await ctx.transact(async (tx) => {
    const row = { ...form, id, authUserId: ctx.newId(), username: form.username.trim(), passwordHash, at: ctx.now }
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

/** Changes an account; closing it ends its sessions. A stale version gives both states back. */
export async function changeAccount(ctx: Ctx, change: AccountChange): Promise<void> {
  ctx.require('identity.manage-accounts')
  await ctx.transact(async (tx) => {
    const current = await store.findAccount(tx, change.id)
    if (!current) throw new AccountNotFound()
    if (!(await store.updateAccount(tx, change))) throw new StaleVersion(change, current)
    await store.replaceRoles(tx, change.id, change.roles)
    if (change.state === 'closed') await store.endSessions(tx, change.id)
    await ctx.audit(tx, 'identity.change-account', {
      thing: `account/${change.id}`,
      before: { roles: current.roles, bodyId: current.bodyId, state: current.state },
      after: { roles: change.roles, bodyId: change.bodyId, state: change.state },
    })
  })
}

/** Sets a new password and ends the account's sessions. */
export async function resetPassword(ctx: Ctx, input: { accountId: string; password: string }): Promise<void> {
  ctx.require('identity.manage-accounts')
  const account = await store.findAccount(ctx.db, input.accountId)
  if (!account) throw new AccountNotFound()
  const fault = passwordFault(input.password, account.username)
  if (fault) throw new AccountInvalid([{ field: 'password', message: fault }])
  const passwordHash = await hashPassword(input.password)
  await ctx.transact(async (tx) => {
    await store.updatePassword(tx, account.id, passwordHash)
    await ctx.audit(tx, 'identity.reset-password', { thing: `account/${account.id}` })
  })
}

export function accounts(ctx: Ctx): Promise<readonly Account[]> {
  ctx.require('identity.manage-accounts')
  return store.listAccounts(ctx.db)
}

/** The signed-in person's own account. */
export async function ownAccount(ctx: Ctx): Promise<Account> {
  const account = ctx.actor.accountId ? await store.findAccount(ctx.db, ctx.actor.accountId) : undefined
  if (!account) throw new AccountNotFound()
  return account
}

function faultsOf(form: AccountForm): FieldFault[] {
  const faults: FieldFault[] = []
  const username = form.username.trim()
  if (!/^[\p{L}\p{N}_.-]{2,40}$/u.test(username)) {
    faults.push({ field: 'username', message: '用户名 2 至 40 位，可用汉字、字母、数字和 _ . -' })
  }
  if (form.name.trim() === '') faults.push({ field: 'name', message: '请填写姓名' })
  const password = passwordFault(form.password, username)
  if (password) faults.push({ field: 'password', message: password })
  if (form.roles.some((role) => role === 'officer' || role === 'head') && form.bodyId === null) {
    faults.push({ field: 'bodyId', message: '经办人和单位负责人须属于一个单位' })
  }
  return faults
}
