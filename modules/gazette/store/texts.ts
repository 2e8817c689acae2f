import type { AppointmentRead, ChronicleRead, MeasureRead, Piece } from '@guangyue/kernel/gazette-text'
import type { Db, Tx } from '@guangyue/platform/db'
import { type MeasureOnRecord, type Provision, pathKeyOf } from '../model.ts'
import { insertRows } from './insert-rows.ts'

/** Where rows of one text belong. */
export interface TextRef {
  readonly documentId: string
  readonly version: number
}

export async function insertProvisions(tx: Tx, provisions: readonly Provision[]): Promise<void> {
  const rows = provisions.map((provision) => ({
    id: provision.id,
    document_id: provision.documentId,
    version: provision.version,
    position: provision.position,
    depth: provision.depth,
    path: provision.path,
    path_key: provision.pathKey,
    kind: provision.kind,
    mark: provision.mark,
    heading: provision.heading,
    text: provision.text,
    line: provision.line,
    pieces: provision.pieces,
  }))
  await insertRows(tx, 'gazette_provision', rows)
}

export interface NewMeasure extends TextRef {
  readonly id: string
  readonly provisionId: string | null
  readonly position: number
  readonly read: MeasureRead
}

export async function insertMeasures(tx: Tx, measures: readonly NewMeasure[]): Promise<void> {
  const rows = measures.map((measure) => ({
    id: measure.id,
    document_id: measure.documentId,
    version: measure.version,
    provision_id: measure.provisionId,
    position: measure.position,
    path: measure.read.path,
    path_key: pathKeyOf(measure.read.path),
    read: measure.read,
  }))
  await insertRows(tx, 'gazette_measure', rows)
}

export interface NewAct extends TextRef {
  readonly id: string
  readonly position: number
  readonly read: AppointmentRead
}

export async function insertActs(tx: Tx, acts: readonly NewAct[]): Promise<void> {
  const rows = acts.map(({ id, documentId, version, position, read }) => ({
    id,
    document_id: documentId,
    version,
    position,
    person: read.person,
    action: read.action,
    post: read.post,
    acted_on: read.date,
    probation_months: read.probation_months,
    note: read.note,
    line: read.line,
  }))
  await insertRows(tx, 'gazette_act', rows)
}

export interface NewChronicle extends TextRef {
  readonly id: string
  readonly position: number
  readonly read: ChronicleRead
}

export async function insertChronicle(tx: Tx, entries: readonly NewChronicle[]): Promise<void> {
  const rows = entries.map(({ id, documentId, version, position, read }) => ({
    id,
    document_id: documentId,
    version,
    position,
    starts_on: read.start,
    ends_on: read.end,
    text: read.text,
    people: read.people,
    line: read.line,
  }))
  await insertRows(tx, 'gazette_chronicle', rows)
}

/** The provisions of one text, in order. */
export async function provisionsOf(db: Db, text: TextRef): Promise<readonly Provision[]> {
  const rows = await selectProvisions(db)
    .where('document_id', '=', text.documentId)
    .where('version', '=', text.version)
    .orderBy('position')
    .execute()
  return rows.map(provisionOf)
}

export async function findProvisionAt(db: Db, text: TextRef, pathKey: string): Promise<Provision | undefined> {
  const row = await selectProvisions(db)
    .where('document_id', '=', text.documentId)
    .where('version', '=', text.version)
    .where('path_key', '=', pathKey)
    .executeTakeFirst()
  return row && provisionOf(row)
}

/** Measures of the newest texts of these documents, in reading order. */
export async function measuresOf(db: Db, documentIds: readonly string[]): Promise<readonly MeasureOnRecord[]> {
  if (documentIds.length === 0) return []
  const rows = await db
    .selectFrom('gazette_measure as measure')
    .innerJoin('gazette_document as document', (join) =>
      join.onRef('document.id', '=', 'measure.document_id').onRef('document.text_version', '=', 'measure.version'),
    )
    .select([
      'measure.id',
      'measure.document_id',
      'document.number',
      'document.title',
      'measure.path',
      'measure.path_key',
      'measure.provision_id',
      'measure.read',
    ])
    .where('measure.document_id', 'in', documentIds)
    .orderBy('document.page', (order) => order.asc().nullsLast())
    .orderBy('document.key')
    .orderBy('measure.position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    documentId: row.document_id,
    documentNumber: row.number,
    documentTitle: row.title,
    path: row.path,
    pathKey: row.path_key,
    provisionId: row.provision_id,
    read: row.read as MeasureRead,
  }))
}

function selectProvisions(db: Db) {
  return db
    .selectFrom('gazette_provision')
    .select([
      'id',
      'document_id',
      'version',
      'position',
      'depth',
      'path',
      'path_key',
      'kind',
      'mark',
      'heading',
      'text',
      'line',
      'pieces',
    ])
}

type ProvisionRow = Awaited<ReturnType<ReturnType<typeof selectProvisions>['executeTakeFirstOrThrow']>>

function provisionOf(row: ProvisionRow): Provision {
  return {
    id: row.id,
    documentId: row.document_id,
    version: row.version,
    position: row.position,
    depth: row.depth,
    path: row.path,
    pathKey: row.path_key,
    kind: row.kind,
    mark: row.mark,
    heading: row.heading,
    text: row.text,
    line: row.line,
    pieces: row.pieces as Piece[],
  }
}
