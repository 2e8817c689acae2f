import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { id } from './shapes.ts'

export const ledgerBody = z.object({
  id,
  /** A group stands for its members: 各县（市、区）人民政府. */
  kind: z.enum(['body', 'group']),
  /** As tasks name it. */
  name: z.string(),
  full: z.string(),
  /** How many members a group has; null for a body. */
  members: z.int().nullable(),
  /** Short names of its members; empty for a body. */
  memberNames: z.array(z.string()),
})

export const listBodiesEndpoint = endpoint({
  id: 'listLedgerBodies',
  method: 'GET',
  path: '/api/ledger/bodies',
  may: 'ledger.read',
  summary: '可以承担任务的单位与成组单位',
  reply: z.object({ items: z.array(ledgerBody) }),
})
