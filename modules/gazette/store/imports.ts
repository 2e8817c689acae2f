import type { Fault } from '@guangyue/kernel/gazette-text'
import type { Db, Tx } from '@guangyue/platform/db'
import type { Import, ImportCounts, Outcome, Refusal, Stage } from '../model.ts'

export interface NewImport {
  readonly id: string
  readonly fileName: string
  readonly fileSize: number
  readonly fileDigest: string
  readonly year: number | null
  readonly accountId: string | null
  readonly accountName: string
  readonly receivedAt: string
}

/** False when an import with this id is on record already: the same request came twice. */
export async function insertImport(tx: Tx, made: NewImport): Promise<boolean> {
  const result = await tx
    .insertInto('gazette_import')
    .values({
      id: made.id,
      file_name: made.fileName,
      file_size: made.fileSize,
      file_digest: made.fileDigest,
      year: made.year,
      stage: 'received',
      percent: 5,
      counts: '{}',
      faults: '[]',
      notes: '[]',
      account_id: made.accountId,
      account_name: made.accountName,
      received_at: made.receivedAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirst()
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findImport(db: Db, id: string): Promise<Import | undefined> {
  const row = await selectImports(db).where('id', '=', id).executeTakeFirst()
  return row && importOf(row)
}

export async function listImports(db: Db, limit: number): Promise<readonly Import[]> {
  const rows = await selectImports(db).orderBy('received_at', 'desc').orderBy('id', 'desc').limit(limit).execute()
  return rows.map(importOf)
}

/** Takes hold of the row until the transaction ends, so that two workers never write the same import. */
export async function lockImport(tx: Tx, id: string): Promise<Stage | undefined> {
  const row = await tx.selectFrom('gazette_import').select('stage').where('id', '=', id).forUpdate().executeTakeFirst()
  return row && (row.stage as Stage)
}

export interface ImportProgress {
  readonly stage: Stage
  readonly percent: number
  readonly counts?: Partial<ImportCounts>
  readonly faults?: readonly Fault[]
  readonly notes?: readonly string[]
  readonly refusal?: Refusal | null
  readonly finishedAt?: string | null
}

/** Moves an import that has not ended (drafting, drafted, refused) to another stage; false when it has. */
export async function moveImport(db: Db, id: string, to: ImportProgress): Promise<boolean> {
  const result = await db
    .updateTable('gazette_import')
    .set({
      stage: to.stage,
      percent: to.percent,
      ...(to.counts && { counts: JSON.stringify(to.counts) }),
      ...(to.faults && { faults: JSON.stringify(to.faults) }),
      ...(to.notes && { notes: JSON.stringify(to.notes) }),
      ...(to.refusal !== undefined && { refusal: to.refusal && JSON.stringify(to.refusal) }),
      ...(to.finishedAt !== undefined && { finished_at: to.finishedAt }),
    })
    .where('id', '=', id)
    .where('stage', 'not in', ['drafting', 'drafted', 'refused'])
    .executeTakeFirst()
  return result.numUpdatedRows > 0n
}

export interface ImportEnd {
  readonly stage: 'drafting' | 'drafted'
  readonly outcome: Outcome
  readonly counts: ImportCounts
  readonly faults: readonly Fault[]
  readonly issueId: string | null
  readonly sourceId: string
  readonly documentIds: readonly string[]
  readonly finishedAt: string | null
}

export async function endImport(tx: Tx, id: string, end: ImportEnd): Promise<void> {
  await tx
    .updateTable('gazette_import')
    .set({
      stage: end.stage,
      percent: end.stage === 'drafted' ? 100 : 85,
      outcome: end.outcome,
      counts: JSON.stringify(end.counts),
      faults: JSON.stringify(end.faults),
      issue_id: end.issueId,
      source_id: end.sourceId,
      document_ids: [...end.documentIds],
      finished_at: end.finishedAt,
    })
    .where('id', '=', id)
    .execute()
}

export interface DraftMade {
  readonly id: string
  readonly draft: Readonly<Record<string, number>>
  readonly at: string
}

export async function setDrafted(tx: Tx, { id, draft, at }: DraftMade): Promise<void> {
  await tx
    .updateTable('gazette_import')
    .set({ stage: 'drafted', percent: 100, draft: JSON.stringify(draft), finished_at: at })
    .where('id', '=', id)
    .where('stage', 'in', ['drafting', 'drafted'])
    .execute()
}

/** The newest import of the same text that ended well, for telling a person where it already is. */
export async function findImportOfSource(
  db: Db,
  sourceId: string,
): Promise<{ issueId: string | null; documentIds: readonly string[] } | undefined> {
  const row = await db
    .selectFrom('gazette_import')
    .select(['issue_id', 'document_ids'])
    .where('source_id', '=', sourceId)
    .where('outcome', 'in', ['new', 'corrected'])
    .executeTakeFirst()
  return row && { issueId: row.issue_id, documentIds: row.document_ids }
}

/** Ids of the documents that imports of a file read from it. */
export async function documentsOfFile(db: Db, fileDigest: string): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('gazette_import')
    .select('document_ids')
    .where('file_digest', '=', fileDigest)
    .where('outcome', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ document_ids }) => document_ids))
}

const importColumns = [
  'id',
  'file_name',
  'file_size',
  'file_digest',
  'year',
  'stage',
  'percent',
  'outcome',
  'counts',
  'faults',
  'notes',
  'refusal',
  'issue_id',
  'document_ids',
  'draft',
  'account_name',
  'received_at',
  'finished_at',
] as const

function selectImports(db: Db) {
  return db.selectFrom('gazette_import').select(importColumns)
}

type ImportRow = Awaited<ReturnType<ReturnType<typeof selectImports>['executeTakeFirstOrThrow']>>

function importOf(row: ImportRow): Import {
  return {
    id: row.id,
    fileName: row.file_name,
    fileSize: row.file_size,
    fileDigest: row.file_digest,
    year: row.year,
    stage: row.stage as Stage,
    percent: row.percent,
    outcome: row.outcome as Outcome | null,
    counts: row.counts as Partial<ImportCounts>,
    faults: row.faults as Fault[],
    notes: row.notes as string[],
    refusal: row.refusal as Refusal | null,
    issueId: row.issue_id,
    documentIds: row.document_ids,
    draft: row.draft as Record<string, number> | null,
    accountName: row.account_name,
    receivedAt: row.received_at,
    finishedAt: row.finished_at,
  }
}
