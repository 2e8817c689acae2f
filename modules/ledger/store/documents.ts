import type { Db, Tx } from '@guangyue/platform/db'
import { sql } from 'kysely'
import type { DocumentMilestone, Release, Source } from '../model/ledger.ts'
import { indicatorMeasures } from './indicator-measures.ts'

/** A document of the ledger. */
export interface LedgerDocument {
  readonly id: string
  readonly key: string
  readonly folded: string
  readonly number: string | null
  readonly title: string
  readonly kind: string | null
  readonly issuer: string | null
  readonly signedOn: string | null
  readonly source: Source
  readonly gazetteDocumentId: string | null
  readonly issueId: string | null
  readonly supervisorBodyId: string | null
  readonly supervisorName: string | null
  readonly milestones: readonly DocumentMilestone[]
  readonly headings: readonly { readonly path: readonly string[]; readonly heading: string }[]
  readonly release: Release
  readonly version: number
}

const columns = sql`d.id, d.key, d.folded, d.number, d.title, d.kind, d.issuer, d.signed_on as "signedOn", d.source,
  d.gazette_document_id as "gazetteDocumentId", d.issue_id as "issueId", d.supervisor_body_id as "supervisorBodyId",
  d.supervisor_name as "supervisorName", d.milestones, d.headings, d.release, d.version`

export async function findDocument(db: Db, id: string): Promise<LedgerDocument | undefined> {
  const { rows } = await sql<LedgerDocument>`select ${columns} from ledger_document d where d.id = ${id}`.execute(db)
  return rows[0]
}

