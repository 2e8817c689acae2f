import {
  type Document,
  findDocumentById,
  foldCitation,
  type MeasureOnRecord,
  markDrafted,
  measuresOfDocuments,
} from '@guangyue/modules/gazette'
import { resolveNames } from '@guangyue/modules/organisations'
import type { Ctx, DomainEvent } from '@guangyue/platform/db'
import { z } from 'zod'
import type { Reading } from './model/ledger.ts'
import { readDocumentFacts } from './service/document-facts.ts'
import { type Batch, draftBatch } from './service/draft.ts'
import type { NewDocument } from './store/documents.ts'

const payload = z.object({ importId: z.uuid(), documentIds: z.array(z.uuid()) })

/** Drafts the ledger of what was imported, and says so on the import. Safe to repeat: a second run changes nothing. */
export async function onIssueImported(ctx: Ctx, event: DomainEvent): Promise<void> {
  const { importId, documentIds } = payload.parse(event.payload)
  const batch = await batchOf(ctx, documentIds)
  await ctx.transact(async (tx) => {
    const { measures, tasks, faulty } = await draftBatch(ctx, tx, batch)
    await ctx.audit(tx, 'ledger.draft-issue', { thing: `import/${importId}`, after: { measures, tasks, faulty } })
    await markDrafted(ctx, tx, { importId, counts: { measures, tasks, faulty } })
  })
}

async function batchOf(ctx: Ctx, documentIds: readonly string[]): Promise<Batch> {
  const measures = await measuresOfDocuments(ctx.db, documentIds)
  const wanted = new Set(measures.map(({ documentId }) => documentId))
  const documents = new Map<string, Document>()
  for (const id of wanted) {
    const document = await findDocumentById(ctx.db, id)
    if (document) documents.set(id, document)
  }
  const rows: NewDocument[] = []
  for (const document of documents.values()) rows.push(await documentRow(ctx, document))
  return {
    documents: rows,
    whole: new Set(rows.map(({ folded }) => folded)),
    measures: measures.flatMap((measure) => {
      const document = documents.get(measure.documentId)
      if (!document) return []
      const { path } = measure
      return [{ folded: foldCitation(document.key), path, source: 'gazette' as const, reading: readingOf(measure) }]
    }),
  }
}

/** A document of the gazette as the ledger keeps it; its supervising body is looked up by its printed name. */
export async function documentRow(ctx: Ctx, document: Document): Promise<NewDocument> {
  const { supervisor, milestones, headings } = readDocumentFacts(document.facts)
  const named = await resolveNames(ctx.db, supervisor === null ? [] : [supervisor], document.signedOn ?? ctx.today)
  const found = named.get(supervisor ?? '')
  return {
    id: ctx.newId(),
    key: document.key,
    folded: foldCitation(document.key),
    number: document.number,
    title: document.title,
    kind: document.kind,
    issuer: document.issuer,
    signedOn: document.signedOn,
    source: document.textVersion > 0 ? 'gazette' : document.origin === 'hand' ? 'hand' : 'pack',
    gazetteDocumentId: document.id,
    issueId: document.issueId,
    supervisorBodyId: found?.kind === 'body' ? found.bodyId : null,
    supervisorName: supervisor,
    milestones,
    headings,
  }
}

function readingOf({ read }: MeasureOnRecord): Reading {
  const { title, text, assignments, deadlines, targets, marks, line, leadByRule = null } = read
  return { title, text, assignments, deadlines, targets, marks, line, leadByRule }
}
