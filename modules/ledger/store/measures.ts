import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { DraftFault, DraftTask, MeasureState, Reading, Source } from '../model/ledger.ts'
import { scopeOf } from './draft-list.ts'

/** A clause of a document with its draft. */
export interface Measure {
  readonly id: string
  readonly documentId: string
  readonly position: number
  readonly path: readonly string[]
  readonly pathKey: string
  readonly title: string
  readonly source: Source
  readonly reading: Reading
  readonly incoming: Reading | null
  readonly gone: boolean
  readonly draft: readonly DraftTask[]
  readonly faults: readonly DraftFault[]
  readonly blocking: boolean
  readonly openNames: readonly string[]
  readonly edited: boolean
  readonly state: MeasureState
  readonly confirmedName: string | null
  readonly confirmedAt: string | null
  readonly version: number
}

/** What drafting writes of a measure. */
export type DraftRow = Pick<
  Measure,
  | 'id'
  | 'documentId'
  | 'position'
  | 'path'
  | 'pathKey'
  | 'title'
  | 'source'
  | 'reading'
  | 'draft'
  | 'faults'
  | 'openNames'
> & { readonly sourceKey: string | null; readonly blocking: boolean; readonly edited: boolean }

const columns = sql`m.id, m.document_id as "documentId", m.position, m.path, m.path_key as "pathKey", m.title, m.source,
  m.reading, m.incoming, m.gone, m.draft, m.faults, m.blocking, m.open_names as "openNames", m.edited, m.state,
  m.confirmed_name as "confirmedName", m.confirmed_at as "confirmedAt", m.version`

export async function findMeasure(db: Db, id: string): Promise<Measure | undefined> {
  const { rows } = await sql<Measure>`select ${columns} from ledger_measure m where m.id = ${id}`.execute(db)
  return rows[0]
}

/** All measures of the documents, locked until the transaction ends, in order of id so that two drafts never deadlock. */
export async function lockMeasures(tx: Tx, documentIds: readonly string[]): Promise<readonly Measure[]> {
  const { rows } = await sql<Measure>`select ${columns} from ledger_measure m
    where m.document_id = any(${documentIds}::uuid[]) order by m.id for update`.execute(tx)
  return rows
}

/** Drafts in which one of the names is open, locked. */
export async function lockDraftsNaming(tx: Tx, name: string): Promise<readonly Measure[]> {
  const { rows } = await sql<Measure>`select ${columns} from ledger_measure m
    where m.open_names @> array[${name}]::text[] order by m.id for update`.execute(tx)
  return rows
}

/** Writes new drafts in one statement. A clause or spreadsheet row that is on record stays as it is. Returns how many. */
export async function insertMeasures(tx: Tx, rows: readonly DraftRow[]): Promise<readonly string[]> {
  if (rows.length === 0) return []
  const inserted = await sql<{
    id: string
  }>`insert into ledger_measure (id, document_id, position, path, path_key, title,
      source, source_key, reading, draft, faults, blocking, open_names, edited)
    select v.id, v."documentId", v.position, v.path, v."pathKey", v.title, v.source, v."sourceKey", v.reading, v.draft,
      v.faults, v.blocking, v."openNames", v.edited
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as v(id uuid, "documentId" uuid, position integer, path text[],
      "pathKey" text, title text, source text, "sourceKey" text, reading jsonb, draft jsonb, faults jsonb,
      blocking boolean, "openNames" text[], edited boolean)
    on conflict do nothing returning id`.execute(tx)
  return inserted.rows.map(({ id }) => id)
}

export type DraftChange = Pick<
  Measure,
  | 'id'
  | 'position'
  | 'title'
  | 'source'
  | 'reading'
  | 'incoming'
  | 'gone'
  | 'draft'
  | 'faults'
  | 'openNames'
  | 'blocking'
  | 'edited'
>

/** Rewrites measures that are locked, raising their version. */
export async function updateMeasures(tx: Tx, changes: readonly DraftChange[]): Promise<void> {
  if (changes.length === 0) return
  await sql`update ledger_measure m set position = v.position, title = v.title, source = v.source, reading = v.reading,
      incoming = case when v.incoming = 'null'::jsonb then null else v.incoming end, gone = v.gone, draft = v.draft,
      faults = v.faults, open_names = v."openNames", blocking = v.blocking, edited = v.edited, version = m.version + 1
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb) as v(id uuid, position integer, title text, source text,
      reading jsonb, incoming jsonb, gone boolean, draft jsonb, faults jsonb, "openNames" text[], blocking boolean,
      edited boolean)
    where m.id = v.id`.execute(tx)
}

