import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { taskGroup } from '../api/board.ts'
import { body, cite, day, figures, id, light } from '../api/shapes.ts'
import { taskItem } from '../api/tasks.ts'
import { metric } from '../metrics/api.ts'

/** A task past its day, with what its people say about it. */
export const lateTask = taskItem.extend({
  why: z.object({
    /** The newest signed report. */
    report: z.object({ words: z.string(), percent: z.int().nullable(), unit: z.string(), on: day }).nullable(),
    /** Asked for and not yet answered. */
    extension: z.object({ due: day, reason: z.string(), on: day }).nullable(),
    /** The day before the first extension. */
    extendedFrom: day.nullable(),
    /** Why it was returned last, while it is. */
    returned: z.string().nullable(),
    /** The newest open problem, and how many are open. */
    problem: z.object({ id, text: z.string(), open: z.int() }).nullable(),
  }),
})

/** Reports of open periods that a unit owes. */
const missing = z.object({ unit: body, reports: z.int(), due: day, late: z.boolean() })

const commanded = z.object({
  key: z.string(),
  name: z.string(),
  /** The post that commands; null while nobody does. */
  post: z.string().nullable(),
  holders: z.array(z.string()),
  figures,
  missing: z.int(),
  problems: z.int(),
  metrics: z.int(),
  /** Metrics of which a target was missed or is expected to be. */
  metricsOff: z.int(),
})

export const listIndicatorsEndpoint = endpoint({
  id: 'listLedgerIndicators',
  method: 'GET',
  path: '/api/ledger/indicators',
  may: 'ledger.oversee',
  keep: 'per-unit',
  summary: '各指标：总指挥、任务、逾期、缺报、问题与量化指标',
  reply: z.object({ items: z.array(commanded) }),
})

export const exportIndicatorsEndpoint = endpoint({
  id: 'exportLedgerIndicators',
  method: 'GET',
  path: '/api/ledger/indicators.xlsx',
  may: 'ledger.oversee',
  summary: '导出各指标的总指挥、任务、缺报、问题与量化指标',
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const getIndicatorEndpoint = endpoint({
  id: 'getLedgerIndicator',
  method: 'GET',
  path: '/api/ledger/indicators/:key',
  may: 'ledger.oversee',
  keep: 'per-unit',
  summary: '总指挥的一页：一个指标的任务、逾期及原因、缺报、量化指标与问题',
  params: z.object({ key: z.string().max(100) }),
  reply: commanded.extend({
    /** The rank in the province that is asked for: `reach` of those up to `within` before, `otherwise` of the others. */
    goal: z.object({ within: z.int(), reach: z.int(), otherwise: z.int(), basis: z.string() }).nullable(),
    /** Where it moved from and to, as stated last. */
    rank: z
      .object({
        before: z.int(),
        rank: z.int(),
        wanted: z.int().nullable(),
        source: z.string(),
        byName: z.string(),
        at: z.string(),
      })
      .nullable(),
    chapters: z.array(z.object({ key: z.string(), cite, heading: z.string().nullable() })),
    late: z.array(lateTask),
    missingBy: z.array(missing),
    metricList: z.array(metric),
    problemList: z.array(
      z.object({
        id,
        text: z.string(),
        unit: body,
        taskId: id.nullable(),
        title: z.string().nullable(),
        raisedOn: day,
        due: day.nullable(),
      }),
    ),
  }),
})

const unitFigures = z.object({
  unit: body,
  /** Tasks that it leads. */
  all: z.int(),
  late: z.int(),
  /** The longest overdue day. */
  since: day.nullable(),
  missing: z.int(),
})

export const overviewEndpoint = endpoint({
  id: 'ledgerOverview',
  method: 'GET',
  path: '/api/ledger/overview',
  may: 'ledger.oversee',
  keep: 'per-unit',
  summary: '全局：总数，按单位、指标、文件、县（市、区）、到期月份的任务与灯色，逾期事项及原因',
  reply: z.object({
    figures,
    missing: z.int(),
    problems: z.int(),
    /** Units with something late or missing, the most late first. */
    units: z.array(unitFigures),
    indicators: z.array(taskGroup),
    documents: z.array(taskGroup),
    counties: z.array(taskGroup),
    /** By the month in which they are due. */
    months: z.array(taskGroup),
    /** The longest overdue first, twenty at most. */
    late: z.array(lateTask),
  }),
})

export const exportOverviewEndpoint = endpoint({
  id: 'exportLedgerOverview',
  method: 'GET',
  path: '/api/ledger/overview.xlsx',
  may: 'ledger.oversee',
  summary: '导出逾期事项及原因，按所选指标或单位',
  query: z.object({ indicator: z.string().max(100).optional(), unit: id.optional() }),
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const ownChargeEndpoint = endpoint({
  id: 'ownLedgerCharge',
  method: 'GET',
  path: '/api/ledger/own-charge',
  may: 'ledger.oversee',
  keep: 'per-person',
  summary: '本人担任的职务：所任总指挥的指标与分管的单位',
  reply: z.object({
    posts: z.array(z.string()),
    indicators: z.array(commanded),
    units: z.array(unitFigures),
  }),
})

/** What the actor has to do, a line each; asked by the workbench, and by the side bar for its counts. */
export const todoEndpoint = endpoint({
  id: 'ledgerTodo',
  method: 'GET',
  path: '/api/ledger/todo',
  may: 'ledger.read',
  keep: 'per-person',
  summary: '等我办的：报告、核验、答复、整改、问题、文书、异议、草稿，先到期的在前',
  reply: z.object({
    total: z.int(),
    counts: z.array(z.object({ screen: z.string(), count: z.int() })),
    items: z.array(
      z.object({
        key: z.string(),
        action: z.string(),
        title: z.string(),
        about: z.string(),
        due: day.nullable(),
        light,
        daysLeft: z.int().nullable(),
        href: z.string(),
        screen: z.string(),
      }),
    ),
  }),
})

export const exportTodoEndpoint = endpoint({
  id: 'exportLedgerTodo',
  method: 'GET',
  path: '/api/ledger/todo.xlsx',
  may: 'ledger.read',
  summary: '导出等我办的',
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})
