import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, day, id, idParams, version } from '../api/shapes.ts'

export { noticeLabels } from './content.ts'

const line = (most: number) => z.string().trim().max(most)
const names = z.array(line(60).min(1, '请写明名称')).max(60).readonly()
const cells = z.array(line(300)).min(1).max(8).readonly()

const bodyItem = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), text: line(4000) }).readonly(),
  z
    .object({
      kind: z.literal('heading'),
      level: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]),
      heading: line(100),
      text: line(4000),
    })
    .readonly(),
  z
    .object({
      kind: z.literal('table'),
      title: line(100).nullable(),
      table: z
        .object({
          head: cells,
          rows: z.array(cells).max(500).readonly(),
          widths: z.array(z.number().positive().max(100)).max(8).readonly().nullable(),
        })
        .readonly(),
    })
    .readonly(),
])

/** What a person edits; whether it can be set is told by the layout. */
export const noticeContent = z
  .object({
    title: line(120).min(1, '请写明标题'),
    addressees: names,
    body: z.array(bodyItem).max(200).readonly(),
    signature: line(60).min(1, '请写明署名'),
    copies: names,
  })
  .readonly()

const kind = z.enum(['order', 'prompt', 'bulletin'])
const state = z.enum(['draft', 'reviewed', 'issued'])
const series = line(10).min(1, '请写明代字，例如 某政督')

const row = z.object({
  id,
  kind,
  state,
  title: z.string(),
  number: z.string().nullable(),
  /** The month of a bulletin. */
  month: day.nullable(),
  units: z.array(body),
  draftedName: z.string(),
  draftedOn: day,
  issuedOn: day.nullable(),
  published: z.boolean(),
})

export const notice = row.extend({
  content: noticeContent,
  series: z.string(),
  reviewedName: z.string().nullable(),
  reviewedOn: day.nullable(),
  issuedName: z.string().nullable(),
  files: z.boolean(),
  may: z.array(z.enum(['edit', 'review', 'issue', 'publish'])),
  /** The actor wrote the text as it stands, so that another reviews it. */
  ownText: z.boolean(),
  /** Of each unit addressed that the actor may see: when it took the notice, and what it answered. */
  answers: z.array(
    z.object({
      unit: body,
      takenOn: day.nullable(),
      takenBy: z.string().nullable(),
      replies: z.array(z.object({ id, text: z.string(), by: z.string(), on: day })),
      /** The actor may take it or answer for this unit. */
      own: z.boolean(),
    }),
  ),
  /** Why it cannot be issued as it stands; empty when it can. */
  refusals: z.array(z.object({ field: z.string(), message: z.string() })),
  version,
})

const noticeFilter = z.object({ kind: kind.optional(), state: state.optional() })

export const listNoticesEndpoint = endpoint({
  id: 'listLedgerNotices',
  method: 'GET',
  path: '/api/ledger/notices',
  may: 'ledger.read',
  summary: '督办单、提示函、通报；单位只看到已印发给自己的',
  query: noticeFilter,
  reply: z.object({ items: z.array(row) }),
})

export const noticeChoicesEndpoint = endpoint({
  id: 'listLedgerNoticeChoices',
  method: 'GET',
  path: '/api/ledger/notice-choices',
  may: 'ledger.notice',
  summary: '可以拟制什么：有逾期或临期任务的牵头单位、已截止的调度期',
  reply: z.object({
    units: z.array(z.object({ unit: body, overdue: z.int(), near: z.int() })),
    periods: z.array(z.object({ id, scheme: z.string(), month: day })),
  }),
})

export const composeNoticesEndpoint = endpoint({
  id: 'composeLedgerNotices',
  method: 'POST',
  path: '/api/ledger/notices',
  may: 'ledger.notice',
  summary: '由台账现有数据拟制：一期的通报，或给每个单位各一份督办单、提示函',
  status: 201,
  /** Ids are made by the screen; the same one sent again is the same notice. */
  body: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('bulletin'), id, periodId: id }),
    z.object({
      kind: z.enum(['order', 'prompt']),
      units: z
        .array(z.object({ id, bodyId: id }))
        .min(1, '请选择单位')
        .max(100),
    }),
  ]),
  reply: z.object({ ids: z.array(id) }),
})

