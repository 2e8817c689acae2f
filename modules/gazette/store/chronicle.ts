import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** What happened on a day or over a span, as printed. */
export interface ChronicleEntry {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly text: string
  readonly people: readonly string[]
}

export interface ChronicleFilter {
  /** Entries that touch this span; both inclusive. */
  readonly from: string | null
  readonly to: string | null
  readonly person: string | null
  /** Words that stand in the entry, any of them: the names of a body. */
  readonly words: readonly string[]
}

export interface ChronicleAsked extends ChronicleFilter {
  readonly limit: number
  readonly offset: number
}

/** Entries of the newest texts by day, and how many there are in all. */
export async function listChronicle(
  db: Db,
  asked: ChronicleAsked,
): Promise<{ total: number; entries: readonly ChronicleEntry[] }> {
  const rows = await selectChronicle(db, asked)
    .select([
      'entry.id',
      'starts_on as start',
      'ends_on as end',
      'text',
      'people',
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('starts_on')
    .orderBy('ends_on')
    .orderBy('entry.position')
    .limit(asked.limit)
    .offset(asked.offset)
    .execute()
  return { total: rows[0]?.total ?? 0, entries: rows }
}

/** Months that have entries, newest first, with how many. */
export async function chronicleMonths(db: Db): Promise<readonly { month: string; entries: number }[]> {
  const month = sql<string>`to_char(starts_on, 'YYYY-MM')`
  return entriesOfNewestTexts(db)
    .select([month.as('month'), sql<number>`count(*)`.as('entries')])
    .groupBy(month)
    .orderBy('month', 'desc')
    .execute()
}

/** People named in entries, by how often. */
export async function chroniclePeople(db: Db, limit: number): Promise<readonly { person: string; entries: number }[]> {
  const { rows } = await sql<{ person: string; entries: number }>`
    select person, count(*) as entries from ${entriesOfNewestTexts(db).select('people')} as entry, unnest(people) as person
    group by person order by entries desc, person limit ${limit}`.execute(db)
  return rows
}

/** The last entries, newest first. */
export async function newestChronicle(db: Db, limit: number): Promise<readonly ChronicleEntry[]> {
  return entriesOfNewestTexts(db)
    .select(['entry.id', 'starts_on as start', 'ends_on as end', 'text', 'people'])
    .orderBy('starts_on', 'desc')
    .orderBy('entry.position', 'desc')
    .limit(limit)
    .execute()
}

function entriesOfNewestTexts(db: Db) {
  return db
    .selectFrom('gazette_chronicle as entry')
    .innerJoin('gazette_document as document', (join) =>
      join.onRef('document.id', '=', 'entry.document_id').onRef('document.text_version', '=', 'entry.version'),
    )
}

function selectChronicle(db: Db, filter: ChronicleFilter) {
  let query = entriesOfNewestTexts(db)
  if (filter.from !== null) query = query.where('ends_on', '>=', filter.from)
  if (filter.to !== null) query = query.where('starts_on', '<=', filter.to)
  if (filter.person !== null) query = query.where(sql<boolean>`people @> array[${filter.person}]`)
  if (filter.words.length > 0) {
    const words = [...filter.words]
    query = query.where(
      sql<boolean>`exists (select from unnest(${words}::text[]) word where position(word in text) > 0)`,
    )
  }
  return query
}
