import { plainDate } from '@guangyue/kernel/calendar'
import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, cite, day, id, idParams, version } from '../api/shapes.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const text = z.string().trim()
const dayInput = z.iso.date('请填写日期，例如 2021-09-30').transform((value) => plainDate(value))
const value = z.number('请填写数字').min(-1e15).max(1e15)
const op = z.enum(['>=', '<=', '>', '<', '=', 'about'])
const direction = z.enum(['up', 'down', 'hold'])
const computed = z.enum(['tasks-closed', 'tasks-overdue', 'reports-on-time'])
const outlook = z.enum(['reached', 'late', 'on-course', 'doubtful', 'off-course', 'missed', 'unknown'])

const point = z.object({ day, value: z.number() })
const target = z.object({
  day,
  op,
  value: z.number(),
  phrase: z.string(),
  outlook,
  /** What the series would be on that day if it went on as it did; four times out of five between low and high. */
  forecast: z.object({ value: z.number(), low: z.number(), high: z.number() }).nullable(),
})

export const metric = z.object({
  id,
  name: z.string(),
  unit: z.string(),
  direction,
  /** Who reports it; null for the office. */
  unitBody: body.nullable(),
  cite: cite.nullable(),
  taskId: id.nullable(),
  indicator: z.object({ key: z.string(), name: z.string() }).nullable(),
  baseline: z.object({ value: z.number(), day: day.nullable() }).nullable(),
  computed: computed.nullable(),
  targets: z.array(target),
  /** Where no target has a day: what the clause sets all the same. */
  undated: z.array(z.object({ op, value: z.number(), phrase: z.string() })),
  /** Dates that the clause sets without a figure. */
  otherDays: z.array(z.object({ day, phrase: z.string() })),
  newest: point.nullable(),
  /** Values so far. */
  values: z.int(),
  version,
})

export const metricFilter = z.object({
  document: id.optional(),
  indicator: z.string().max(100).optional(),
  task: id.optional(),
  /** Who reports it. */
  unit: id.optional(),
  text: text.max(100).optional(),
  /** At least one target stands so. */
  outlook: outlook.optional(),
})

export const listMetricsEndpoint = endpoint({
  id: 'listLedgerMetrics',
  method: 'GET',
  path: '/api/ledger/metrics',
  may: 'ledger.read',
  summary: '量化指标：目标、最新值与走势判断',
  query: metricFilter,
  reply: z.object({ items: z.array(metric) }),
})

export const getMetricEndpoint = endpoint({
  id: 'getLedgerMetric',
  method: 'GET',
  path: '/api/ledger/metrics/:id',
  may: 'ledger.read',
  summary: '一个量化指标：全部数值、目标与预测',
  params: idParams,
  reply: metric.extend({
    series: z.array(point),
    /** Every value ever entered, newest first; a correction stands beside what it corrects. */
    entries: z.array(
      point.extend({ source: z.enum(['hand', 'xlsx', 'api', 'report', 'computed']), who: z.string(), at: z.string() }),
    ),
    mayEnter: z.boolean(),
    mayEdit: z.boolean(),
  }),
})

export const saveMetricEndpoint = endpoint({
  id: 'saveLedgerMetric',
  method: 'PUT',
  path: '/api/ledger/metrics/:id',
  may: 'ledger.confirm',
  summary: '登记或修改一个量化指标（基数、目标、由谁填报）',
  params: idParams,
  body: z.object({
    /** Null for a new one. */
    version: version.nullable(),
    name: text.min(1, '请写明指标名称').max(100),
    unit: text.max(20),
    direction,
    bodyId: id.nullable(),
    indicatorKey: z.string().max(100).nullable(),
    baseline: value.nullable(),
    baselineOn: dayInput.nullable(),
    computed: computed.nullable(),
    targets: z.array(z.object({ day: dayInput, op, value, phrase: text.max(200) })).max(30),
  }),
  reply: z.object({ id }),
})

export const enterPointsEndpoint = endpoint({
  id: 'enterLedgerMetricValues',
  method: 'POST',
  path: '/api/ledger/metric-values',
  may: 'ledger.act',
  summary: '填报指标数值；同一天再填是更正，原值仍留痕；带 ref 的同一笔只记一次',
  body: z.object({
    values: z
      .array(z.object({ metricId: id, day: dayInput, value, ref: id.nullish() }))
      .min(1)
      .max(2000),
  }),
  reply: z.object({ entered: z.int(), known: z.int() }),
})

export const metricTemplateEndpoint = endpoint({
  id: 'metricValuesTemplate',
  method: 'GET',
  path: '/api/ledger/metric-values.xlsx',
  may: 'ledger.act',
  summary: '下载填报表：本人可以填报的指标，填日期和数值',
  reply: z.unknown(),
  download: XLSX,
})

export const MAX_VALUES_BYTES = 5 * 1024 * 1024

const sheetRow = z.object({
  /** As spreadsheets number rows. */
  line: z.int(),
  metricId: id,
  name: z.string(),
  unit: z.string(),
  day,
  value: z.number(),
  /** What stands for that day now; null for a new day. */
  now: z.number().nullable(),
})

export const uploadMetricSheetEndpoint = endpoint({
  id: 'uploadMetricValues',
  method: 'POST',
  path: '/api/ledger/metric-sheets',
  may: 'ledger.act',
  summary: '上传填好的填报表，先列出要录入的数值和有误的格',
  file: { maxBytes: MAX_VALUES_BYTES },
  status: 201,
  reply: z.object({
    id,
    fileName: z.string(),
    rows: z.array(sheetRow),
    /** Rows that say what stands already. */
    known: z.int(),
    faults: z.array(z.object({ place: z.string(), message: z.string() })),
  }),
})

export const applyMetricSheetEndpoint = endpoint({
  id: 'applyMetricValues',
  method: 'POST',
  path: '/api/ledger/metric-sheets/:id/apply',
  may: 'ledger.act',
  summary: '录入填报表；同一个文件只录入一次',
  params: idParams,
  body: z.object({}),
  reply: z.object({ entered: z.int(), known: z.int() }),
})

export const exportMetricsEndpoint = endpoint({
  id: 'exportLedgerMetrics',
  method: 'GET',
  path: '/api/ledger/metrics.xlsx',
  may: 'ledger.read',
  summary: '导出量化指标，按所选条件',
  query: metricFilter,
  reply: z.unknown(),
  download: XLSX,
})
