import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

// Every HTTP operation of the gazette. The desk imports from here alone.

export const MAX_IMPORT_BYTES = 50 * 1024 * 1024

const byId = z.object({ id: z.uuid() })

export const importFault = z.object({ line: z.number(), code: z.string(), message: z.string() })

export const importItem = z.object({
  id: z.uuid(),
  fileName: z.string(),
  fileSize: z.number(),
  stage: z.enum(['received', 'reading', 'parsing', 'writing', 'drafting', 'drafted', 'refused', 'failed']),
  /** 0 to 100. */
  percent: z.number(),
  /** `same`: already on record, nothing was added; `corrected`: at least one document has a new version. */
  outcome: z.enum(['new', 'same', 'corrected']).nullable(),
  counts: z.partialRecord(
    z.enum([
      'documents',
      'newDocuments',
      'correctedDocuments',
      'provisions',
      'measures',
      'appointments',
      'chronicle',
      'faults',
    ]),
    z.number(),
  ),
  faults: z.array(importFault),
  notes: z.array(z.string()),
  refusal: z.object({ code: z.string(), message: z.string() }).nullable(),
  issue: z.object({ id: z.uuid(), label: z.string(), url: z.string() }).nullable(),
  documents: z.array(
    z.object({ id: z.uuid(), number: z.string().nullable(), title: z.string(), url: z.string(), version: z.number() }),
  ),
  /** What the ledger drafted, once it has. */
  draft: z.record(z.string(), z.number()).nullable(),
  accountName: z.string(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
})

export const uploadImportEndpoint = endpoint({
  id: 'importGazette',
  method: 'POST',
  path: '/api/gazette/imports',
  may: 'gazette.import',
  summary: '上传一期公报或一份公文（txt、docx、pdf），随后读入',
  body: z.object({ id: z.uuid().optional() }),
  file: { maxBytes: MAX_IMPORT_BYTES },
  reply: importItem,
  status: 202,
})

export const getImportEndpoint = endpoint({
  id: 'getGazetteImport',
  method: 'GET',
  path: '/api/gazette/imports/:id',
  may: 'gazette.import',
  summary: '查看一次导入的进度、读出的内容和待核对之处',
  params: byId,
  reply: importItem,
})

export const listImportsEndpoint = endpoint({
  id: 'listGazetteImports',
  method: 'GET',
  path: '/api/gazette/imports',
  may: 'gazette.import',
  summary: '最近的导入记录',
  reply: z.array(importItem.omit({ faults: true, documents: true })),
})

export const retryImportEndpoint = endpoint({
  id: 'retryGazetteImport',
  method: 'POST',
  path: '/api/gazette/imports/:id/retry',
  may: 'gazette.import',
  summary: '重试一次中断的导入',
  params: byId,
  reply: importItem,
})
