import { plainDate } from '@guangyue/kernel/calendar'
import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, cite, day, id, idParams, version } from '../api/shapes.ts'
import { inspectionKinds } from './model.ts'

export { findingLabels, findingSteps, kindLabels } from './model.ts'

const text = z.string().trim()
const said = text.max(4000, '最多 4000 字')
const typedDay = day.transform((typed) => plainDate(typed))
export const kind = z.enum(inspectionKinds)
export const findingState = z.enum(['open', 'mended', 'verified', 'closed'])
const step = z.enum(['sign', 'verify', 'close', 'send-back'])
/** Working days by the national calendar, or a day. */
const term = z.union([
  z.object({ days: z.int('请填写整数').min(1, '至少 1 个工作日').max(365) }),
  z.object({ due: day }),
])
const file = z.object({ id, name: z.string(), kind: z.string(), bytes: z.int() })
const changed = z.object({ version })

const inspection = z.object({
  id,
  kind,
  title: z.string(),
  fromDay: day,
  toDay: day,
  places: z.array(z.string()),
  findings: z.int(),
  /** Not closed. */
  openFindings: z.int(),
  version,
})

export const finding = z.object({
  id,
  inspectionId: id,
  inspection: z.string(),
  kind,
  number: z.int(),
  text: z.string(),
  /** The clause as typed, where there is no task. */
  basis: z.string().nullable(),
  taskId: id.nullable(),
  title: z.string().nullable(),
  cite: cite.nullable(),
  unit: body,
  termDays: z.int().nullable(),
  due: day,
  /** The day leans on a year whose holidays are not announced. */
  provisional: z.boolean(),
  foundOn: day,
  foundName: z.string(),
  state: findingState,
  /** Not mended in time. */
  late: z.boolean(),
  mendWords: z.string(),
  signedName: z.string().nullable(),
  signedOn: day.nullable(),
  verifiedName: z.string().nullable(),
  verifiedOn: day.nullable(),
  closedOn: day.nullable(),
  version,
})

export const listInspectionsEndpoint = endpoint({
  id: 'listLedgerInspections',
  method: 'GET',
  path: '/api/ledger/inspections',
  may: 'ledger.read',
  summary: '督查活动：明察暗访、专家论证、企业访谈、第三方监测',
  query: z.object({ kind: kind.optional(), unit: id.optional() }),
  reply: z.object({ items: z.array(inspection) }),
})

