import { yearOf } from '@guangyue/kernel/calendar'
import { findDocument as findPublished, foldCitation } from '@guangyue/modules/gazette'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { InputInvalid } from '@guangyue/platform/http'
import { DocumentUnknown, TasksDoNotFit } from '../errors.ts'
import type { DraftTask, Reading, Source } from '../model/ledger.ts'
import { readTypedDate } from '../model/typed-date.ts'
import { documentRow } from '../on-issue-imported.ts'
import { findDocument, type LedgerDocument, upsertDocuments } from '../store/documents.ts'
import { findMeasure, insertMeasures, nextPosition } from '../store/measures.ts'
import { dayOf } from './draft.ts'
import { withFaults } from './review.ts'
import { readTypedTasks, type TypedTask } from './typed-draft.ts'

export interface HandBasis {
  readonly kind: string
  readonly title: string
  readonly number?: string | null
  readonly issuer?: string | null
  readonly signedOn?: string | null
}

export interface HandInput {
  readonly id: string
  readonly basis: { readonly documentId: string } | HandBasis
  readonly clause?: string | null
  readonly title: string
  readonly tasks: readonly TypedTask[]
}

/**
 * Sets a measure up by hand, on a basis whose text is not held (批示, 会议纪要, 上级通知) or on a document of the ledger.
 * It becomes a draft like any other. The same call again (`id`) is the same measure.
 */
export async function addByHand(
  ctx: Ctx,
  input: HandInput,
): Promise<{ measureId: string; documentId: string; version: number }> {
  ctx.require('ledger.draft')
  const known = await findMeasure(ctx.db, input.id)
  if (known) return { measureId: known.id, documentId: known.documentId, version: known.version }
  const { basis } = input
  const signedOn = 'documentId' in basis ? null : signedOnOf(ctx, basis.signedOn ?? '')
  return ctx.transact(async (tx) => {
    const document =
      'documentId' in basis
        ? await given(tx, basis.documentId)
        : await basisDocument(ctx, tx, { ...basis, signedOn, source: 'hand' })
    const draft = await readTypedTasks(tx, input.tasks, {
      day: dayOf(document, ctx),
      known: [],
      parties: [],
      field: 'tasks',
    })
    await insertHandMeasure(tx, { input, document, draft })
    await ctx.audit(tx, 'ledger.add-by-hand', {
      thing: `measure/${input.id}`,
      basis: document.number ?? document.title,
      after: { title: input.title, draft },
    })
    return { measureId: input.id, documentId: document.id, version: 1 }
  })
}

async function insertHandMeasure(
  tx: Tx,
  { input, document, draft }: { input: HandInput; document: LedgerDocument; draft: readonly DraftTask[] },
): Promise<void> {
  const position = await nextPosition(tx, document.id)
  const path = [input.clause || `第${position + 1}项`]
  const inserted = await insertMeasures(tx, [
    {
      id: input.id,
      documentId: document.id,
      position,
      path,
      pathKey: `${path.join('/')}#${input.id.slice(-12)}`,
      title: input.title,
      source: 'hand',
      sourceKey: null,
      reading: factsOnly(input.title),
      ...withFaults({ faults: [] }, draft),
      edited: true,
    },
  ])
  if (inserted.length === 0) throw new TasksDoNotFit('这条措施刚刚已经保存')
}

/** A reading of nothing: the person is the source. */
export function factsOnly(title: string): Reading {
  return { title, text: null, assignments: [], deadlines: [], targets: [], marks: [], line: null, leadByRule: null }
}

function signedOnOf(ctx: Ctx, typed: string): string | null {
  if (typed === '') return null
  const read = readTypedDate(typed, yearOf(ctx.today))
  const problem = 'problem' in read ? read.problem : read.date.due === null ? '请填写具体日期，例如 2021-06-30' : null
  if (problem !== null) throw new InputInvalid([{ field: 'basis.signedOn', message: problem }])
  return 'date' in read ? read.date.due : null
}

async function given(tx: Tx, documentId: string): Promise<LedgerDocument> {
  const document = await findDocument(tx, documentId)
  if (!document) throw new DocumentUnknown()
  return document
}

/**
 * The document of a basis, by number or title: the ledger's, else the gazette's, else a new one of which only the
 * citation is held. It stands in the ledger alone: the title of a 批示 is not for the public register of documents.
 */
export async function basisDocument(
  ctx: Ctx,
  tx: Tx,
  basis: HandBasis & { readonly source: Source },
): Promise<LedgerDocument> {
  const number = basis.number || null
  const published = await findPublished(tx, number ?? basis.title)
  const row = published
    ? await documentRow(ctx, published)
    : {
        id: ctx.newId(),
        key: number ?? basis.title,
        folded: foldCitation(number ?? basis.title),
        number,
        title: basis.title,
        kind: basis.kind,
        issuer: basis.issuer || null,
        signedOn: basis.signedOn ?? null,
        source: basis.source,
        gazetteDocumentId: null,
        issueId: null,
        supervisorBodyId: null,
        supervisorName: null,
        milestones: [],
        headings: [],
      }
  const [document] = await upsertDocuments(tx, [row])
  if (!document) throw new DocumentUnknown()
  return document
}
