import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

export const resetEndpoint = endpoint({
  id: 'resetDemonstration',
  method: 'POST',
  path: '/api/demonstration-reset',
  may: 'server.reset-demonstration',
  summary: '重置演示：清空本城市的全部数据，从第一天重新推演',
  reply: z.object({}),
})
