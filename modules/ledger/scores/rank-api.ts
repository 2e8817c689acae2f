import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { idParams } from '../api/shapes.ts'
import { period } from '../dispatch/api.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
const text = z.string().trim()
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
  download: XLSX,
})

export const MAX_RANKS_BYTES = 1024 * 1024

export const uploadRanksEndpoint = endpoint({
  id: 'uploadLedgerRanks',
  method: 'POST',
  path: '/api/ledger/periods/:id/rank-sheets',
  may: 'ledger.score',
  summary: '上传填好的登记表，全部登记或一行也不登记',
  params: idParams,
  file: { maxBytes: MAX_RANKS_BYTES },
  status: 201,
  reply: z.object({ entered: z.int() }),
})
