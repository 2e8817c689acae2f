import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'

// Composing an issue: documents that may be printed, the issue, its review, its signature. Days are YYYY-MM-DD.

const id = z.uuid()
const idParams = z.object({ id })
const version = z.int().min(1)
const day = z.iso.date()
/** Whole characters and no NUL, so that every text can be stored, hashed and printed. */
const clean = (text: string) => text.toWellFormed().replaceAll('\u0000', '').replaceAll('\r', '')
const line = (most: number, least = 0, message = '') =>
  z
    .string()
    .overwrite((text) => clean(text).replaceAll(/\s+/g, ' ').trim())
    .min(least, message)
    .max(most, `请控制在${most}字以内`)
const paragraphs = (most: number) =>
  z
    .string()
    .overwrite((text) => clean(text).trim())
    .max(most, `请控制在${most}字以内`)
const maybe = (most: number) => line(most, 1, '没有的请留空').nullable()

export const manuscriptContent = z
  .object({
    section: line(24, 1, '请写明栏目，例如 市政府文件'),
    number: maybe(60),
    title: line(160, 1, '请写明标题'),
    issuer: maybe(120),
    signedOn: day.nullable(),
    addressees: maybe(300),
    body: paragraphs(200_000),
    annex: paragraphs(400_000),
  })
  .readonly()

const manuscriptRow = z.object({
  id,
  section: z.string(),
  number: z.string().nullable(),
  title: z.string(),
  issuer: z.string().nullable(),
  signedOn: day.nullable(),
  /** ledger: published by the supervision office; desk: typed by an editor. */
  origin: z.enum(['ledger', 'desk']),
  /** placed: in the issue that is being composed. */
  state: z.enum(['waiting', 'placed', 'printed', 'withdrawn']),
  printedIn: z.string().nullable(),
  writtenName: z.string(),
  version,
})

/** What the parser finds in a document as it would be printed. */
export const reading = z.object({
  kind: z.string().nullable(),
  headings: z.array(z.object({ depth: z.int(), text: z.string() })),
  provisions: z.int(),
  measures: z.int(),
  acts: z.array(z.string()),
  differences: z.array(z.string()),
})

export const manuscriptItem = manuscriptRow.extend({
  content: manuscriptContent,
  reading,
  may: z.array(z.enum(['edit', 'withdraw', 'restore'])),
})

export const listManuscriptsEndpoint = endpoint({
  id: 'listGazetteManuscripts',
  method: 'GET',
  path: '/api/gazette/manuscripts',
  may: 'gazette.review-issue',
  summary: '待刊文件：已公开、还没有刊登的，和已刊登的',
  reply: z.object({ items: z.array(manuscriptRow), sections: z.array(z.string()) }),
})

export const getManuscriptEndpoint = endpoint({
  id: 'getGazetteManuscript',
  method: 'GET',
  path: '/api/gazette/manuscripts/:id',
  may: 'gazette.review-issue',
  summary: '一份待刊文件，和从中读出的内容',
  params: idParams,
  reply: manuscriptItem,
})

export const saveManuscriptEndpoint = endpoint({
  id: 'saveGazetteManuscript',
  method: 'PUT',
  path: '/api/gazette/manuscripts/:id',
  may: 'gazette.compose',
  summary: '录入或修改一份待刊文件；新录入的 version 为 null，编号由页面生成，重复提交只算一次',
  params: idParams,
  body: z.object({ version: version.nullable(), content: manuscriptContent }),
  reply: z.object({ version }),
})

export const withdrawManuscriptEndpoint = endpoint({
  id: 'withdrawGazetteManuscript',
  method: 'POST',
  path: '/api/gazette/manuscripts/:id/withdrawal',
  may: 'gazette.compose',
  summary: '撤下一份录入的待刊文件，或恢复',
  params: idParams,
  body: z.object({ version, withdrawn: z.boolean() }),
  reply: z.object({ version }),
})

export const readManuscriptEndpoint = endpoint({
  id: 'readGazetteManuscript',
  method: 'POST',
  path: '/api/gazette/manuscript-readings',
  may: 'gazette.compose',
  summary: '读一遍填写的内容：读出的层次、任免，和与填写不一致之处；不保存',
  body: z.object({ content: manuscriptContent }),
  reply: reading,
})

export const readManuscriptFileEndpoint = endpoint({
  id: 'readGazetteManuscriptFile',
  method: 'POST',
  path: '/api/gazette/manuscript-files',
  may: 'gazette.compose',
  summary: '读一份公文文件（docx、txt、pdf），填入表单供核对；不保存',
  body: z.object({}),
  file: { maxBytes: 20 * 1024 * 1024 },
  reply: z.object({ content: manuscriptContent, notes: z.array(z.string()) }),
})

const compositionContent = z
  .object({
    month: day,
    publishedOn: day,
    sections: z
      .array(
        z
          .object({
            name: line(24, 1, '请写明栏目').refine((name) => /^[\p{L}\p{N}、（）“”]+$/u.test(name), '栏目只用文字'),
            manuscripts: z.array(id).max(200).readonly(),
          })
          .readonly(),
      )
      .max(30)
      .readonly(),
    acts: z
      .array(z.object({ on: day, text: line(500, 1, '请写明任免内容') }).readonly())
      .max(300)
      .readonly(),
    chronicle: z
      .array(z.object({ start: day, end: day, text: line(2000, 1, '请写明大事') }).readonly())
      .max(500)
      .readonly(),
  })
  .readonly()

