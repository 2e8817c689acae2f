import type { Db } from '@guangyue/platform/db'
import { sql } from 'kysely'

/** What happened on a day or over a span, as printed. */
export interface ChronicleEntry {
  readonly id: string
  readonly start: string
  readonly end: string
  readonly text: string
  readonly people: readonly string[]
  /** Place among the entries that begin on that day, from 1. */
  readonly place: number
}

/** An entry with the document that prints it. */
export interface PrintedEntry extends ChronicleEntry {
  readonly documentKey: string
  readonly documentTitle: string
  readonly issue: { readonly key: string; readonly label: string } | null
}

export interface ChronicleFilter {
  /** Entries that touch this span; both inclusive. */
  readonly from: string | null
  readonly to: string | null
  readonly person: string | null
  /** Names of a body; any of them stands in the entry. */
  readonly bodyNames: readonly string[]
  /** Stands in the entry. */
  readonly text: string | null
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
      placeOnDay.as('place'),
      sql<number>`count(*) over ()`.as('total'),
    ])
    .orderBy('starts_on')
    .orderBy('document.key')
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
    .select(['entry.id', 'starts_on as start', 'ends_on as end', 'text', 'people', placeOnDay.as('place')])
    .orderBy('starts_on', 'desc')
    .orderBy('document.key', 'desc')
    .orderBy('entry.position', 'desc')
    .limit(limit)
    .execute()
}

/** The entry that begins on the day, at that place of the day. */
export async function findEntry(db: Db, day: string, place: number): Promise<PrintedEntry | undefined> {
  const row = await entriesOfNewestTexts(db)
    .leftJoin('gazette_issue as issue', 'issue.id', 'document.issue_id')
    .select(['entry.id', 'starts_on as start', 'ends_on as end', 'text', 'people', placeOnDay.as('place')])
    .select(['document.key as documentKey', 'document.title as documentTitle'])
    .select(['issue.key as issueKey', 'issue.label as issueLabel'])
    .where('starts_on', '=', day)
    .orderBy('document.key')
    .orderBy('entry.position')
    .limit(1)
    .offset(place - 1)
    .executeTakeFirst()
  if (!row) return undefined
  const { issueKey, issueLabel, ...entry } = row
  return { ...entry, issue: issueKey === null || issueLabel === null ? null : { key: issueKey, label: issueLabel } }
}

/** The entries printed right before and right after the one at the place of the day. */
export async function neighboursOf(
  db: Db,
  { start, place }: { readonly start: string; readonly place: number },
): Promise<{ before: ChronicleEntry | undefined; after: ChronicleEntry | undefined }> {
  const near = (side: 'before' | 'after') => {
    const [sign, order] = side === 'before' ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
    return entriesOfNewestTexts(db)
      .select(['entry.id', 'starts_on as start', 'ends_on as end', 'text', 'people', placeOnDay.as('place')])
      .where((eb) =>
        eb.or([eb('starts_on', sign, start), eb.and([eb('starts_on', '=', start), eb(placeOnDay, sign, place)])]),
      )
      .orderBy('starts_on', order)
      .orderBy('document.key', order)
      .orderBy('entry.position', order)
      .limit(1)
      .executeTakeFirst()
  }
  const [before, after] = await Promise.all([near('before'), near('after')])
  return { before, after }
}

/** Place of the entry among those of the newest texts that begin on its day, in printed order. */
const placeOnDay = sql<number>`(
  select count(*)::int from gazette_chronicle other
  join gazette_document home on home.id = other.document_id and home.text_version = other.version
  where other.starts_on = entry.starts_on and (home.key, other.position) <= (document.key, entry.position))`

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
  if (filter.bodyNames.length > 0) {
    const names = [...filter.bodyNames]
    query = query.where(
      sql<boolean>`exists (select from unnest(${names}::text[]) name where position(name in text) > 0)`,
    )
  }
  if (filter.text !== null) query = query.where(sql<boolean>`position(${filter.text} in text) > 0`)
  return query
}
