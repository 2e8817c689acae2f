import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { Role } from '../api.ts'

const Session = z.object({
  id: z.string(),
  /** Browser and system, as far as the browser told. */
  device: z.string(),
  since: z.string(),
  /** To the hour. */
  seenAt: z.string(),
  current: z.boolean(),
})
export type Session = z.infer<typeof Session>

export const OwnAccount = z.object({
  username: z.string(),
  name: z.string(),
  title: z.string().nullable(),
  email: z.string().nullable(),
  bodyName: z.string().nullable(),
  roles: z.array(Role),
  mustChangePassword: z.boolean(),
  /** Whether a verifier is set up, and whether one of the roles demands it. */
  codeOn: z.boolean(),
  codeDemanded: z.boolean(),
  sessions: z.array(Session),
})
export type OwnAccount = z.infer<typeof OwnAccount>

const Password = z.string().min(1, '请输入密码').max(200)
const Done = z.object({})

export const readOwnAccountEndpoint = endpoint({
  id: 'readOwnAccount',
  method: 'GET',
  path: '/api/own-account',
  may: 'signed-in',
  summary: '本人账号与登录设备',
  reply: OwnAccount,
})

export const changeOwnPasswordEndpoint = endpoint({
  id: 'changeOwnPassword',
  method: 'POST',
  path: '/api/own-account/password',
  may: 'signed-in',
  summary: '修改本人密码；其他设备上的登录随即失效',
  body: z.object({ old: Password, fresh: Password }),
  reply: Done,
})

export const beginCodeEndpoint = endpoint({
  id: 'beginCode',
  method: 'POST',
  path: '/api/own-account/code',
  may: 'signed-in',
  summary: '开始启用动态验证：给出密钥、二维码和备用码，只显示一次',
  body: z.object({ password: Password }),
  reply: z.object({ secret: z.string(), qr: z.string(), backupCodes: z.array(z.string()) }),
})

export const confirmCodeEndpoint = endpoint({
  id: 'confirmCode',
  method: 'POST',
  path: '/api/own-account/code/confirm',
  may: 'signed-in',
  summary: '以验证器显示的 6 位数字确认启用动态验证',
  body: z.object({ code: z.string().max(20) }),
  reply: Done,
})

export const endCodeEndpoint = endpoint({
  id: 'endCode',
  method: 'POST',
  path: '/api/own-account/code/end',
  may: 'signed-in',
  summary: '关闭动态验证',
  body: z.object({ password: Password }),
  reply: Done,
})

export const endSessionEndpoint = endpoint({
  id: 'endSession',
  method: 'DELETE',
  path: '/api/own-account/sessions/:id',
  may: 'signed-in',
  summary: '退出一台设备上的登录',
  params: z.object({ id: z.uuid() }),
  reply: Done,
})

export const endOtherSessionsEndpoint = endpoint({
  id: 'endOtherSessions',
  method: 'DELETE',
  path: '/api/own-account/sessions',
  may: 'signed-in',
  summary: '退出其他所有设备上的登录',
  reply: Done,
})
