import { plainDate } from '@guangyue/kernel/calendar'
import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, cite, day, id, idParams, target, version } from '../api/shapes.ts'

export { levelLabels, owing, reportLabels } from './model.ts'

const text = z.string().trim()
const long = text.max(4000, '最多 4000 字')
const month = day.transform((text) => plainDate(text))
const level = z.union([z.literal(0), z.literal(1), z.literal(2), z.literal(3), z.literal(4)])

export const reportState = z.enum(['due', 'draft', 'signed', 'merged', 'accepted', 'returned', 'waived'])

export const scheme = z.object({
  id,
  name: text.min(1, '请写明名称').max(60),
  /** The document whose tasks are reported on; null for the whole ledger. */
  documentId: id.nullable(),
  opensDay: z.int('请填写几号').min(1).max(28, '最晚 28 号'),
  dueDay: z.int('请填写几号').min(1).max(31),
  /** Calendar days before the due day. */
  remindDays: z.int().min(0).max(20),
  /** Working days. */
  graceDays: z.int().min(0).max(20),
  stepDays: z.int().min(1).max(20),
  fromMonth: month,
  toMonth: month.nullable(),
  supportsReport: z.boolean(),
  paused: z.boolean(),
  version: version.nullable(),
})

export const period = z.object({
  id,
  schemeId: id,
  scheme: z.string(),
  /** The first day of the month. */
  month: day,
  openedOn: day,
  due: day,
  closedOn: day.nullable(),
  version,
})

export const duty = z.object({
  id,
  taskId: id,
  title: z.string(),
  cite,
  unit: body,
  role: z.enum(['lead', 'support']),
  /** A part of another task. */
  part: z.boolean(),
  state: reportState,
  percent: z.int().nullable(),
  draftedName: z.string().nullable(),
  /** The actor wrote it last, and so cannot sign it. */
  ownDraft: z.boolean(),
  signedOn: day.nullable(),
  periodId: id,
  month: day,
  due: day,
  /** The lead's report that it goes up to; null where it goes to the office. */
  above: id.nullable(),
  late: z.boolean(),
  version,
})

export const listPeriodsEndpoint = endpoint({
  id: 'listLedgerPeriods',
  method: 'GET',
  path: '/api/ledger/periods',
  may: 'ledger.read',
  summary: '调度安排与各期',
  reply: z.object({
    schemes: z.array(scheme.extend({ fromMonth: day, toMonth: day.nullable(), version })),
    periods: z.array(period),
  }),
})

export const saveSchemeEndpoint = endpoint({
  id: 'saveLedgerScheme',
  method: 'PUT',
  path: '/api/ledger/schemes',
  may: 'ledger.dispatch',
  summary: '登记或修改调度安排（每月几号、范围、宽限与逐级上报）',
  body: scheme,
  reply: z.object({ id }),
})

export const openPeriodEndpoint = endpoint({
  id: 'openLedgerPeriod',
  method: 'POST',
  path: '/api/ledger/periods',
  may: 'ledger.dispatch',
  summary: '现在就开启一期调度',
  status: 201,
  body: z.object({ schemeId: id, month }),
  reply: z.object({ id, reports: z.int() }),
})

export const closePeriodEndpoint = endpoint({
  id: 'closeLedgerPeriod',
  method: 'POST',
  path: '/api/ledger/periods/:id/close',
  may: 'ledger.dispatch',
  summary: '截止一期调度；之后不能再报送',
  params: idParams,
  body: z.object({ version }),
  reply: z.object({}),
})

export const getPeriodEndpoint = endpoint({
  id: 'getLedgerPeriod',
  method: 'GET',
  path: '/api/ledger/periods/:id',
  may: 'ledger.read',
  summary: '一期调度：各单位报送情况与逐级上报',
  params: idParams,
  reply: period.extend({
    units: z.array(
      z.object({
        unit: body,
        all: z.int(),
        owing: z.int(),
        draft: z.int(),
        signed: z.int(),
        accepted: z.int(),
        returned: z.int(),
        waived: z.int(),
        late: z.int(),
        /** How far its missing reports went up. */
        level: level.nullable(),
      }),
    ),
    escalations: z.array(z.object({ unit: body, level, onDay: day, post: z.string().nullable(), missing: z.int() })),
  }),
})

export const listDutiesEndpoint = endpoint({
  id: 'listLedgerReports',
  method: 'GET',
  path: '/api/ledger/reports',
  may: 'ledger.read',
  summary: '报告清单：本单位待报、待签、待汇总，或督查室待审',
  query: z.object({
    period: id.optional(),
    unit: id.optional(),
    /** mine: of the own unit; sign: drafts of others that wait for the actor's signature as head; below: what comes up to the own unit as lead; office: what the office has to answer; all: every one that the actor sees. */
    as: z.enum(['mine', 'sign', 'below', 'office', 'all']).default('mine'),
    states: z
      .union([reportState, z.array(reportState)])
      .optional()
      .transform((value) => (value === undefined ? undefined : [value].flat())),
    text: text.max(100).optional(),
    page: z.coerce.number().int().min(1).max(10_000).default(1),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(duty), total: z.int() }),
})

