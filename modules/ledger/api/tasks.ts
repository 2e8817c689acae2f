import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import {
  body,
  cite,
  dateInput,
  dateKind,
  day,
  figures,
  id,
  idParams,
  light,
  partyInput,
  source,
  target,
  targetInput,
  taskState,
  title,
  version,
  words,
} from './shapes.ts'

export const taskFilter = z.object({
  document: id.optional(),
  issue: id.optional(),
  body: id.optional(),
  /** What the body is to the task. */
  as: z.enum(['lead', 'support', 'any']).default('any'),
  state: z.union([taskState, z.enum(['open', 'all'])]).default('all'),
  light: light.optional(),
  indicator: z.string().max(60).optional(),
  /** Path joined with `/`: 附件/一 */
  chapter: z.string().max(200).optional(),
  dueFrom: day.optional(),
  dueTo: day.optional(),
  text: z.string().trim().max(100).optional(),
  sort: z.enum(['due', 'text', 'changed']).default('due'),
})

/** By what a list of tasks is put in groups. */
export const grouping = z.enum(['document', 'chapter', 'unit', 'county', 'indicator', 'month'])

export const taskItem = z.object({
  id,
  title: z.string(),
  cite,
  state: taskState,
  light,
  /** The day on which its own term begins, else on which its document was signed. */
  startsOn: day.nullable(),
  /** The earliest date not yet reached; decides the light. */
  nextDue: day.nullable(),
  /** Days from today to `nextDue`; negative when overdue. */
  daysLeft: z.int().nullable(),
  due: day.nullable(),
  /** As printed: 每月10日前, 年底前. */
  duePhrase: z.string().nullable(),
  /** First lead first: it reports for all. */
  leads: z.array(z.string()),
  supports: z.int(),
  parts: z.int(),
  parent: id.nullable(),
  extended: z.boolean(),
  extensionAsked: z.boolean(),
  version,
})

export const listTasksEndpoint = endpoint({
  id: 'listLedgerTasks',
  method: 'GET',
  path: '/api/ledger/tasks',
  may: 'ledger.read',
  keep: 'per-unit',
  summary: '任务清单：部门只见本单位牵头或责任的',
  query: taskFilter.extend({
    /** With `key`: only the tasks of this group; an empty key is the group of those that belong to none. */
    by: grouping.optional(),
    key: z.string().max(300).optional(),
    after: z.string().max(300).optional(),
    limit: z.coerce.number().int().min(1).max(200).default(50),
  }),
  reply: z.object({ items: z.array(taskItem), next: z.string().nullable(), figures }),
})

export const step = z.enum([
  'start',
  'report',
  'return',
  'verify',
  'close',
  'suspend',
  'resume',
  'ask-extension',
  'grant-extension',
  'refuse-extension',
  'cancel',
  'approve-part',
  'refuse-part',
])

export const milestone = z.object({
  id,
  phrase: z.string(),
  kind: dateKind,
  due: day.nullable(),
  start: day.nullable(),
  rule: z.string().nullable(),
  /** General date of the document; shown, but it does not decide the task's light. */
  inherited: z.boolean(),
  name: z.string().nullable(),
  reachedOn: day.nullable(),
  light,
  daysLeft: z.int().nullable(),
})

export const taskDetail = taskItem.extend({
  source,
  measureId: id,
  measureTitle: z.string(),
  /** The clause's text and this task's part of it, when held. */
  clause: z.object({ text: z.string(), start: z.int(), end: z.int() }).nullable(),
  parties: z.array(
    z.object({
      role: z.enum(['lead', 'support']),
      name: z.string(),
      body: body.nullable(),
      /** Printed name of the group it was expanded from. */
      group: z.string().nullable(),
    }),
  ),
  supervisor: z.string().nullable(),
  milestones: z.array(milestone),
  targets: z.array(target.omit({ index: true })),
  originalDue: day.nullable(),
  extension: z.object({ due: day, reason: z.string(), by: z.string(), on: day }).nullable(),
  lateReason: z.string().nullable(),
  /** The date of the task above, where this part ends after it and nobody agreed. */
  laterThan: day.nullable(),
  /** Parts of this task that end after it without consent. */
  lateParts: z.array(z.object({ id, title: z.string(), due: day })),
  parentTitle: z.string().nullable(),
  children: z.array(taskItem),
  siblings: z.array(z.object({ id, title: z.string(), light, state: taskState, nextDue: day.nullable() })),
  history: z.array(
    z.object({
      at: z.string(),
      step: z.string(),
      /** In Chinese: 确认并分办, 报告完成. */
      label: z.string(),
      who: z.string(),
      body: z.string().nullable(),
      words: z.string().nullable(),
    }),
  ),
  /** Steps that the signed-in person may take now. */
  may: z.array(step),
  mayEdit: z.boolean(),
  mayBreakDown: z.boolean(),
})

export const getTaskEndpoint = endpoint({
  id: 'getLedgerTask',
  method: 'GET',
  path: '/api/ledger/tasks/:id',
  may: 'ledger.read',
  summary: '一项任务：出处、责任、时限、目标、经过',
  params: idParams,
  reply: taskDetail,
})

