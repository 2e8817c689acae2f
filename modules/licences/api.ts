import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

export const actOnLicenceEndpoint = endpoint({
  id: 'actOnLicence',
  method: 'POST',
  path: '/api/licences/:id/acts',
  may: 'licences.act',
  summary: '暂停、恢复或撤销本单位颁发的证照，并告知持证人理由',
  params: z.object({ id: z.uuid() }),
  body: z.object({
    version: z.int().min(1),
    type: z.enum(['suspend', 'resume', 'revoke']),
    reason: z.string().trim().min(1, '请填写').max(500, '最多 500 字'),
  }),
  reply: z.object({ version: z.int() }),
})
