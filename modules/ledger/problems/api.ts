import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, cite, day, figures, id, idParams, version } from '../api/shapes.ts'

export { problemLabels, problemSteps, sourceLabels } from './model.ts'

const text = z.string().trim()
const said = text.max(2000, '最多 2000 字')
const problemState = z.enum(['open', 'in-hand', 'reported', 'solved', 'dropped'])
const step = z.enum(['take', 'report-solved', 'send-back', 'solve', 'drop'])

const remedy = z.object({
  id,
  unit: body,
  text: z.string(),
  due: day.nullable(),
  doneOn: day.nullable(),
  doneWords: z.string().nullable(),
  late: z.boolean(),
  version,
})

export const problem = z.object({
  id,
  text: z.string(),
  helpWanted: z.string().nullable(),
  state: problemState,
  source: z.enum(['report', 'finding', 'hand']),
  /** The report or finding that raised it; null by hand. */
  sourceId: id.nullable(),
  taskId: id.nullable(),
  title: z.string().nullable(),
  cite: cite.nullable(),
  /** The unit that has to solve it. */
  unit: body,
  raisedBy: body.nullable(),
  raisedName: z.string(),
  raisedOn: day,
  due: day.nullable(),
  late: z.boolean(),
  solvedOn: day.nullable(),
  remedies: z.array(remedy),
  version,
})

export const problemDetail = problem.extend({
  may: z.array(step),
  maySetRemedy: z.boolean(),
  history: z.array(
    z.object({ at: z.string(), step: z.string(), label: z.string(), who: z.string(), words: z.string().nullable() }),
  ),
})

/** What every list may be narrowed to. `state` waiting: problems not solved, remedies not done. */
export const listFilter = z.object({
  unit: id.optional(),
  document: id.optional(),
  task: id.optional(),
  state: z.enum(['waiting', 'late', ...problemState.options, 'done', 'all']).default('all'),
})

export const responsibility = z.object({
  unit: body,
  /** Lights of the tasks that the unit leads. */
  leading: figures,
  /** Tasks that it supports. */
  supporting: z.int(),
  problems: z.int(),
  remediesLate: z.int(),
})

export const remedyItem = remedy.extend({
  problemId: id,
  problem: z.string(),
  problemState,
  /** The unit of the problem. */
  owner: body,
  cite: cite.nullable(),
})

export const listResponsibilitiesEndpoint = endpoint({
  id: 'listLedgerResponsibilities',
  method: 'GET',
  path: '/api/ledger/responsibilities',
  may: 'ledger.read',
  summary: '责任清单：各单位的任务灯色、未解决的问题与逾期的措施',
  query: listFilter.pick({ unit: true, document: true }),
  reply: z.object({ items: z.array(responsibility) }),
})

export const listProblemsEndpoint = endpoint({
  id: 'listLedgerProblems',
  method: 'GET',
  path: '/api/ledger/problems',
  may: 'ledger.read',
  summary: '问题清单：由报告、督查发现或手工提出的问题',
  query: listFilter,
  reply: z.object({ items: z.array(problem) }),
})

export const listRemediesEndpoint = endpoint({
  id: 'listLedgerRemedies',
  method: 'GET',
  path: '/api/ledger/remedies',
  may: 'ledger.read',
  summary: '措施清单：各问题的整改措施',
  query: listFilter,
  reply: z.object({ items: z.array(remedyItem) }),
})

export const exportListEndpoint = endpoint({
  id: 'exportLedgerList',
  method: 'GET',
  path: '/api/ledger/lists/:list',
  may: 'ledger.read',
  summary: '导出三清单之一',
  params: z.object({ list: z.enum(['responsibilities', 'problems', 'remedies']) }),
  query: listFilter,
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const getProblemEndpoint = endpoint({
  id: 'getLedgerProblem',
  method: 'GET',
  path: '/api/ledger/problems/:id',
  may: 'ledger.read',
  summary: '一个问题：条文、任务、措施与经过',
  params: idParams,
  reply: problemDetail,
})

export const addProblemEndpoint = endpoint({
  id: 'addLedgerProblem',
  method: 'POST',
  path: '/api/ledger/problems',
  may: 'ledger.act',
  summary: '手工登记一个问题',
  status: 201,
  body: z.object({
    /** Made by the screen; the same one sent again is the same problem. */
    id,
    taskId: id.nullable(),
    bodyId: id,
    text: said.min(1, '请写明问题，例如：三个乡镇的接口尚未开通'),
    helpWanted: said,
    due: day.nullable(),
  }),
  reply: z.object({ id }),
})

const changed = z.object({ version })

export const takeProblemStepEndpoint = endpoint({
  id: 'takeLedgerProblemStep',
  method: 'POST',
  path: '/api/ledger/problems/:id/steps',
  may: 'ledger.act',
  summary: '列入整改、报告已解决、确认解决、退回或不列入',
  params: idParams,
  body: z.object({ version, step, words: said }),
  reply: changed,
})

export const setRemedyEndpoint = endpoint({
  id: 'setLedgerRemedy',
  method: 'POST',
  path: '/api/ledger/problems/:id/remedies',
  may: 'ledger.act',
  summary: '定一条整改措施：由谁、做什么、到哪天',
  params: idParams,
  body: z.object({
    version,
    remedyId: id,
    bodyId: id,
    text: said.min(1, '请写明措施，例如：6月10日前完成三个乡镇的专线接入'),
    due: day.nullable(),
  }),
  reply: changed,
})

export const finishRemedyEndpoint = endpoint({
  id: 'finishLedgerRemedy',
  method: 'POST',
  path: '/api/ledger/problems/:id/remedies/:remedy/done',
  may: 'ledger.act',
  summary: '登记一条整改措施已完成',
  params: z.object({ id, remedy: id }),
  body: z.object({ version, words: said.min(1, '请写明做了什么') }),
  reply: changed,
})
