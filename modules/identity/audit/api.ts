import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

export const AuditRecord = z.object({
  id: z.number().int(),
  legalAt: z.string(),
  machineAt: z.string(),
  actor: z.string(),
  action: z.string(),
  /** What the act is called. */
  actionName: z.string(),
  thing: z.string(),
  /** Name of the account or body acted on. */
  thingName: z.string().nullable(),
  basis: z.string().nullable(),
  reason: z.string().nullable(),
  beforeDigest: z.string().nullable(),
  afterDigest: z.string().nullable(),
  /** Covered by a seal already. */
  sealed: z.boolean(),
})
export type AuditRecord = z.infer<typeof AuditRecord>

const may = 'identity.read-audit'
const Filter = z.object({
  actor: z.string().max(80).optional(),
  action: z.string().max(80).optional(),
  thing: z.string().max(120).optional(),
  from: z.iso.date('日期不正确').optional(),
  to: z.iso.date('日期不正确').optional(),
})
export type AuditFilter = z.infer<typeof Filter>

export const listAuditEndpoint = endpoint({
  id: 'listAudit',
  method: 'GET',
  path: '/api/audit',
  may,
  summary: '审计记录，新的在前，每次 100 条',
  query: Filter.extend({ before: z.coerce.number().int().positive().optional() }),
  reply: z.object({
    records: z.array(AuditRecord),
    /** Ask for what is before this record; null at the end. */
    next: z.number().int().nullable(),
    /** Records that no seal covers yet, and the last seal. */
    unsealed: z.number().int(),
    seals: z.number().int(),
    sealedAt: z.string().nullable(),
    /** What acts there are, for choosing. */
    actions: z.array(z.object({ action: z.string(), name: z.string() })),
  }),
})

export const exportAuditEndpoint = endpoint({
  id: 'exportAudit',
  method: 'GET',
  path: '/api/audit/export',
  may,
  summary: '导出审计记录（CSV，至多 100000 条）',
  query: Filter,
  reply: z.unknown(),
  download: 'text/csv; charset=utf-8',
})

export const verifyAuditEndpoint = endpoint({
  id: 'verifyAudit',
  method: 'POST',
  path: '/api/audit/verify',
  may,
  summary: '重新计算全部封签，逐一核对审计记录',
  reply: z.object({
    seals: z.number().int(),
    records: z.number().int(),
    unsealed: z.number().int(),
    head: z.string(),
    faults: z.array(z.string()),
  }),
})