export const exportInspectionsEndpoint = endpoint({
  id: 'exportLedgerInspections',
  method: 'GET',
  path: '/api/ledger/inspections.xlsx',
  may: 'ledger.read',
  summary: '导出督查活动的清单',
  query: z.object({ kind: kind.optional(), unit: id.optional() }),
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const getInspectionEndpoint = endpoint({
  id: 'getLedgerInspection',
  method: 'GET',
  path: '/api/ledger/inspections/:id',
  may: 'ledger.read',
  summary: '一次督查活动：方案、督查组、材料与发现；被督查单位只见交办本单位的发现',
  params: idParams,
  reply: inspection.extend({
    /** Empty for those who only own a finding. */
    plan: z.string(),
    repeatReason: z.string().nullable(),
    plannedOn: day,
    plannedName: z.string(),
    graceDays: z.int(),
    verifier: body.nullable(),
    members: z.array(z.object({ name: z.string(), accountId: id.nullable() })),
    bodies: z.array(body),
    documents: z.array(z.object({ id, name: z.string() })),
    tasks: z.array(z.object({ id, title: z.string() })),
    files: z.array(file),
    items: z.array(finding),
    begun: z.boolean(),
    mayPlan: z.boolean(),
    mayRecord: z.boolean(),
  }),
})

export const saveInspectionEndpoint = endpoint({
  id: 'saveLedgerInspection',
  method: 'PUT',
  path: '/api/ledger/inspections/:id',
  may: 'ledger.inspect',
  summary: '登记或修改督查方案；一个月内就同一文件再次督查同一单位须写明理由',
  params: idParams,
  body: z.object({
    /** Null for a new one. */
    version: version.nullable(),
    kind,
    title: text.min(1, '请写明名称，例如：优化营商环境第一次明察暗访').max(100),
    plan: text.min(1, '请先写明方案：查什么、怎么查、查到哪一级').max(4000),
    fromDay: typedDay,
    toDay: typedDay,
    places: z.array(text.min(1).max(100)).max(50),
    verifierBodyId: id.nullable(),
    graceDays: z.int('请填写整数').min(1, '至少 1 个工作日').max(20, '至多 20 个工作日'),
    repeatReason: text.max(500).nullable(),
    members: z
      .array(z.object({ name: text.min(1).max(60), accountId: id.nullable() }))
      .min(1, '请列出督查组成员')
      .max(50),
    bodyIds: z.array(id).max(100),
    documentIds: z.array(id).max(50),
    taskIds: z.array(id).max(100),
  }),
  reply: z.object({ id, version }),
})

export const listTeamPeopleEndpoint = endpoint({
  id: 'listLedgerTeamPeople',
  method: 'GET',
  path: '/api/ledger/team-people',
  may: 'ledger.inspect',
  summary: '可以列入督查组的账号',
  reply: z.object({ items: z.array(z.object({ id, name: z.string(), title: z.string().nullable() })) }),
})

export const MAX_PICTURE_BYTES = 20 * 1024 * 1024
const upload = { file: { maxBytes: MAX_PICTURE_BYTES }, status: 201, reply: file } as const
const stream = { reply: z.unknown(), download: 'application/octet-stream' } as const

export const addInspectionFileEndpoint = endpoint({
  id: 'addLedgerInspectionFile',
  method: 'POST',
  path: '/api/ledger/inspections/:id/files',
  may: 'ledger.act',
  summary: '附督查活动的照片或文件（图片、pdf、docx、xlsx）',
  params: idParams,
  ...upload,
})

export const readInspectionFileEndpoint = endpoint({
  id: 'readLedgerInspectionFile',
  method: 'GET',
  path: '/api/ledger/inspections/:id/files/:file',
  may: 'ledger.read',
  summary: '下载督查活动的照片或文件',
  params: z.object({ id, file: id }),
  ...stream,
})

export const findingFilter = z.object({
  inspection: id.optional(),
  unit: id.optional(),
  kind: kind.optional(),
  state: z.enum(['waiting', 'late', ...findingState.options, 'all']).default('all'),
})

export const listFindingsEndpoint = endpoint({
  id: 'listLedgerFindings',
  method: 'GET',
  path: '/api/ledger/findings',
  may: 'ledger.read',
  summary: '督导清单：各次督查的发现、责任单位、期限与状态',
  query: findingFilter,
  reply: z.object({ items: z.array(finding) }),
})

export const exportFindingsEndpoint = endpoint({
  id: 'exportLedgerFindings',
  method: 'GET',
  path: '/api/ledger/findings.xlsx',
  may: 'ledger.read',
  summary: '导出督导清单',
  query: findingFilter,
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const addFindingEndpoint = endpoint({
  id: 'addLedgerFinding',
  method: 'POST',
  path: '/api/ledger/inspections/:id/findings',
  may: 'ledger.act',
  summary: '登记一条督查发现并交办责任单位',
  params: idParams,
  status: 201,
  body: z.object({
    /** Made by the screen; the same one sent again is the same finding. */
    id,
    text: said.min(1, '请写明发现的问题，例如：综窗只开了两个，群众排队四十分钟'),
    taskId: id.nullable(),
    basis: text.max(300).nullable(),
    bodyId: id,
    term,
  }),
  reply: z.object({ id, due: day }),
})

export const getFindingEndpoint = endpoint({
  id: 'getLedgerFinding',
  method: 'GET',
  path: '/api/ledger/findings/:id',
  may: 'ledger.read',
  summary: '一条督查发现：照片、整改、经过与可办事项',
  params: idParams,
  reply: finding.extend({
    mendName: z.string().nullable(),
    /** The actor wrote the mending, and so cannot sign it. */
    ownMending: z.boolean(),
    verifier: body.nullable(),
    photographs: z.array(file),
    evidence: z.array(file),
    /** On the list of problems. */
    problemId: id.nullable(),
    may: z.array(z.enum(['photograph', 'mend', ...step.options])),
    history: z.array(
      z.object({ at: z.string(), step: z.string(), label: z.string(), who: z.string(), words: z.string().nullable() }),
    ),
    escalations: z.array(z.object({ onDay: day, label: z.string(), post: z.string().nullable() })),
  }),
})

export const saveMendingEndpoint = endpoint({
  id: 'saveLedgerMending',
  method: 'PUT',
  path: '/api/ledger/findings/:id/mending',
  may: 'ledger.report',
  summary: '责任单位填写整改情况（草稿，由负责人签报）',
  params: idParams,
  body: z.object({ version, words: said.min(1, '请写明整改情况') }),
  reply: changed,
})

export const takeFindingStepEndpoint = endpoint({
  id: 'takeLedgerFindingStep',
  method: 'POST',
  path: '/api/ledger/findings/:id/steps',
  may: 'ledger.act',
  summary: '签报整改、核验、销号或退回整改',
  params: idParams,
  body: z.object({ version, step, words: said, term: term.nullish() }),
  reply: changed,
})

export const addPhotographEndpoint = endpoint({
  id: 'addLedgerPhotograph',
  method: 'POST',
  path: '/api/ledger/findings/:id/photographs',
  may: 'ledger.act',
  summary: '附一张现场照片（png、jpeg）',
  params: idParams,
  ...upload,
})

export const addMendingEvidenceEndpoint = endpoint({
  id: 'addLedgerMendingEvidence',
  method: 'POST',
  path: '/api/ledger/findings/:id/evidence',
  may: 'ledger.report',
  summary: '附一份整改的证明材料（图片、pdf、docx、xlsx）',
  params: idParams,
  ...upload,
})

export const removeMendingEvidenceEndpoint = endpoint({
  id: 'removeLedgerMendingEvidence',
  method: 'DELETE',
  path: '/api/ledger/findings/:id/evidence/:file',
  may: 'ledger.report',
  summary: '取下一份整改的证明材料',
  params: z.object({ id, file: id }),
  reply: z.object({}),
})

export const readFindingFileEndpoint = endpoint({
  id: 'readLedgerFindingFile',
  method: 'GET',
  path: '/api/ledger/findings/:id/files/:file',
  may: 'ledger.read',
  summary: '下载发现的照片或整改的证明材料',
  params: z.object({ id, file: id }),
  ...stream,
})
