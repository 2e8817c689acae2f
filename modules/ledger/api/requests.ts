import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { day, id, version } from './shapes.ts'

const above = z.object({ id, title: z.string(), due: day.nullable() })

/** What the office is asked: that a part may be later or looser than its task, or that a date is put off. */
const request = z.object({
  key: z.string(),
  taskId: id,
  /** Of the task, to be sent back with the answer. */
  version,
  title: z.string(),
  kind: z.enum(['part', 'extension']),
  /** In what it differs, and why. */
  words: z.string(),
  leads: z.array(z.string()),
  due: day.nullable(),
  above: above.nullable(),
  askedAt: z.string(),
  askedBy: z.string(),
  askedBody: z.string().nullable(),
  mayAnswer: z.boolean(),
  answer: z.object({ granted: z.boolean(), at: z.string(), by: z.string(), words: z.string().nullable() }).nullable(),
})

const filter = z.object({ state: z.enum(['waiting', 'answered']).default('waiting') })

export const listRequestsEndpoint = endpoint({
  id: 'listLedgerRequests',
  method: 'GET',
  path: '/api/ledger/requests',
  may: 'ledger.read',
  summary: '分解与延期的申请：督办部门看全部，单位看本单位提出的',
  query: filter,
  reply: z.object({
    items: z.array(request),
    /** Parts that end after the task above without consent. */
    lateParts: z.array(z.object({ id, title: z.string(), leads: z.array(z.string()), due: day, above })),
  }),
})

export const exportRequestsEndpoint = endpoint({
  id: 'exportLedgerRequests',
  method: 'GET',
  path: '/api/ledger/requests.xlsx',
  may: 'ledger.read',
  summary: '导出分解与延期的申请',
  query: filter,
  reply: z.unknown(),
})

export const answerRequestsEndpoint = endpoint({
  id: 'answerLedgerRequests',
  method: 'POST',
  path: '/api/ledger/requests/answers',
  may: 'ledger.steer',
  summary: '批准或不批准所选的申请，一次办理',
  body: z.object({
    items: z
      .array(z.object({ taskId: id, version }))
      .min(1, '请先选择申请')
      .max(200),
    granted: z.boolean(),
    words: z.string().trim().min(1, '请写明意见').max(2000),
  }),
  reply: z.object({ answered: z.int() }),
})
