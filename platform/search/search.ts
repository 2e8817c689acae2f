import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { termsIn } from './entries.ts'
import { highlight, type Segment, snippet } from './highlight.ts'
import { LONGEST_QUERY, parseQuery, type QueryPart } from './parse-query.ts'

export interface SearchAsked {
  readonly query: string
  /** What the reader may see: `anyone`, and actions that the reader is allowed. */
  readonly allowed: readonly string[]
  readonly scope?: string | undefined
  readonly kind?: string | undefined
  readonly year?: number | undefined
  readonly limit: number
  readonly offset: number
}

export interface SearchHit {
  readonly thing: string
  readonly scope: string
  readonly kind: string
  readonly year: number | null
  readonly url: string
  readonly title: readonly Segment[]
  readonly context: readonly Segment[]
  readonly snippet: readonly Segment[]
}

export interface SearchAnswer {
  /** The parts that were looked for; empty when the query has no letter, digit or Han character. */
  readonly parts: readonly string[]
  readonly shortened: boolean
  /** `all`: every part stands in each hit. `some`: none has them all, so these have most of them. */
  readonly matched: 'all' | 'some'
  readonly total: number
  readonly hits: readonly SearchHit[]
}

/**
 * Finds what the reader may see, best first, with the total, in one statement: all parts of the query, or, when nothing
 * has them all, any of them. Any query is taken; see `parseQuery` for how it is read.
 */
export async function search(db: Db, asked: SearchAsked): Promise<SearchAnswer> {
  const terms = await termsIn(db, asked.query.slice(0, LONGEST_QUERY))
  const { parts, shortened } = parseQuery(asked.query, terms)
  const texts = parts.map(({ text }) => text)
  if (parts.length === 0) return { parts: [], shortened, matched: 'all', total: 0, hits: [] }
  const all = await find(db, asked, joined(parts, ' & '))
  const some = all.total === 0 && parts.length > 1 ? await find(db, asked, joined(parts, ' | ')) : undefined
  const { total, rows } = some ?? all
  return { parts: texts, shortened, matched: some ? 'some' : 'all', total, hits: rows.map((row) => hitOf(row, texts)) }
}

/** Years that things of a kind have, newest first, for narrowing a search. */
export async function searchYears(db: Db, kind: string): Promise<readonly number[]> {
  const rows = await db
    .selectFrom('search_entry')
    .select('year')
    .distinct()
    .where('kind', '=', kind)
    .where('year', 'is not', null)
    .orderBy('year', 'desc')
    .execute()
  return rows.flatMap(({ year }) => year ?? [])
}

interface HitRow {
  readonly thing: string
  readonly scope: string
  readonly kind: string
  readonly year: number | null
  readonly title: string
  readonly context: string
  readonly body: string
  readonly url: string
  readonly total: number
}

function joined(parts: readonly QueryPart[], operator: ' & ' | ' | '): string {
  return parts.map(({ condition }) => condition).join(operator)
}

async function find(
  db: Db,
  asked: SearchAsked,
  condition: string,
): Promise<{ total: number; rows: readonly HitRow[] }> {
  const conditions: RawBuilder<unknown>[] = [
    sql`tokens @@ ${condition}::tsquery`,
    sql`may = any(${[...asked.allowed]}::text[])`,
    ...(asked.scope === undefined ? [] : [sql`scope = ${asked.scope}`]),
    ...(asked.kind === undefined ? [] : [sql`kind = ${asked.kind}`]),
    ...(asked.year === undefined ? [] : [sql`year = ${asked.year}`]),
  ]
  const { rows } = await sql<HitRow>`with found as materialized (
      select thing, ts_rank(tokens, ${condition}::tsquery, 1) as rank, count(*) over () as total
      from search_entry where ${sql.join(conditions, sql` and `)}
      order by rank desc, thing limit ${asked.limit} offset ${asked.offset}
    )
    select entry.thing, scope, kind, year, title, context, body, url, found.total
    from found join search_entry entry using (thing) order by found.rank desc, entry.thing`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

function hitOf(row: HitRow, parts: readonly string[]): SearchHit {
  return {
    thing: row.thing,
    scope: row.scope,
    kind: row.kind,
    year: row.year,
    url: row.url,
    title: highlight(row.title, parts),
    context: highlight(row.context, parts),
    snippet: snippet(row.body, parts),
  }
}
