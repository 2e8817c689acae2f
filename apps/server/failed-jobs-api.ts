import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

const FailedJobs = z.object({
  jobs: z.array(
    z.object({
      id: z.string(),
      event: z.string(),
      module: z.string(),
      fault: z.string(),
      tries: z.number().int(),
      failedAt: z.string(),
    }),
  ),
})

export const listFailedJobsEndpoint = endpoint({
  id: 'listFailedJobs',
  method: 'GET',
  path: '/api/failed-jobs',
  may: 'server.mend-jobs',
  summary: '重试多次仍未办成、不再自动重试的后台处理',
  reply: FailedJobs,
})

export const retryJobEndpoint = endpoint({
  id: 'retryJob',
  method: 'POST',
  path: '/api/failed-jobs/:id/retry',
  may: 'server.mend-jobs',
  summary: '重新办理一项没有办成的后台处理',
  params: z.object({ id: z.string().regex(/^\d{1,18}$/, '编号不正确') }),
  reply: FailedJobs,
})
