import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { id } from '../api/shapes.ts'

const kind = z.enum(['task', 'clause'])
/** A clause goes by the id of its measure. */
const params = z.object({ kind, id })

export const listFollowsEndpoint = endpoint({
  id: 'listLedgerFollows',
  method: 'GET',
  path: '/api/ledger/follows',
  may: 'signed-in',
  summary: '我关注的任务和条文',
  reply: z.object({
    items: z.array(
      z.object({ kind, id, title: z.string().nullable(), label: z.string().nullable(), href: z.string().nullable() }),
    ),
  }),
})

export const exportFollowsEndpoint = endpoint({
  id: 'exportLedgerFollows',
  method: 'GET',
  path: '/api/ledger/follows.xlsx',
  may: 'signed-in',
  summary: '导出我关注的任务和条文',
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const followEndpoint = endpoint({
  id: 'followInLedger',
  method: 'PUT',
  path: '/api/ledger/follows/:kind/:id',
  may: 'signed-in',
  summary: '关注一项任务或一条条文，有变化时得到消息',
  params,
  reply: z.object({}),
})

export const unfollowEndpoint = endpoint({
  id: 'unfollowInLedger',
  method: 'DELETE',
  path: '/api/ledger/follows/:kind/:id',
  may: 'signed-in',
  summary: '不再关注',
  params,
  reply: z.object({}),
})
