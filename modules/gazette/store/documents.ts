import type { PlainDate } from '@guangyue/kernel/calendar'
import type { MilestoneRead } from '@guangyue/kernel/gazette-text'
import type { Db, Tx } from '@guangyue/platform/db'
import { type Document, type DocumentText, foldCitation } from '../model.ts'
import { insertRows } from './insert-rows.ts'

export async function findDocumentBy(db: Db, by: { id: string } | { key: string }): Promise<Document | undefined> {
  const query = 'id' in by ? selectDocuments(db).where('id', '=', by.id) : selectDocuments(db).where('key', '=', by.key)
  const row = await query.executeTakeFirst()
  return row && documentOf(row)
}

/** Documents whose number or title is one of these citations (compared folded). */
export async function documentsCited(db: Db, citations: readonly string[]): Promise<readonly Document[]> {
  const folded = [...new Set(citations.map(foldCitation))]
  if (folded.length === 0) return []
  const rows = await selectDocuments(db)
    .where((where) => where.or([where('folded_number', 'in', folded), where('folded_title', 'in', folded)]))
    .orderBy('signed_on', (order) => order.desc().nullsLast())
    .execute()
  return rows.map(documentOf)
}

export async function documentsById(db: Db, ids: readonly string[]): Promise<readonly Document[]> {
  if (ids.length === 0) return []
  return (await selectDocuments(db).where('id', 'in', ids).execute()).map(documentOf)
}

/** In the order of the printed issue. */
export async function documentsOfIssue(db: Db, issueId: string): Promise<readonly Document[]> {
  const rows = await selectDocuments(db)
    .where('issue_id', '=', issueId)
    .orderBy('page', (order) => order.asc().nullsLast())
    .orderBy('key')
    .execute()
  return rows.map(documentOf)
}

export async function listDocuments(db: Db): Promise<readonly Document[]> {
  const rows = await selectDocuments(db)
    .orderBy('signed_on', (order) => order.desc().nullsLast())
    .orderBy('key')
    .execute()
  return rows.map(documentOf)
}

/** Documents that appoint or remove, newest first. */
export async function newestDocumentsWithActs(db: Db, limit: number): Promise<readonly Document[]> {
  const rows = await selectDocuments(db)
    .where('id', 'in', db.selectFrom('gazette_act').select('document_id'))
    .orderBy('signed_on', (order) => order.desc().nullsLast())
    .orderBy('key', 'desc')
    .limit(limit)
    .execute()
  return rows.map(documentOf)
}

/** Which of these keys are in use. */
export async function keysTaken(db: Db, keys: readonly string[]): Promise<ReadonlySet<string>> {
  if (keys.length === 0) return new Set()
  const rows = await db.selectFrom('gazette_document').select('key').where('key', 'in', keys).execute()
  return new Set(rows.map(({ key }) => key))
}

export async function insertDocuments(tx: Tx, documents: readonly Document[]): Promise<void> {
  await insertRows(tx, 'gazette_document', documents.map(rowOf))
}

/** Gives documents that are on record their new state, whole. */
export async function updateDocuments(tx: Tx, documents: readonly Document[]): Promise<void> {
  for (const document of documents) {
    const { id, facts, ...row } = rowOf(document)
    await tx
      .updateTable('gazette_document')
      .set({ ...row, facts: JSON.stringify(facts), version: document.version + 1 })
      .where('id', '=', id)
      .execute()
  }
}

export interface NewText {
  readonly documentId: string
  readonly version: number
  readonly sourceId: string
  readonly importId: string
  readonly digest: string
  readonly line: number
  readonly milestones: readonly MilestoneRead[]
  readonly readAt: string
}

export async function insertTexts(tx: Tx, texts: readonly NewText[]): Promise<void> {
  const rows = texts.map((text) => ({
    document_id: text.documentId,
    version: text.version,
    source_id: text.sourceId,
    import_id: text.importId,
    digest: text.digest,
    line: text.line,
    milestones: text.milestones,
    read_at: text.readAt,
  }))
  await insertRows(tx, 'gazette_document_text', rows)
}

/** Digest of the newest text of each document that has one. */
export async function newestDigests(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('gazette_document_text as text')
    .innerJoin('gazette_document as document', (join) =>
      join.onRef('document.id', '=', 'text.document_id').onRef('document.text_version', '=', 'text.version'),
    )
    .select(['text.document_id', 'text.digest'])
    .where('text.document_id', 'in', ids)
    .execute()
  return new Map(rows.map((row) => [row.document_id, row.digest]))
}

/** All texts of a document, newest first. */
export async function textsOf(db: Db, documentId: string): Promise<readonly DocumentText[]> {
  const rows = await db
    .selectFrom('gazette_document_text')
    .select(['version', 'source_id', 'line', 'milestones', 'read_at'])
    .where('document_id', '=', documentId)
    .orderBy('version', 'desc')
    .execute()
  return rows.map((row) => ({
    version: row.version,
    sourceId: row.source_id,
    line: row.line,
    milestones: row.milestones as MilestoneRead[],
    readAt: row.read_at,
  }))
}

const documentColumns = [
  'id',
  'key',
  'number',
  'title',
  'kind',
  'issuer',
  'signed_on',
  'addressees',
  'effective_from',
  'effective_until',
  'openness',
  'issue_id',
  'section',
  'page',
  'origin',
  'facts',
  'text_version',
  'version',
] as const

function selectDocuments(db: Db) {
  return db.selectFrom('gazette_document').select(documentColumns)
}

type DocumentRow = Awaited<ReturnType<ReturnType<typeof selectDocuments>['executeTakeFirstOrThrow']>>

function documentOf(row: DocumentRow): Document {
  return {
    id: row.id,
    key: row.key,
    number: row.number,
    title: row.title,
    kind: row.kind,
    issuer: row.issuer,
    signedOn: row.signed_on as PlainDate | null,
    addressees: row.addressees,
    effectiveFrom: row.effective_from as PlainDate | null,
    effectiveUntil: row.effective_until as PlainDate | null,
    openness: row.openness,
    issueId: row.issue_id,
    section: row.section,
    page: row.page,
    origin: row.origin as Document['origin'],
    facts: row.facts as Record<string, unknown>,
    textVersion: row.text_version,
    version: row.version,
  }
}

/** A number that another document of the same text already carries does not identify; then only the key does. */
function rowOf(document: Document) {
  return {
    id: document.id,
    key: document.key,
    number: document.number,
    folded_number: document.number !== null && document.key === document.number ? foldCitation(document.number) : null,
    title: document.title,
    folded_title: foldCitation(document.title),
    kind: document.kind,
    issuer: document.issuer,
    signed_on: document.signedOn,
    addressees: document.addressees,
    effective_from: document.effectiveFrom,
    effective_until: document.effectiveUntil,
    openness: document.openness,
    issue_id: document.issueId,
    section: document.section,
    page: document.page,
    origin: document.origin,
    facts: document.facts,
    text_version: document.textVersion,
    version: document.version,
  }
}
