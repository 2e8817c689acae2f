import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, day, id, idParams, version } from '../api/shapes.ts'
import { period } from '../dispatch/api.ts'
import { statedFacts } from './facts.ts'

export { countedFacts, rankedFact, statedFacts, statedNumbers } from './facts.ts'
export { factWords, valueWord } from './words.ts'

const text = z.string().trim()
const key = text.min(1).max(60)
const points = text.regex(/^-?\d{1,6}(?:\.\d{1,6})?$/, '请填写数字，例如 -2 或 3.5')

export const ruleLine = z.object({
  key,
  title: text.min(1, '请写明名称').max(100),
  kind: z.enum(['points', 'talk']),
  text: text.min(1, '请写明算法').max(1000),
  /** The clause; null where the office alone decided that it counts. */
  basis: text.max(200).nullable(),
  /** The clause gives no number of points. */
  officePoints: z.boolean(),
})

const json: z.ZodType<unknown> = z.unknown()
const reasons = z.object({
  facts: z.record(z.string(), json),
  basis: z.string().nullable(),
  missing: z.array(z.string()),
})

export const objection = z.object({
  id,
  periodId: id,
  bodyId: id,
  unit: z.string(),
  key: z.string(),
  text: z.string(),
  raisedName: z.string(),
  raisedOn: day,
  due: day,
  state: z.enum(['open', 'upheld', 'rejected']),
  answer: z.string().nullable(),
  decidedName: z.string().nullable(),
  decidedOn: day.nullable(),
  /** The 30 days in which it is decided, day by day. */
  clock: z.object({
    lastDay: day,
    used: z.int(),
    left: z.int(),
    light: z.enum(['green', 'yellow', 'red', 'paused', 'stopped']),
    provisional: z.boolean(),
    days: z.array(
      z.object({
        date: day,
        kind: z.enum(['counted', 'not-counted', 'left', 'over']),
        number: z.int().nullable(),
        why: z.string().nullable(),
      }),
    ),
  }),
  /** The actor may decide it now. */
  mayDecide: z.boolean(),
  /** The actor is of the office, but issued these scores, so that another decides. */
  ownIssue: z.boolean(),
  version,
})

export const listScoreRulesEndpoint = endpoint({
  id: 'listLedgerScoreRules',
  method: 'GET',
  path: '/api/ledger/score-rules',
  may: 'ledger.read',
  summary: '考评规则的各版',
  reply: z.object({
    versions: z.array(
      z.object({
        id,
        number: z.int(),
        lines: z.array(ruleLine),
        reason: z.string(),
        decidedName: z.string(),
        decidedOn: day,
      }),
    ),
  }),
})

export const saveScoreRulesEndpoint = endpoint({
  id: 'saveLedgerScoreRules',
  method: 'POST',
  path: '/api/ledger/score-rules',
  may: 'ledger.score',
  summary: '立一版新的考评规则；旧版保留，已公布的分数不变',
  status: 201,
  body: z.object({
    from: z.int().min(0),
    lines: z.array(ruleLine).min(1, '至少一行').max(60),
    reason: text.min(1, '请写明由谁决定、为什么').max(500),
  }),
  reply: z.object({ number: z.int() }),
})

export const tryScoreLineEndpoint = endpoint({
  id: 'tryLedgerScoreLine',
  method: 'POST',
  path: '/api/ledger/score-rules/trial',
  may: 'ledger.score',
  summary: '用一期截止时的数据试算一行规则，不保存',
  body: z.object({ periodId: id, line: ruleLine }),
  reply: z.object({
    rows: z.array(z.object({ unit: body, points: z.string().nullable(), talk: z.boolean(), reasons })),
  }),
})

export const getScoresEndpoint = endpoint({
  id: 'getLedgerScores',
  method: 'GET',
  path: '/api/ledger/periods/:id/scores',
  may: 'ledger.read',
  summary: '一期考评：各单位逐行得分与理由；公布前只有督查室能预览',
  params: idParams,
  reply: z.object({
    period,
    issue: z.object({ on: day, by: z.string(), objectionsUntil: day }).nullable(),
    /** Those who decided the version also decided the points that no clause gives. */
    rules: z.object({ number: z.int(), lines: z.array(ruleLine), decidedName: z.string(), decidedOn: day }).nullable(),
    facts: z.array(
      z.object({
        id: z.string(),
        bodyId: id,
        name: z.string(),
        value: json,
        source: z.string(),
        byName: z.string(),
        at: z.string(),
      }),
    ),
    units: z.array(
      z.object({
        unit: body,
        total: z.string(),
        /** A talk (约谈) is called for. */
        talk: z.boolean(),
        /** Lines that wait for a person (待定); they are in no total. */
        pending: z.int(),
        lines: z.array(
          z.object({
            key: z.string(),
            points: z.string().nullable(),
            talk: z.boolean(),
            reasons,
            corrected: z.boolean(),
            words: z.string().nullable(),
            /** The actor may object to it today. */
            mayObject: z.boolean(),
            /** It is pending in issued scores, and the actor may settle it. */
            maySettle: z.boolean(),
          }),
        ),
      }),
    ),
    objections: z.array(objection),
  }),
})