export const exportPeriodEndpoint = endpoint({
  id: 'exportLedgerPeriod',
  method: 'GET',
  path: '/api/ledger/periods/:id/reports.xlsx',
  may: 'ledger.read',
  summary: '导出一期调度的报告，可以只要一个单位的',
  params: idParams,
  query: z.object({ unit: id.optional() }),
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

const file = z.object({ id, name: z.string(), kind: z.string(), bytes: z.int() })
const figure = z.object({ ordinal: z.int().min(0), value: z.number('请填写数字') })

const reportText = z.object({
  progress: z.string(),
  percent: z.int().nullable(),
  figures: z.array(figure),
  problems: z.string(),
  helpWanted: z.string(),
})

export const reportDetail = duty.extend({
  ...reportText.shape,
  closedOn: day.nullable(),
  targets: z.array(target.omit({ index: true }).extend({ ordinal: z.int() })),
  files: z.array(file),
  signedName: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: day.nullable(),
  /** What the unit reported on the task in the period before. */
  before: reportText.extend({ month: day, state: reportState }).nullable(),
  /** Reports that come up to this one; `merged` are taken into it. */
  below: z.array(
    reportText.extend({ id, unit: body, state: reportState, merged: z.boolean(), free: z.boolean(), files: z.int() }),
  ),
  history: z.array(
    z.object({ at: z.string(), step: z.string(), label: z.string(), who: z.string(), words: z.string().nullable() }),
  ),
  may: z.array(z.enum(['write', 'sign', 'recall', 'accept', 'return'])),
})

export const getReportEndpoint = endpoint({
  id: 'getLedgerReport',
  method: 'GET',
  path: '/api/ledger/reports/:id',
  may: 'ledger.read',
  summary: '一份报告',
  params: idParams,
  reply: reportDetail,
})

const saved = z.object({ version })

export const saveReportEndpoint = endpoint({
  id: 'saveLedgerReport',
  method: 'PUT',
  path: '/api/ledger/reports/:id',
  may: 'ledger.report',
  summary: '保存报告草稿',
  params: idParams,
  body: z.object({
    version,
    progress: long,
    percent: z.int('请填写整数').min(0, '不小于 0').max(100, '不大于 100').nullable(),
    figures: z.array(figure).max(50),
    problems: long,
    helpWanted: long,
    merges: z.array(id).max(200),
  }),
  reply: saved,
})

export const askSignatureEndpoint = endpoint({
  id: 'askLedgerSignature',
  method: 'POST',
  path: '/api/ledger/reports/:id/ask',
  may: 'ledger.report',
  summary: '提请本单位负责人签发报告',
  params: idParams,
  body: z.object({ version }),
  /** How many heads were told; none where the only head wrote it. */
  reply: z.object({ told: z.int() }),
})

export const signReportEndpoint = endpoint({
  id: 'signLedgerReport',
  method: 'POST',
  path: '/api/ledger/reports/:id/sign',
  may: 'ledger.report',
  summary: '由单位负责人签发报告（起草人不能自签）',
  params: idParams,
  body: z.object({ version }),
  reply: saved,
})

export const recallReportEndpoint = endpoint({
  id: 'recallLedgerReport',
  method: 'POST',
  path: '/api/ledger/reports/:id/recall',
  may: 'ledger.report',
  summary: '在答复之前撤回签发',
  params: idParams,
  body: z.object({ version }),
  reply: saved,
})

export const answerReportEndpoint = endpoint({
  id: 'answerLedgerReport',
  method: 'POST',
  path: '/api/ledger/reports/:id/answer',
  may: 'ledger.act',
  summary: '采纳或退回报告；牵头单位可以退回报到本单位的',
  params: idParams,
  body: z.object({ version, answer: z.enum(['accept', 'return']), words: long }),
  reply: saved,
})

export const acceptReportsEndpoint = endpoint({
  id: 'acceptLedgerReports',
  method: 'POST',
  path: '/api/ledger/acceptances',
  may: 'ledger.steer',
  summary: '一并采纳多份报告',
  body: z.object({ reports: z.array(z.object({ id, version })).min(1).max(500) }),
  reply: z.object({ accepted: z.int(), left: z.int() }),
})

export const MAX_EVIDENCE_BYTES = 20 * 1024 * 1024

export const addEvidenceEndpoint = endpoint({
  id: 'addLedgerEvidence',
  method: 'POST',
  path: '/api/ledger/reports/:id/files',
  may: 'ledger.report',
  summary: '附一份证明材料（图片、pdf、docx、xlsx）',
  params: idParams,
  file: { maxBytes: MAX_EVIDENCE_BYTES },
  status: 201,
  reply: file,
})

export const removeEvidenceEndpoint = endpoint({
  id: 'removeLedgerEvidence',
  method: 'DELETE',
  path: '/api/ledger/reports/:id/files/:file',
  may: 'ledger.report',
  summary: '取下一份证明材料',
  params: z.object({ id, file: id }),
  reply: z.object({}),
})

export const readEvidenceEndpoint = endpoint({
  id: 'readLedgerEvidence',
  method: 'GET',
  path: '/api/ledger/reports/:id/files/:file',
  may: 'ledger.read',
  summary: '下载一份证明材料',
  params: z.object({ id, file: id }),
  reply: z.unknown(),
  download: 'application/octet-stream',
})

export const reportsOfTaskEndpoint = endpoint({
  id: 'listLedgerReportsOfTask',
  method: 'GET',
  path: '/api/ledger/tasks/:id/reports',
  may: 'ledger.read',
  summary: '一项任务各期的报告',
  params: idParams,
  reply: z.object({
    items: z.array(
      reportText.extend({
        id,
        month: day,
        unit: body,
        role: z.enum(['lead', 'support']),
        state: reportState,
        signedOn: day.nullable(),
      }),
    ),
  }),
})