/** The same for one measure that is a draft of the version seen; false when it is neither. */
export async function updateDraft(tx: Tx, change: DraftChange & { readonly version: number }): Promise<boolean> {
  const result = await tx
    .updateTable('ledger_measure')
    .set((eb) => ({
      title: change.title,
      reading: JSON.stringify(change.reading),
      incoming: change.incoming === null ? null : JSON.stringify(change.incoming),
      gone: change.gone,
      draft: JSON.stringify(change.draft),
      faults: JSON.stringify(change.faults),
      open_names: [...change.openNames],
      blocking: change.blocking,
      edited: change.edited,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .where('state', '=', 'draft')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Gives up the newer reading of one measure, draft or confirmed, of the version seen. */
export async function takeReadingOnly(
  tx: Tx,
  change: Pick<Measure, 'id' | 'version' | 'reading' | 'faults'>,
): Promise<boolean> {
  const result = await tx
    .updateTable('ledger_measure')
    .set((eb) => ({
      reading: JSON.stringify(change.reading),
      incoming: null,
      gone: false,
      faults: JSON.stringify(change.faults),
      version: eb('version', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface Seen {
  readonly id: string
  readonly version: number
}

/** Turns drafts into confirmed measures: those that are drafts, of the version seen, and with a known lead. */
export async function markConfirmed(
  tx: Tx,
  seen: readonly Seen[],
  by: { readonly accountId: string | null; readonly name: string; readonly at: string },
): Promise<readonly Measure[]> {
  const { rows } =
    await sql<Measure>`update ledger_measure m set state = 'confirmed', confirmed_by = ${by.accountId}::uuid,
      confirmed_name = ${by.name}, confirmed_at = ${by.at}::timestamptz, version = m.version + 1
    from (select v.id, v.version, row_number() over (order by v.id) from jsonb_to_recordset(${JSON.stringify(seen)}::jsonb)
      as v(id uuid, version integer)) v
    where m.id = v.id and m.version = v.version and m.state = 'draft' and not m.blocking
    returning ${columns}`.execute(tx)
  return rows.toSorted((a, b) =>
    a.documentId === b.documentId ? a.position - b.position : a.documentId < b.documentId ? -1 : 1,
  )
}

/** Takes a confirmation back; false when the version is another or it is not confirmed. */
export async function markDraft(tx: Tx, { id, version }: Seen): Promise<boolean> {
  const result = await tx
    .updateTable('ledger_measure')
    .set((eb) => ({
      state: 'draft',
      confirmed_by: null,
      confirmed_name: null,
      confirmed_at: null,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', 'confirmed')
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** Drafts without any fault, of the documents given or of those listed. */
export async function listFaultless(
  db: Db,
  scope: { documentId?: string; issueId?: string },
): Promise<readonly Seen[]> {
  const { rows } = await sql<Seen>`select m.id, m.version from ledger_measure m
    join ledger_document d on d.id = m.document_id
    where m.state = 'draft' and m.faults = '[]'::jsonb and not m.gone and ${scopeOf(scope)}`.execute(db)
  return rows
}

/** The measures before and after one in its document. */
export async function findNeighbours(
  db: Db,
  measure: Pick<Measure, 'documentId' | 'position' | 'id'>,
): Promise<{ previous: string | null; following: string | null }> {
  const { rows } = await sql<{ previous: string | null; following: string | null }>`select
    (select id from ledger_measure where document_id = ${measure.documentId}
      and (position, id) < (${measure.position}, ${measure.id}::uuid) order by position desc, id desc limit 1) as previous,
    (select id from ledger_measure where document_id = ${measure.documentId}
      and (position, id) > (${measure.position}, ${measure.id}::uuid) order by position, id limit 1) as following`.execute(
    db,
  )
  return rows[0] ?? { previous: null, following: null }
}

/** The next free place at the end of a document. */
export async function nextPosition(tx: Tx, documentId: string): Promise<number> {
  const row = await tx
    .selectFrom('ledger_measure')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('document_id', '=', documentId)
    .executeTakeFirst()
  return (row?.last ?? -1) + 1
}
