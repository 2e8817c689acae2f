import { endpoint } from '@guangyue/platform/http/endpoint'
import { z } from 'zod'
import { body, counts, day, figures, id, idParams, release, source, version } from './shapes.ts'

export const ledgerDocument = z.object({
  id,
  /** 文号, or null when it has none. */
  number: z.string().nullable(),
  title: z.string(),
  kind: z.string().nullable(),
  issuer: z.string().nullable(),
  signedOn: day.nullable(),
  source,
  /** False when only the citation is held, not the text (批示, 会议纪要, pack facts). */
  textHeld: z.boolean(),
  supervisor: body.nullable(),
  /** As printed, also where it is a post (总指挥) and no body. */
  supervisorName: z.string().nullable(),
  release,
  /** Its public page; null while the gazette does not hold it. */
  href: z.string().nullable(),
  milestones: z.array(z.object({ phrase: z.string(), due: day.nullable(), name: z.string(), inherited: z.boolean() })),
  drafts: counts,
  tasks: figures,
  version,
})

export const listDocumentsEndpoint = endpoint({
  id: 'listLedgerDocuments',
  method: 'GET',
  path: '/api/ledger/documents',
  may: 'ledger.read',
  summary: '台账中的文件，各附核对进度与任务灯色',
  query: z.object({ issue: id.optional() }),
  reply: z.object({ items: z.array(ledgerDocument) }),
})

export const getDocumentEndpoint = endpoint({
  id: 'getLedgerDocument',
  method: 'GET',
  path: '/api/ledger/documents/:id',
  may: 'ledger.read',
  summary: '一份文件及其章节、指标',
  params: idParams,
  reply: ledgerDocument.extend({
    /** What `chapter` of the task list takes, with how many measures stand there. */
    chapters: z.array(z.object({ path: z.array(z.string()), heading: z.string().nullable(), measures: z.int() })),
    indicators: z.array(
      z.object({ key: z.string(), name: z.string(), chapters: z.array(z.array(z.string())), measures: z.int() }),
    ),
  }),
})

export const superviseDocumentEndpoint = endpoint({
  id: 'superviseLedgerDocument',
  method: 'POST',
  path: '/api/ledger/documents/:id/supervisor',
  may: 'ledger.release',
  summary: '指定文件的督办单位',
  params: idParams,
  body: z.object({ version, bodyId: id.nullable(), name: z.string().trim().max(100).nullable() }),
  reply: z.object({ version }),
})

export const releaseDocumentEndpoint = endpoint({
  id: 'releaseLedgerDocument',
  method: 'POST',
  path: '/api/ledger/documents/:id/release',
  may: 'ledger.release',
  summary: '决定公众看到什么：不公开、公开任务、公开进展',
  params: idParams,
  body: z.object({ version, release }),
  reply: z.object({ version }),
})
