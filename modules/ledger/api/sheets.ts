import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { day, id, idParams } from './shapes.ts'
import { taskFilter } from './tasks.ts'

export const MAX_SHEET_BYTES = 20 * 1024 * 1024

/** What a column may mean. A field that no column carries is left empty. */
export const sheetField = z.enum(['title', 'leads', 'supports', 'due', 'target', 'basis', 'clause', 'note'])

/** Field → zero-based column. */
export const sheetMapping = z.partialRecord(sheetField, z.int().min(0).max(499))

const sheet = z.object({
  name: z.string(),
  rows: z.int(),
  /** Zero-based row that looks like the heads of the columns; null when none does. */
  headerRow: z.int().nullable(),
  headers: z.array(z.string()),
  /** Remembered from an earlier sheet with the same heads, else guessed from them. */
  mapping: sheetMapping,
  remembered: z.boolean(),
  /** The first rows as text, heads included, so that a person sees what is meant. */
  sample: z.array(z.array(z.string())),
})

export const uploadSheetEndpoint = endpoint({
  id: 'uploadLedgerSheet',
  method: 'POST',
  path: '/api/ledger/sheets',
  may: 'ledger.draft',
  summary: '上传已有的督办台账（xlsx，任何列）',
  file: { maxBytes: MAX_SHEET_BYTES },
  status: 201,
  reply: z.object({
    id,
    fileName: z.string(),
    sheets: z.array(sheet),
    /** How many rows of this very file were taken in before. */
    takenBefore: z.int(),
    /** Guessed from the file name and title rows. */
    year: z.int().nullable(),
  }),
})

const choice = z.object({
  sheet: z.string().max(200),
  headerRow: z.int().min(0).max(200),
  mapping: sheetMapping,
  /** For dates without a year: 6月底. */
  year: z.int().min(1949).max(2200),
  /** Basis of rows that name none. */
  basis: z.string().trim().min(1).max(300),
})

export const previewSheetEndpoint = endpoint({
  id: 'previewLedgerSheet',
  method: 'POST',
  path: '/api/ledger/sheets/:id/preview',
  may: 'ledger.draft',
  summary: '按选定的列预览，逐行列出疑点',
  params: idParams,
  body: choice.extend({ after: z.int().min(0).default(0), limit: z.int().min(1).max(500).default(200) }),
  reply: z.object({
    total: z.int(),
    faulty: z.int(),
    rows: z.array(
      z.object({
        /** One-based, as the spreadsheet shows it. */
        row: z.int(),
        title: z.string(),
        leads: z.array(z.string()),
        supports: z.array(z.string()),
        duePhrase: z.string().nullable(),
        due: day.nullable(),
        target: z.string().nullable(),
        basis: z.string(),
        clause: z.string().nullable(),
        taken: z.boolean(),
        faults: z.array(z.object({ field: z.string(), message: z.string(), stops: z.boolean() })),
      }),
    ),
  }),
})

export const applySheetEndpoint = endpoint({
  id: 'applyLedgerSheet',
  method: 'POST',
  path: '/api/ledger/sheets/:id/apply',
  may: 'ledger.draft',
  summary: '把表中各行录为草稿；同一文件的同一行只录一次',
  params: idParams,
  body: choice,
  reply: z.object({ created: z.int(), alreadyTaken: z.int(), leftOut: z.int(), documentIds: z.array(id) }),
})

export const exportLedgerEndpoint = endpoint({
  id: 'exportLedger',
  method: 'GET',
  path: '/api/ledger/export.xlsx',
  may: 'ledger.read',
  summary: '导出台账（按筛选，或全部）',
  query: taskFilter,
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const returnItem = z.object({
  id: z.string(),
  kind: z.enum(['changed', 'added', 'missing', 'stale', 'faulty']),
  row: z.int().nullable(),
  taskId: id.nullable(),
  title: z.string(),
  /** Field by field: what is held now, what the sheet says. */
  fields: z.array(z.object({ field: z.string(), label: z.string(), now: z.string(), sheet: z.string() })),
  message: z.string().nullable(),
  /** Only changed and added rows can be accepted; a missing row never deletes anything. */
  acceptable: z.boolean(),
  accepted: z.boolean(),
})

const difference = z.object({
  id,
  fileName: z.string(),
  unchanged: z.int(),
  items: z.array(returnItem),
})

export const uploadReturnEndpoint = endpoint({
  id: 'uploadLedgerReturn',
  method: 'POST',
  path: '/api/ledger/returns',
  may: 'ledger.confirm',
  summary: '回填：上传改过的导出表，列出差异',
  file: { maxBytes: MAX_SHEET_BYTES },
  status: 201,
  reply: difference,
})

export const getReturnEndpoint = endpoint({
  id: 'getLedgerReturn',
  method: 'GET',
  path: '/api/ledger/returns/:id',
  may: 'ledger.confirm',
  summary: '一次回填的差异',
  params: idParams,
  reply: difference,
})

export const applyReturnEndpoint = endpoint({
  id: 'applyLedgerReturn',
  method: 'POST',
  path: '/api/ledger/returns/:id/apply',
  may: 'ledger.confirm',
  summary: '采纳全部或选定的差异，一次生效',
  params: idParams,
  body: z.object({ items: z.union([z.literal('all'), z.array(z.string()).min(1).max(20000)]) }),
  reply: z.object({ changed: z.int(), added: z.int(), leftStale: z.int() }),
})
