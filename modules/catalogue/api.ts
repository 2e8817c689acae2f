import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

// Every HTTP operation of the catalogue. The desk imports from here alone.

const cited = z.object({ label: z.string(), href: z.string().nullable() })
const state = z.enum(['now', 'next', 'old'])

export const listServicesEndpoint = endpoint({
  id: 'listServices',
  method: 'GET',
  path: '/api/services',
  may: 'catalogue.read',
  summary: '全部事项的现行版本、下一版本和待确认内容，以及网办和窗口占比',
  reply: z.object({
    items: z.array(
      z.object({
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        body: z.string(),
        online: z.number(),
        window: z.enum(['comprehensive', 'own', 'none']),
        /** Null where no version is in force. */
        number: z.number().nullable(),
        effectiveFrom: z.string().nullable(),
        nextFrom: z.string().nullable(),
        publishedBy: z.string(),
        publishedAt: z.string(),
        toConfirm: z.number(),
      }),
    ),
    figures: z.array(
      z.object({
        figure: z.enum(['online', 'whole-online', 'one-window']),
        have: z.number(),
        of: z.number(),
        percent: z.number().nullable(),
        reached: z.boolean().nullable(),
        target: z.object({ percent: z.number(), by: z.string().nullable(), basis: z.array(cited) }).nullable(),
      }),
    ),
  }),
})

export const getServiceEndpoint = endpoint({
  id: 'getService',
  method: 'GET',
  path: '/api/services/:code',
  may: 'catalogue.read',
  summary: '一个事项的各个版本，和其中两个版本的不同',
  params: z.object({ code: z.string().max(60) }),
  query: z.object({ before: z.coerce.number().int().optional(), after: z.coerce.number().int().optional() }),
  reply: z.object({
    code: z.string(),
    name: z.string(),
    confirm: z.array(z.object({ what: z.string(), note: z.string() })),
    /** In the order of their first days. */
    versions: z.array(
      z.object({
        number: z.number(),
        effectiveFrom: z.string().nullable(),
        effectiveTo: z.string().nullable(),
        publishedBy: z.string(),
        publishedAt: z.string(),
        state,
      }),
    ),
    /** Null where there is only one version. */
    compared: z
      .object({
        before: z.number(),
        after: z.number(),
        differences: z.array(
          z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
        ),
      })
      .nullable(),
  }),
})