export async function findDocuments(db: Db, ids: readonly string[]): Promise<ReadonlyMap<string, LedgerDocument>> {
  const { rows } = await sql<LedgerDocument>`select ${columns} from ledger_document d
    where d.id = any(${[...new Set(ids)]}::uuid[])`.execute(db)
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those on record under the folded citations. */
export async function findDocumentsByFolded(db: Db, folded: readonly string[]): Promise<readonly LedgerDocument[]> {
  const { rows } = await sql<LedgerDocument>`select ${columns} from ledger_document d
    where d.folded = any(${folded}::text[])`.execute(db)
  return rows
}

/** All documents, or those of an issue, newest first. */
export async function listDocuments(db: Db, issueId: string | null): Promise<readonly LedgerDocument[]> {
  const { rows } = await sql<LedgerDocument>`select ${columns} from ledger_document d
    where ${issueId}::uuid is null or d.issue_id = ${issueId}::uuid
    order by d.signed_on desc nulls last, d.key`.execute(db)
  return rows
}

export type NewDocument = Omit<LedgerDocument, 'release' | 'version'>

/**
 * Puts documents on record. One that is there keeps its identity, release and what a person set; what was not known
 * (the gazette's document, supervisor, milestones, headings) is filled in.
 */
export async function upsertDocuments(tx: Tx, documents: readonly NewDocument[]): Promise<readonly LedgerDocument[]> {
  if (documents.length === 0) return []
  const { rows } =
    await sql<LedgerDocument>`insert into ledger_document as d (id, key, folded, number, title, kind, issuer,
      signed_on, source, gazette_document_id, issue_id, supervisor_body_id, supervisor_name, milestones, headings)
    select v.id, v.key, v.folded, v.number, v.title, v.kind, v.issuer, v."signedOn", v.source, v."gazetteDocumentId",
      v."issueId", v."supervisorBodyId", v."supervisorName", v.milestones, v.headings
    from jsonb_to_recordset(${JSON.stringify(documents)}::jsonb) as v(id uuid, key text, folded text, number text,
      title text, kind text, issuer text, "signedOn" date, source text, "gazetteDocumentId" uuid, "issueId" uuid,
      "supervisorBodyId" uuid, "supervisorName" text, milestones jsonb, headings jsonb)
    order by v.folded
    on conflict (folded) do update set
      kind = coalesce(d.kind, excluded.kind), issuer = coalesce(d.issuer, excluded.issuer),
      signed_on = coalesce(d.signed_on, excluded.signed_on),
      source = case when excluded.source = 'gazette' then 'gazette' else d.source end,
      gazette_document_id = coalesce(excluded.gazette_document_id, d.gazette_document_id),
      issue_id = coalesce(excluded.issue_id, d.issue_id),
      supervisor_body_id = coalesce(d.supervisor_body_id, excluded.supervisor_body_id),
      supervisor_name = coalesce(d.supervisor_name, excluded.supervisor_name),
      milestones = case when d.milestones = '[]'::jsonb then excluded.milestones else d.milestones end,
      headings = case when d.headings = '[]'::jsonb then excluded.headings else d.headings end
    returning ${columns}`.execute(tx)
  return rows
}

/** False when the version is another. */
export async function updateRelease(
  tx: Tx,
  change: { readonly id: string; readonly version: number; readonly release: Release },
): Promise<boolean> {
  const result = await tx
    .updateTable('ledger_document')
    .set((eb) => ({ release: change.release, version: eb('version', '+', 1) }))
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

/** False when the version is another. */
export async function updateSupervisor(
  tx: Tx,
  change: {
    readonly id: string
    readonly version: number
    readonly bodyId: string | null
    readonly name: string | null
  },
): Promise<boolean> {
  const result = await tx
    .updateTable('ledger_document')
    .set((eb) => ({
      supervisor_body_id: change.bodyId,
      supervisor_name: change.name,
      version: eb('version', '+', 1),
    }))
    .where('id', '=', change.id)
    .where('version', '=', change.version)
    .executeTakeFirst()
  return result.numUpdatedRows === 1n
}

export interface DraftCounts {
  readonly documentId: string
  readonly all: number
  readonly confirmed: number
  readonly waiting: number
  readonly faulty: number
  readonly clear: number
}

/** How far the review of each document has come. */
export async function countDrafts(db: Db, documentIds: readonly string[]): Promise<ReadonlyMap<string, DraftCounts>> {
  const { rows } = await sql<DraftCounts>`select document_id as "documentId", count(*)::int as all,
      count(*) filter (where state = 'confirmed')::int as confirmed,
      count(*) filter (where state = 'draft')::int as waiting,
      count(*) filter (where (state = 'draft' and faults <> '[]'::jsonb) or incoming is not null or gone)::int as faulty,
      count(*) filter (where state = 'draft' and faults = '[]'::jsonb and incoming is null and not gone)::int as clear
    from ledger_measure where document_id = any(${documentIds}::uuid[]) group by document_id`.execute(db)
  return new Map(rows.map((row) => [row.documentId, row]))
}

export interface ChapterRow {
  readonly path: readonly string[]
  readonly measures: number
}

/** The chapters in which a document's measures stand: their paths without the last part. */
export async function listChapters(db: Db, documentId: string): Promise<readonly ChapterRow[]> {
  const { rows } = await sql<ChapterRow>`select path[1:cardinality(path) - 1] as path, count(*)::int as measures
    from ledger_measure where document_id = ${documentId} and cardinality(path) > 1
    group by 1 order by min(position)`.execute(db)
  return rows
}

export interface Indicator {
  readonly key: string
  readonly position: number
  readonly name: string
  readonly folded: string
  readonly chapters: readonly string[]
  readonly commander: string | null
}

/** What rank in the province is asked for: `reach` of those ranked up to `within` before, `otherwise` of the others. */
export interface RankGoal {
  readonly within: number
  readonly reach: number
  readonly otherwise: number
  /** The clause: 聊政发〔2021〕7号 一. */
  readonly basis: string
}

export async function listIndicators(db: Db, folded: string): Promise<readonly (Indicator & { measures: number })[]> {
  const { rows } = await sql<Indicator & { measures: number }>`select i.key, i.position, i.name, i.folded, i.chapters,
      i.commander, (select count(*)::int from ${indicatorMeasures} g where g.key = i.key) as measures
    from ledger_indicator i where i.folded = ${folded} order by i.position`.execute(db)
  return rows
}

/** The names of all indicators by their keys. */
export async function listIndicatorNames(db: Db): Promise<ReadonlyMap<string, string>> {
  const rows = await db.selectFrom('ledger_indicator').select(['key', 'name']).execute()
  return new Map(rows.map(({ key, name }) => [key, name]))
}

export async function upsertIndicators(
  tx: Tx,
  indicators: readonly (Indicator & { readonly goal?: RankGoal | null })[],
): Promise<void> {
  await sql`insert into ledger_indicator (key, position, name, folded, chapters, commander, goal_within, goal_reach,
      goal_otherwise, goal_basis)
    select v.key, v.position, v.name, v.folded, v.chapters, v.commander, (v.goal->>'within')::int,
      (v.goal->>'reach')::int, (v.goal->>'otherwise')::int, v.goal->>'basis'
    from jsonb_to_recordset(${JSON.stringify(indicators)}::jsonb)
      as v(key text, position integer, name text, folded text, chapters text[], commander text, goal jsonb)
    on conflict (key) do update set position = excluded.position, name = excluded.name, folded = excluded.folded,
      chapters = excluded.chapters, commander = excluded.commander, goal_within = excluded.goal_within,
      goal_reach = excluded.goal_reach, goal_otherwise = excluded.goal_otherwise, goal_basis = excluded.goal_basis`.execute(
    tx,
  )
}
