import type { Db } from '@guangyue/platform/db'
import { type RawBuilder, sql } from 'kysely'
import type { DraftFault, DraftTask, MeasureState } from '../model/ledger.ts'

export interface DraftFilter {
  readonly documentId?: string
  readonly issueId?: string
  readonly state: 'waiting' | 'faulty' | 'confirmed' | 'all'
  readonly text?: string
  readonly order: 'faults' | 'text'
  readonly limit: number
  readonly after?: DraftKey
}

/** Where a page ends: rank by faults, document, place in it. */
export type DraftKey = readonly [rank: number, document: string, position: number, id: string]

export interface DraftListRow {
  readonly id: string
  readonly documentId: string
  readonly path: readonly string[]
  readonly title: string
  readonly state: MeasureState
  readonly draft: readonly DraftTask[]
  readonly faults: readonly DraftFault[]
  readonly edited: boolean
  readonly version: number
  readonly position: number
  readonly rank: number
  readonly sort: string
}

const faulty = sql`((m.state = 'draft' and m.faults <> '[]'::jsonb) or m.incoming is not null or m.gone)`

/** 0 blocking, 1 other faults, 2 waiting, 3 confirmed; all the same where the order is that of the text. */
function rankOf(order: DraftFilter['order']): RawBuilder<number> {
  return order === 'text'
    ? sql`0`
    : sql`case when m.state = 'draft' and m.blocking then 0 when ${faulty} then 1 when m.state = 'draft' then 2 else 3 end`
}

/** One page of drafts, and how many there are of each kind in the scope (state and text apart). */
export async function listDrafts(db: Db, filter: DraftFilter): Promise<readonly DraftListRow[]> {
  const { after } = filter
  const state = {
    waiting: sql`m.state = 'draft'`,
    faulty,
    confirmed: sql`m.state = 'confirmed'`,
    all: sql`true`,
  }[filter.state]
  const like = filter.text ? `%${filter.text.replace(/[\\%_]/g, '\\$&')}%` : null
  const { rows } = await sql<DraftListRow>`select * from (select m.id, m.document_id as "documentId", m.path, m.title,
        m.state, m.draft, m.faults, m.edited, m.version, m.position, ${rankOf(filter.order)} as rank, d.folded as sort
      from ledger_measure m join ledger_document d on d.id = m.document_id
      where ${scopeOf(filter)} and ${state}
        and (${like}::text is null or m.title like ${like} or m.reading->>'text' like ${like})) m
    where ${after ? sql`(m.rank, m.sort, m.position, m.id) > (${after[0]}::int, ${after[1]}, ${after[2]}::int, ${after[3]}::uuid)` : sql`true`}
    order by m.rank, m.sort, m.position, m.id limit ${filter.limit}`.execute(db)
  return rows
}

export interface ScopeCounts {
  readonly all: number
  readonly confirmed: number
  readonly waiting: number
  /** With a fault, or with a newer text beside it: drafts and confirmed ones. */
  readonly faulty: number
  /** Drafts without any fault. */
  readonly clear: number
}

export async function countScope(db: Db, scope: Pick<DraftFilter, 'documentId' | 'issueId'>): Promise<ScopeCounts> {
  const { rows } = await sql<ScopeCounts>`select count(*)::int as all,
      count(*) filter (where m.state = 'confirmed')::int as confirmed,
      count(*) filter (where m.state = 'draft')::int as waiting, count(*) filter (where ${faulty})::int as faulty,
      count(*) filter (where m.state = 'draft' and not ${faulty})::int as clear
    from ledger_measure m join ledger_document d on d.id = m.document_id where ${scopeOf(scope)}`.execute(db)
  return rows[0] ?? { all: 0, confirmed: 0, waiting: 0, faulty: 0, clear: 0 }
}

export interface FaultyRow {
  readonly id: string
  readonly documentId: string
  readonly path: readonly string[]
  readonly title: string
  readonly draft: readonly DraftTask[]
  readonly faults: readonly DraftFault[]
}

/** All measures of the scope that have a fault, in the order of the text. */
export async function listFaulty(
  db: Db,
  scope: Pick<DraftFilter, 'documentId' | 'issueId'>,
): Promise<readonly FaultyRow[]> {
  const { rows } = await sql<FaultyRow>`select m.id, m.document_id as "documentId", m.path, m.title, m.draft, m.faults
    from ledger_measure m join ledger_document d on d.id = m.document_id
    where ${scopeOf(scope)} and ${faulty} order by d.folded, m.position limit 2000`.execute(db)
  return rows
}

/** Measures `m` of documents `d` in the scope; a document is named by its own id or by that of the gazette's document. */
export function scopeOf({ documentId, issueId }: Pick<DraftFilter, 'documentId' | 'issueId'>): RawBuilder<boolean> {
  if (documentId) return sql`${documentId}::uuid in (d.id, d.gazette_document_id)`
  return issueId ? sql`d.issue_id = ${issueId}::uuid` : sql`true`
}
