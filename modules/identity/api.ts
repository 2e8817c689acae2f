import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

export const Role = z.enum([
  'citizen',
  'clerk',
  'officer',
  'head',
  'supervision',
  'editor',
  'rule-editor',
  'auditor',
  'administrator',
  'leader',
])
export type Role = z.infer<typeof Role>

export const Me = z.object({
  account: z.object({
    id: z.string(),
    name: z.string(),
    bodyId: z.string().nullable(),
    bodyName: z.string().nullable(),
    roles: z.array(Role),
  }),
  /** Actions that the account may do to something, for offering screens and buttons. */
  actions: z.array(z.string()),
  /** The first city is the installation's own; its administrator also makes new cities. */
  city: z.object({ key: z.string(), name: z.string(), first: z.boolean() }),
  demo: z.boolean(),
  /** The day to which the demonstration is being played just now. */
  playing: z.string().nullable(),
  today: z.string(),
  unread: z.number().int(),
})
export type Me = z.infer<typeof Me>

export const meEndpoint = endpoint({
  id: 'readMe',
  method: 'GET',
  path: '/api/me',
  may: 'signed-in',
  summary: '当前登录人及其可办事项',
  reply: Me,
})
