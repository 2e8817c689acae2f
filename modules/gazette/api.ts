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
  /** The year is for texts that print none (目录, 大事记 of a month). */
  body: z.object({ id: z.uuid().optional(), year: z.coerce.number().int().min(1949).max(2100).optional() }),
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

export const documentItem = z.object({
  id: z.uuid(),
  number: z.string().nullable(),
  title: z.string(),
  issuer: z.string().nullable(),
  signedOn: z.string().nullable(),
  /** 2021年第6期（总第219期）; null where it stands in no issue. */
  issue: z.string().nullable(),
  url: z.string(),
  /** Newest text; 0 while only facts are known. */
  textVersion: z.number(),
  origin: z.enum(['pack', 'import', 'hand']),
})

export const issueItem = z.object({
  id: z.uuid(),
  label: z.string(),
  title: z.string(),
  url: z.string(),
  version: z.number(),
  documents: z.number(),
})

export const listRecordsEndpoint = endpoint({
  id: 'listGazetteRecords',
  method: 'GET',
  path: '/api/gazette/records',
  may: 'gazette.read',
  summary: '已收录的各期公报和文件',
  reply: z.object({ issues: z.array(issueItem), documents: z.array(documentItem) }),
})

export const coveredProvision = z.object({
  path: z.array(z.string()),
  place: z.string(),
  depth: z.number(),
  heading: z.string().nullable(),
  text: z.string(),
  state: z.enum(['running', 'judgement', 'open']),
  things: z.number(),
  judgement: z
    .object({ reason: z.string(), decidedName: z.string(), decidedAt: z.string(), version: z.number() })
    .nullable(),
})

export const getGazetteDocumentEndpoint = endpoint({
  id: 'getGazetteDocument',
  method: 'GET',
  path: '/api/gazette/documents/:id',
  may: 'gazette.read',
  summary: '一份文件的各版文本、条文和条文对应情况',
  params: byId,
  reply: z.object({
    document: documentItem,
    texts: z.array(z.object({ version: z.number(), readAt: z.string() })),
    counts: z.object({ running: z.number(), judgement: z.number(), open: z.number() }),
    provisions: z.array(coveredProvision),
  }),
})

export const compareTextsEndpoint = endpoint({
  id: 'compareGazetteTexts',
  method: 'GET',
  path: '/api/gazette/documents/:id/differences',
  may: 'gazette.read',
  summary: '一份文件两版文本逐条的差别',
  params: byId,
  query: z.object({ from: z.coerce.number().int().min(1), to: z.coerce.number().int().min(1) }),
  reply: z.array(z.object({ path: z.array(z.string()), before: z.string().nullable(), after: z.string().nullable() })),
})

const judged = z.object({ path: z.array(z.string().max(100)).min(1).max(20), seen: z.number().int().min(0) })

export const judgeProvisionEndpoint = endpoint({
  id: 'judgeProvision',
  method: 'PUT',
  path: '/api/gazette/documents/:id/judgement',
  may: 'gazette.judge',
  summary: '认定一条由人判断、不作自动办理，并写明理由',
  params: byId,
  body: judged.extend({ reason: z.string().trim().min(2, '请写明理由').max(500, '理由请控制在500字以内') }),
  reply: z.object({}),
})

export const withdrawJudgementEndpoint = endpoint({
  id: 'withdrawJudgement',
  method: 'POST',
  path: '/api/gazette/documents/:id/judgement/withdraw',
  may: 'gazette.judge',
  summary: '撤回“由人判断”的认定',
  params: byId,
  body: judged,
  reply: z.object({}),
})

const actOnRecord = z.object({
  key: z.string(),
  action: z.enum(['appoint', 'remove', 'lapse']),
  person: z.string(),
  personHref: z.string(),
  post: z.string(),
  on: z.string().nullable(),
  document: z.object({ label: z.string(), href: z.string().nullable() }),
  probationMonths: z.number().nullable(),
  note: z.string().nullable(),
})

export const listActsEndpoint = endpoint({
  id: 'listActs',
  method: 'GET',
  path: '/api/gazette/acts',
  may: 'gazette.read',
  summary: '任免登记：按姓名或职务、机关、日期和任免查，最近的在前；连同一个月内试用期满的任职',
  query: z.object({
    name: z.string().max(50).default(''),
    body: z.string().max(100).default(''),
    from: z.string().max(10).default(''),
    to: z.string().max(10).default(''),
    action: z.enum(['appoint', 'remove', 'lapse', '']).default(''),
    page: z.coerce.number().int().min(1).max(2000).default(1),
  }),
  reply: z.object({
    items: z.array(actOnRecord),
    total: z.number(),
    pageSize: z.number(),
    sheetHref: z.string(),
    ending: z.array(
      z.object({
        id: z.string(),
        person: z.string(),
        personHref: z.string(),
        post: z.string(),
        /** Last day of probation. */
        until: z.string(),
        appointedBy: z.object({ label: z.string(), href: z.string().nullable() }).nullable(),
      }),
    ),
  }),
})