const state = z.enum(['draft', 'reviewed', 'signed', 'void'])

const compositionRow = z.object({
  id,
  label: z.string(),
  state,
  publishedOn: day,
  composedName: z.string(),
  documents: z.int(),
  /** Its public page, once signed. */
  url: z.string().nullable(),
})

export const composition = compositionRow.extend({
  title: z.string(),
  year: z.int(),
  content: compositionContent,
  composedOn: day,
  reviewedName: z.string().nullable(),
  reviewedOn: day.nullable(),
  voidReason: z.string().nullable(),
  signed: z
    .object({
      name: z.string(),
      on: day,
      hash: z.string(),
      position: z.int(),
      pages: z.int(),
      files: z.array(z.object({ href: z.string(), name: z.string(), size: z.number() })),
    })
    .nullable(),
  /** The manuscripts that it names, as they stand now. */
  manuscripts: z.array(manuscriptRow),
  may: z.array(z.enum(['edit', 'review', 'sign', 'void'])),
  /** Why the actor cannot review it, where somebody could. */
  own: z.string().nullable(),
  version,
})

export const listCompositionsEndpoint = endpoint({
  id: 'listGazetteCompositions',
  method: 'GET',
  path: '/api/gazette/compositions',
  may: 'gazette.review-issue',
  summary: '编辑中的、签发的和作废的各期，以及下一期的期号',
  reply: z.object({
    items: z.array(compositionRow),
    next: z.object({ label: z.string(), publishedOn: day }).nullable(),
    waiting: z.int(),
  }),
})

export const openCompositionEndpoint = endpoint({
  id: 'openGazetteComposition',
  method: 'POST',
  path: '/api/gazette/compositions',
  may: 'gazette.compose',
  summary: '新开一期，期号接上一期；同一编号重复提交只开一次',
  status: 201,
  body: z.object({ id, month: day, publishedOn: day }),
  reply: z.object({ id }),
})

export const getCompositionEndpoint = endpoint({
  id: 'getGazetteComposition',
  method: 'GET',
  path: '/api/gazette/compositions/:id',
  may: 'gazette.review-issue',
  summary: '一期的编辑稿',
  params: idParams,
  reply: composition,
})

export const saveCompositionEndpoint = endpoint({
  id: 'saveGazetteComposition',
  method: 'PUT',
  path: '/api/gazette/compositions/:id',
  may: 'gazette.compose',
  summary: '保存编辑稿：栏目、次序、任免、大事记；审核过的改动后须重新审核',
  params: idParams,
  body: z.object({ version, content: compositionContent }),
  reply: z.object({ version }),
})

export const checkCompositionEndpoint = endpoint({
  id: 'checkGazetteComposition',
  method: 'GET',
  path: '/api/gazette/compositions/:id/checks',
  may: 'gazette.review-issue',
  summary: '核对：要处理的问题，以及排印后读回得到什么',
  params: idParams,
  reply: z.object({
    faults: z.array(z.string()),
    ...{
      pages: z.int(),
      documents: z.int(),
      provisions: z.int(),
      measures: z.int(),
      acts: z.int(),
      chronicle: z.int(),
    },
  }),
})

/** A line as it stands on its page: places of the grid from left and top, size as a share of the text's. */
const pageLine = z.object({
  text: z.string(),
  at: z.number(),
  left: z.number(),
  size: z.number(),
  align: z.enum(['left', 'centre', 'right']),
  spread: z.number(),
  strong: z.boolean(),
  red: z.boolean(),
})

export const previewCompositionEndpoint = endpoint({
  id: 'previewGazetteComposition',
  method: 'GET',
  path: '/api/gazette/compositions/:id/preview',
  may: 'gazette.review-issue',
  summary: '逐页的样子',
  params: idParams,
  reply: z.object({
    lines: z.int(),
    characters: z.int(),
    pages: z.array(z.object({ number: z.int().nullable(), lines: z.array(pageLine) })),
  }),
})

export const proofPdfEndpoint = endpoint({
  id: 'readGazetteCompositionProof',
  method: 'GET',
  path: '/api/gazette/compositions/:id/proof',
  may: 'gazette.review-issue',
  summary: '样稿（pdf），未经签发',
  params: idParams,
  reply: z.unknown(),
  download: 'application/pdf',
})

const seen = z.object({ version })

export const reviewCompositionEndpoint = endpoint({
  id: 'reviewGazetteComposition',
  method: 'POST',
  path: '/api/gazette/compositions/:id/review',
  may: 'gazette.review-issue',
  summary: '审核通过；编排的人和录入其中文件的人不能审核',
  params: idParams,
  body: seen,
  reply: z.object({ version }),
})

export const signCompositionEndpoint = endpoint({
  id: 'signGazetteComposition',
  method: 'POST',
  path: '/api/gazette/compositions/:id/signature',
  may: 'gazette.sign-issue',
  summary: '签发：接上一期成链、签名、排成 txt、docx 和 pdf 并公开；此后不再改动',
  params: idParams,
  body: seen,
  reply: z.object({ version, url: z.string() }),
})

export const voidCompositionEndpoint = endpoint({
  id: 'voidGazetteComposition',
  method: 'POST',
  path: '/api/gazette/compositions/:id/void',
  may: 'gazette.compose',
  summary: '签发之前作废一期，写明原因；期号和文件留给下一期',
  params: idParams,
  body: seen.extend({ reason: line(300, 2, '请写明作废的原因') }),
  reply: z.object({ version }),
})