export const takeStepEndpoint = endpoint({
  id: 'stepLedgerTask',
  method: 'POST',
  path: '/api/ledger/tasks/:id/steps',
  may: 'ledger.step',
  summary: '办理一步：启动、报告完成、核验、退回、办结、中止、延期、取消',
  params: idParams,
  body: z.object({
    version,
    step,
    /** What was done (report), or why (return, suspend, extension, cancel): needed for those. */
    words: z.string().trim().max(4000).default(''),
    /** For ask-extension: the new day or phrase. */
    due: z.string().trim().max(60).nullish(),
  }),
  reply: z.object({ version, state: taskState }),
})

export const reachMilestoneEndpoint = endpoint({
  id: 'reachLedgerMilestone',
  method: 'POST',
  path: '/api/ledger/tasks/:id/milestones/:milestone/reached',
  may: 'ledger.act',
  summary: '登记一个节点已经达到',
  params: idParams.extend({ milestone: id }),
  body: z.object({ version, words }),
  reply: z.object({ version }),
})

const taskEdit = z.object({
  title,
  leads: z.array(partyInput).min(1, '至少一个牵头单位').max(100),
  supports: z.array(partyInput).max(200),
  dates: z.array(dateInput).max(50),
  targets: z.array(targetInput).max(50),
})

export const editTaskEndpoint = endpoint({
  id: 'editLedgerTask',
  method: 'PUT',
  path: '/api/ledger/tasks/:id',
  may: 'ledger.confirm',
  summary: '更正已成立的任务，须写明原因',
  params: idParams,
  body: taskEdit.extend({ version, reason: words }),
  reply: z.object({ version }),
})

/** Sub-task, for a support or county. `id` is made by the screen, so that a repeated call makes one. */
export const breakDownTaskEndpoint = endpoint({
  id: 'breakDownLedgerTask',
  method: 'POST',
  path: '/api/ledger/tasks/:id/parts',
  may: 'ledger.break-down',
  summary: '分解任务；晚于或低于上级任务的须写明原因，由督办部门批准后交办',
  params: idParams,
  status: 201,
  body: z.object({
    /** Of the task that is broken down. */
    version,
    parts: z
      .array(taskEdit.extend({ id, lateReason: z.string().trim().max(500).nullish() }))
      .min(1)
      .max(100),
  }),
  /** `waiting`: how many of them wait for approval. */
  reply: z.object({ taskIds: z.array(id), waiting: z.int() }),
})

export const mergeTasksEndpoint = endpoint({
  id: 'mergeLedgerTasks',
  method: 'POST',
  path: '/api/ledger/tasks/:id/merge',
  may: 'ledger.confirm',
  summary: '把同一措施的其他任务并入本任务',
  params: idParams,
  body: z.object({ version, others: z.array(z.object({ id, version })).min(1).max(50), reason: words }),
  reply: z.object({ version }),
})

export const splitTaskEndpoint = endpoint({
  id: 'splitLedgerTask',
  method: 'POST',
  path: '/api/ledger/tasks/:id/split',
  may: 'ledger.confirm',
  summary: '把一项任务拆为几项，原任务留痕',
  params: idParams,
  status: 201,
  body: z.object({ version, reason: words, into: z.array(taskEdit.extend({ id })).min(2, '至少拆为两项').max(20) }),
  reply: z.object({ taskIds: z.array(id) }),
})

/** By hand from a 批示, 会议纪要 or 上级通知 whose text is not held. Becomes a draft; confirm it like any other. */
export const addByHandEndpoint = endpoint({
  id: 'addLedgerMeasureByHand',
  method: 'POST',
  path: '/api/ledger/hand',
  may: 'ledger.draft',
  summary: '手工立项：批示、会议纪要、上级通知',
  status: 201,
  body: z.object({
    /** Made by the screen; the measure's id, so that a repeated call makes one. */
    id,
    basis: z.union([
      z.object({ documentId: id }),
      z.object({
        kind: z.enum(['批示', '会议纪要', '上级通知', '其他']),
        title: z.string().trim().min(1).max(300),
        number: z.string().trim().max(60).nullish(),
        issuer: z.string().trim().max(100).nullish(),
        signedOn: z.string().trim().max(40).nullish(),
      }),
    ]),
    /** Clause as it would be cited: 第三条, 三（一）. */
    clause: z.string().trim().max(60).nullish(),
    title,
    tasks: z
      .array(taskEdit.extend({ id, leads: z.array(partyInput).max(100) }))
      .min(1, '至少一项任务')
      .max(50),
  }),
  reply: z.object({ measureId: id, documentId: id, version }),
})

export const workbenchEndpoint = endpoint({
  id: 'ledgerWorkbench',
  method: 'GET',
  path: '/api/ledger/workbench',
  may: 'ledger.read',
  keep: 'per-unit',
  summary: '工作台：本单位牵头的、逾期、临期、进度数字',
  reply: z.object({
    /** Own body's for departments; the whole city's for the supervision office. */
    scope: z.enum(['bodies', 'city']),
    figures,
    /** How many of them the own body leads; null for the supervision office. */
    leading: z.int().nullable(),
    /** Parts that end after their task without consent. */
    latePartCount: z.int(),
    /** Of a department only those that it supports: what it leads is all in `waiting`. */
    overdue: z.array(taskItem),
    overdueCount: z.int(),
    near: z.array(taskItem),
    nearCount: z.int(),
    /** Of a department all that it leads and has not done, returned first, then by day; empty for others. */
    waiting: z.array(taskItem),
    waitingCount: z.int(),
  }),
})