export const exportScoresEndpoint = endpoint({
  id: 'exportLedgerScores',
  method: 'GET',
  path: '/api/ledger/periods/:id/scores.xlsx',
  may: 'ledger.read',
  summary: '导出一期考评，一行一项',
  params: idParams,
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const exportObjectionsEndpoint = endpoint({
  id: 'exportLedgerObjections',
  method: 'GET',
  path: '/api/ledger/periods/:id/objections.xlsx',
  may: 'ledger.read',
  summary: '导出一期考评的异议与处理',
  params: idParams,
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const stateScoreFactEndpoint = endpoint({
  id: 'stateLedgerScoreFact',
  method: 'POST',
  path: '/api/ledger/periods/:id/score-facts',
  may: 'ledger.score',
  summary: '登记台账算不出的事实（省评名次、示范引领等），写明出处',
  params: idParams,
  body: z.object({
    bodyId: id,
    name: z.enum(statedFacts),
    value: z.union([z.number().min(-1e6).max(1e6), z.boolean()]).nullable(),
    source: text.min(1, '请写明出处，例如 某号通报').max(300),
  }),
  reply: z.object({}),
})

export const issueScoresEndpoint = endpoint({
  id: 'issueLedgerScores',
  method: 'POST',
  path: '/api/ledger/periods/:id/scores',
  may: 'ledger.score',
  summary: '公布一期考评；只公布一次',
  params: idParams,
  reply: z.object({ units: z.int() }),
})

export const objectToScoreEndpoint = endpoint({
  id: 'objectToLedgerScore',
  method: 'POST',
  path: '/api/ledger/periods/:id/objections',
  may: 'ledger.report',
  summary: '对本单位的一行得分提出异议（公布后30日内）',
  status: 201,
  params: idParams,
  /** `objectionId` is made by the screen; the same one sent again is the same objection. */
  body: z.object({ objectionId: id, bodyId: id, key, text: text.min(1, '请写明理由').max(2000) }),
  reply: z.object({ due: day }),
})

export const decideObjectionEndpoint = endpoint({
  id: 'decideLedgerObjection',
  method: 'POST',
  path: '/api/ledger/objections/:id/decision',
  may: 'ledger.score',
  summary: '处理异议：更正或维持；公布考评的人不能处理',
  params: idParams,
  /** Upheld: the line gets these points; a talk that was called for is lifted and has none. */
  body: z.object({
    version,
    upheld: z.boolean(),
    points: points.nullable(),
    answer: text.min(1, '请写明理由').max(2000),
  }),
  reply: z.object({ version }),
})

export const traceScoreEndpoint = endpoint({
  id: 'traceLedgerScore',
  method: 'GET',
  path: '/api/ledger/periods/:id/scores/:unit/:key',
  may: 'ledger.read',
  summary: '一行得分的来历：公布时与每次更正',
  params: z.object({ id, unit: id, key }),
  reply: z.object({
    rows: z.array(
      z.object({
        points: z.string().nullable(),
        talk: z.boolean(),
        pending: z.boolean(),
        words: z.string().nullable(),
        who: z.string(),
        at: z.string(),
        corrected: z.boolean(),
        settled: z.boolean(),
      }),
    ),
  }),
})

export const settleScoreEndpoint = endpoint({
  id: 'settleLedgerScore',
  method: 'POST',
  path: '/api/ledger/periods/:id/scores/:unit/:key/settlement',
  may: 'ledger.score',
  summary: '给公布时待定的一行定分，写明根据；只定一次',
  params: z.object({ id, unit: id, key }),
  body: z.object({
    points: points.nullable(),
    talk: z.boolean(),
    words: text.min(1, '请写明根据').max(500),
  }),
  reply: z.object({}),
})

const place = z.int('请填写整数').min(1, '请填写 1 至 99 的整数').max(99, '请填写 1 至 99 的整数')

export const listRanksEndpoint = endpoint({
  id: 'listLedgerRanks',
  method: 'GET',
  path: '/api/ledger/periods/:id/ranks',
  may: 'ledger.score',
  summary: '一期各指标的省评名次：由第几名到第几名、目标和是否达到',
  params: idParams,
  reply: z.object({
    period,
    /** The scores of the period are not issued, so that ranks may be stated. */
    open: z.boolean(),
    items: z.array(
      z.object({
        key: z.string(),
        name: z.string(),
        /** `reach` is asked of those ranked up to `within` before, `otherwise` of the others. */
        goal: z.object({ within: z.int(), reach: z.int(), otherwise: z.int(), basis: z.string() }).nullable(),
        stated: z
          .object({
            id: z.int(),
            before: z.int(),
            rank: z.int(),
            wanted: z.int().nullable(),
            reached: z.boolean().nullable(),
            source: z.string(),
            byName: z.string(),
            at: z.string(),
          })
          .nullable(),
      }),
    ),
  }),
})

export const stateRankEndpoint = endpoint({
  id: 'stateLedgerRank',
  method: 'POST',
  path: '/api/ledger/periods/:id/ranks',
  may: 'ledger.score',
  summary: '登记一个指标的省评名次，写明出处；考评公布后不再改动',
  params: idParams,
  body: z.object({
    key: text.min(1).max(100),
    before: place,
    rank: place,
    source: text.min(1, '请写明出处，例如 某号通报').max(300),
    /** The row that was seen; null where there was none. */
    seen: z.int().nullable(),
  }),
  reply: z.object({ entered: z.int() }),
})

export const rankTemplateEndpoint = endpoint({
  id: 'ledgerRanksTemplate',
  method: 'GET',
  path: '/api/ledger/periods/:id/ranks.xlsx',
  may: 'ledger.score',
  summary: '下载省评名次登记表',
  params: idParams,
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const uploadRanksEndpoint = endpoint({
  id: 'uploadLedgerRanks',
  method: 'POST',
  path: '/api/ledger/periods/:id/rank-sheets',
  may: 'ledger.score',
  summary: '上传填好的登记表，全部登记或一行也不登记',
  params: idParams,
  file: { maxBytes: 1024 * 1024 },
  status: 201,
  reply: z.object({ entered: z.int() }),
})