export const getNoticeEndpoint = endpoint({
  id: 'getLedgerNotice',
  method: 'GET',
  path: '/api/ledger/notices/:id',
  may: 'ledger.read',
  summary: '一份督办单、提示函或通报',
  params: idParams,
  reply: notice,
})

export const saveNoticeEndpoint = endpoint({
  id: 'saveLedgerNotice',
  method: 'PUT',
  path: '/api/ledger/notices/:id',
  may: 'ledger.notice',
  summary: '保存文稿；已审核的改动后须重新审核，印发后不再改动',
  params: idParams,
  body: z.object({ version, series, content: noticeContent }),
  reply: z.object({ version }),
})

const seen = z.object({ version })

export const reviewNoticeEndpoint = endpoint({
  id: 'reviewLedgerNotice',
  method: 'POST',
  path: '/api/ledger/notices/:id/review',
  may: 'ledger.notice',
  summary: '审核通过；写这一稿的人不能审核',
  params: idParams,
  body: seen,
  reply: z.object({ version }),
})

export const issueNoticeEndpoint = endpoint({
  id: 'issueLedgerNotice',
  method: 'POST',
  path: '/api/ledger/notices/:id/issue',
  may: 'ledger.notice',
  summary: '印发：编文号、成文日期为当日，排成 docx 与 pdf，发到单位；此后不再改动',
  params: idParams,
  body: seen,
  reply: z.object({ version, number: z.string() }),
})

export const publishNoticeEndpoint = endpoint({
  id: 'publishLedgerNotice',
  method: 'POST',
  path: '/api/ledger/notices/:id/publication',
  may: 'ledger.notice',
  summary: '向社会公开，或不再公开；只能是已印发的',
  params: idParams,
  body: seen.extend({ published: z.boolean() }),
  reply: z.object({ version }),
})

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

export const readNoticeDocxEndpoint = endpoint({
  id: 'readLedgerNoticeDocx',
  method: 'GET',
  path: '/api/ledger/notices/:id/docx',
  may: 'ledger.read',
  summary: '已印发的 docx',
  params: idParams,
  reply: z.unknown(),
  download: docx,
})

export const readNoticePdfEndpoint = endpoint({
  id: 'readLedgerNoticePdf',
  method: 'GET',
  path: '/api/ledger/notices/:id/pdf',
  may: 'ledger.read',
  summary: '已印发的 pdf',
  params: idParams,
  reply: z.unknown(),
  download: 'application/pdf',
})

export const exportNoticesEndpoint = endpoint({
  id: 'exportLedgerNotices',
  method: 'GET',
  path: '/api/ledger/notices.xlsx',
  may: 'ledger.read',
  summary: '导出督办单、提示函、通报的清单',
  query: noticeFilter,
  reply: z.unknown(),
  download: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
})

export const takeNoticeEndpoint = endpoint({
  id: 'takeLedgerNotice',
  method: 'POST',
  path: '/api/ledger/notices/:id/receipt',
  may: 'ledger.report',
  summary: '签收发给本单位的督办单、提示函或通报',
  params: idParams,
  body: z.object({ bodyId: id }),
  reply: z.object({}),
})

export const replyToNoticeEndpoint = endpoint({
  id: 'replyToLedgerNotice',
  method: 'POST',
  path: '/api/ledger/notices/:id/replies',
  may: 'ledger.report',
  summary: '反馈办理情况；督查室收到消息',
  status: 201,
  params: idParams,
  /** `replyId` is made by the screen; the same one sent again is the same answer. */
  body: z.object({ replyId: id, bodyId: id, text: line(4000).min(1, '请写明办理情况') }),
  reply: z.object({}),
})
