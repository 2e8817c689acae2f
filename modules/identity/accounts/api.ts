import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { Role } from '../api.ts'

export const AccountEntry = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  bodyId: z.string().nullable(),
  bodyName: z.string().nullable(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  state: z.enum(['active', 'closed']),
  roles: z.array(Role),
  mustChangePassword: z.boolean(),
  codeOn: z.boolean(),
  version: z.number().int(),
})
export type AccountEntry = z.infer<typeof AccountEntry>

const manage = 'identity.manage-accounts'
const Id = z.object({ id: z.uuid() })
const Text = z.string().trim().max(200)
const Optional = Text.nullable().transform((text) => (text === '' ? null : text))
const Person = {
  name: Text,
  bodyId: z.uuid().nullable(),
  title: Optional,
  email: z
    .union([z.email('邮箱地址不正确'), z.literal('')])
    .nullable()
    .transform((text) => (text === '' ? null : text)),
  roles: z.array(Role).max(Role.options.length),
}
/** Null has the program make one, which is shown once. */
const Password = z.string().max(200).nullable()
const Given = z.object({ id: z.string(), password: z.string() })

export const listAccountsEndpoint = endpoint({
  id: 'listAccounts',
  method: 'GET',
  path: '/api/accounts',
  may: manage,
  summary: '全部账号',
  reply: z.object({ accounts: z.array(AccountEntry) }),
})

export const createAccountEndpoint = endpoint({
  id: 'createAccount',
  method: 'POST',
  path: '/api/accounts',
  may: manage,
  summary: '新建账号；密码只在应答中出现一次',
  body: z.object({ ...Person, username: z.string().max(80), password: Password, mustChangePassword: z.boolean() }),
  reply: Given,
})

export const changeAccountEndpoint = endpoint({
  id: 'changeAccount',
  method: 'PUT',
  path: '/api/accounts/:id',
  may: manage,
  summary: '修改或停用账号',
  params: Id,
  body: z.object({ ...Person, state: z.enum(['active', 'closed']), version: z.number().int() }),
  reply: z.object({}),
})

export const resetPasswordEndpoint = endpoint({
  id: 'resetPassword',
  method: 'POST',
  path: '/api/accounts/:id/password',
  may: manage,
  summary: '重设密码；本人下次登录时须修改',
  params: Id,
  body: z.object({ password: Password }),
  reply: Given,
})

export const resetCodeEndpoint = endpoint({
  id: 'resetCode',
  method: 'POST',
  path: '/api/accounts/:id/code/reset',
  may: manage,
  summary: '解除账号的动态验证',
  params: Id,
  reply: z.object({}),
})

const SignInRule = z.object({ codeRoles: z.array(Role).max(Role.options.length), version: z.number().int() })

export const readSignInRuleEndpoint = endpoint({
  id: 'readSignInRule',
  method: 'GET',
  path: '/api/sign-in-rule',
  may: manage,
  summary: '须使用动态验证的身份',
  reply: SignInRule,
})

export const changeSignInRuleEndpoint = endpoint({
  id: 'changeSignInRule',
  method: 'PUT',
  path: '/api/sign-in-rule',
  may: manage,
  summary: '规定哪些身份须使用动态验证',
  body: SignInRule,
  reply: SignInRule,
})

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A row of the table, as written. */
const Line = z.object({
  line: z.number().int(),
  name: z.string().trim().max(200),
  username: z.string().trim().max(200),
  body: z.string().trim().max(200),
  title: z.string().trim().max(200),
  email: z.string().trim().max(200),
  roles: z.string().trim().max(200),
})

const CheckedLine = Line.extend({
  name: z.string(),
  username: z.string(),
  body: z.string(),
  title: z.string(),
  email: z.string(),
  roles: z.string(),
  /** What the roles that were understood are called. */
  roleNames: z.array(z.string()),
  faults: z.array(z.string()),
})
export type CheckedLine = z.infer<typeof CheckedLine>

export const previewAccountsEndpoint = endpoint({
  id: 'previewAccounts',
  method: 'POST',
  path: '/api/accounts/import/preview',
  may: manage,
  summary: '预看一张账号表会建立哪些账号、哪一行有错；不写入',
  file: { maxBytes: 5 * 1024 * 1024 },
  reply: z.object({ lines: z.array(CheckedLine) }),
})

export const importAccountsEndpoint = endpoint({
  id: 'importAccounts',
  method: 'POST',
  path: '/api/accounts/import',
  may: manage,
  summary: '建立预看过的账号；有错则一个也不建立；首次密码只在应答中出现一次',
  body: z.object({ lines: z.array(Line).min(1).max(500) }),
  reply: z.object({
    made: z.number().int(),
    fileName: z.string(),
    /** An xlsx with the first passwords, in base64. */
    file: z.string(),
  }),
})

export const accountSheetEndpoint = endpoint({
  id: 'accountSheet',
  method: 'GET',
  path: '/api/accounts/import/sheet',
  may: manage,
  summary: '账号表的样表',
  reply: z.unknown(),
  download: XLSX,
})
