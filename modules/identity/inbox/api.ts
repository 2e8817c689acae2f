import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

export const InboxMessage = z.object({
  id: z.string(),
  /** The order of writing; ask for what is before the last one shown. */
  number: z.number().int(),
  title: z.string(),
  body: z.string(),
  href: z.string().nullable(),
  writtenAt: z.string(),
  readAt: z.string().nullable(),
})
export type InboxMessage = z.infer<typeof InboxMessage>

export const listInboxEndpoint = endpoint({
  id: 'listInbox',
  method: 'GET',
  path: '/api/inbox',
  may: 'signed-in',
  summary: '本人的消息，新的在前',
  query: z.object({ before: z.coerce.number().int().positive().optional() }),
  reply: z.object({ messages: z.array(InboxMessage), unread: z.number().int() }),
})

export const readInboxEndpoint = endpoint({
  id: 'readInbox',
  method: 'POST',
  path: '/api/inbox/read',
  may: 'signed-in',
  summary: '把消息标为已读；不给编号则全部',
  body: z.object({ ids: z.array(z.uuid()).max(500).nullable() }),
  reply: z.object({ unread: z.number().int() }),
})

const Channel = z.object({ id: z.string(), kind: z.enum(['mail', 'webhook']), target: z.string() })

export const listChannelsEndpoint = endpoint({
  id: 'listChannels',
  method: 'GET',
  path: '/api/inbox/channels',
  may: 'signed-in',
  summary: '本人的通知方式',
  reply: z.object({ channels: z.array(Channel) }),
})

export const openChannelEndpoint = endpoint({
  id: 'openChannel',
  method: 'POST',
  path: '/api/inbox/channels',
  may: 'signed-in',
  summary: '增加一种通知方式',
  body: z.object({ kind: z.enum(['mail', 'webhook']), target: z.string().max(500) }),
  reply: z.object({ channels: z.array(Channel) }),
})

export const closeChannelEndpoint = endpoint({
  id: 'closeChannel',
  method: 'DELETE',
  path: '/api/inbox/channels/:id',
  may: 'signed-in',
  summary: '取消一种通知方式',
  params: z.object({ id: z.uuid() }),
  reply: z.object({ channels: z.array(Channel) }),
})

const TemplateText = z.object({
  key: z.string().max(80),
  title: z.string().trim().min(1).max(200),
  body: z.string().trim().min(1).max(2000),
  version: z.number().int().min(0),
})

export type TemplateText = z.infer<typeof TemplateText>

export const listTemplatesEndpoint = endpoint({
  id: 'listTemplates',
  method: 'GET',
  path: '/api/inbox/templates',
  may: 'identity.edit-templates',
  summary: '消息模板',
  reply: z.object({ templates: z.array(TemplateText) }),
})

export const wordTemplateEndpoint = endpoint({
  id: 'wordTemplate',
  method: 'PUT',
  path: '/api/inbox/templates',
  may: 'identity.edit-templates',
  summary: '修改一个消息模板',
  body: TemplateText,
  reply: z.object({ templates: z.array(TemplateText) }),
})

export const listDeliveriesEndpoint = endpoint({
  id: 'listDeliveries',
  method: 'GET',
  path: '/api/inbox/deliveries',
  may: 'identity.edit-templates',
  summary: '消息投递记录',
  reply: z.object({
    deliveries: z.array(
      z.object({
        id: z.string(),
        title: z.string(),
        account: z.string(),
        kind: z.string(),
        state: z.string(),
        fault: z.string().nullable(),
        triedAt: z.string(),
      }),
    ),
  }),
})
