import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../db/index.ts'
import { termsIn } from './entries.ts'
import { highlight, type Segment, snippet } from './highlight.ts'
import { LONGEST_QUERY, looserParts, type ParsedQuery, parseQuery, type QueryPart } from './parse-query.ts'

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
 * Finds what the reader may see, best first, with the total, in one statement: all parts of the query. Only when nothing
 * has them all is it asked again, for two of their two-character pieces, and then for any. Any query is taken; see
 * `parseQuery`.
 */
export async function search(db: Db, asked: SearchAsked): Promise<SearchAnswer> {
  const terms = await termsIn(db, asked.query.slice(0, LONGEST_QUERY))
  const parsed = parseQuery(asked.query, terms)
  const { parts, shortened } = parsed
  if (parts.length === 0) return { parts: [], shortened, matched: 'all', total: 0, hits: [] }
  const all = await findAll(db, asked, parsed)
  if (all.total > 0) return answerOf(all, { parts, shortened, matched: 'all' })
  const pieces = looserParts(parts)
  if (pieces.length < 2) return answerOf(all, { parts, shortened, matched: 'all' })
  const some = await findSome(db, asked, pieces)
  const found = some.total > 0 ? some : await findAny(db, asked, pieces)
  return answerOf(found, { parts: pieces, shortened, matched: 'some' })
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

interface Found {
  readonly total: number
  readonly rows: readonly HitRow[]
}

/** So many of the best are looked at once more: where the query stands as one string, it counts double. */
const LOOKED_AT_AGAIN = 60

async function findAll(db: Db, asked: SearchAsked, { parts, whole }: ParsedQuery): Promise<Found> {
  const condition = sql`${parts.map((part) => part.condition).join(' & ')}::tsquery`
  const last = asked.offset + asked.limit
  const matched = (limit: number) => sql`
      select thing, ts_rank(tokens, ${condition}, 1) as rank, count(*) over () as total
      from search_entry where tokens @@ ${condition} and ${narrowed(asked)}
      order by rank desc, thing limit ${limit}`
  const best = whole
    ? sql`matched as materialized (${matched(Math.max(last, LOOKED_AT_AGAIN))}), best as (
        select thing, total, rank * case when tokens @@ ${whole.condition}::tsquery then 2 else 1 end as rank
        from matched join search_entry using (thing) order by rank desc, thing
        limit ${asked.limit} offset ${asked.offset}
      )`
    : sql`best as materialized (${matched(asked.limit)} offset ${asked.offset})`
  const { rows } = await sql<HitRow>`with ${best}
    select entry.thing, scope, kind, year, title, context, body, url, total
    from best join search_entry entry using (thing) order by rank desc, entry.thing`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** At least two of the pieces, which the index decides by itself; those that have most of them first. */
async function findSome(db: Db, asked: SearchAsked, pieces: readonly QueryPart[]): Promise<Found> {
  const conditions = pieces.map((piece) => piece.condition)
  const two = conditions.flatMap((one, index) => conditions.slice(index + 1).map((other) => `${one} & ${other}`))
  const any = sql`${conditions.join(' | ')}::tsquery`
  const last = asked.offset + asked.limit
  const { rows } = await sql<HitRow>`with matched as materialized (
      select thing, ts_rank(tokens, ${any}, 1) as rank, count(*) over () as total
      from search_entry where tokens @@ ${two.join(' | ')}::tsquery and ${narrowed(asked)}
      order by rank desc, thing limit ${Math.max(last, LOOKED_AT_AGAIN)}
    ), best as (
      select thing, total, row_number() over (order by pieces desc, rank desc, thing) as place
      from matched join search_entry using (thing), lateral (
        select count(*) as pieces from unnest(${conditions}::text[]) as piece where tokens @@ piece::tsquery
      ) as counted
    )
    select entry.thing, scope, kind, year, title, context, body, url, total
    from best join search_entry entry using (thing)
    where place > ${asked.offset} and place <= ${last} order by place`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** Any one of the pieces; what few things have tells more, so it comes first (Spärck Jones 1972). */
async function findAny(db: Db, asked: SearchAsked, pieces: readonly QueryPart[]): Promise<Found> {
  const conditions = pieces.map((piece) => piece.condition)
  const { rows } = await sql<HitRow>`with hit as materialized (
      select piece, thing from unnest(${conditions}::text[]) as piece
      join search_entry on tokens @@ piece::tsquery and ${narrowed(asked)}
    ), common as (
      select piece, count(*) as things from hit group by piece
    ), matched as materialized (
      select thing, min(things) as things, count(*) over () as total from hit join common using (piece)
      group by thing order by things, thing limit ${Math.max(asked.offset + asked.limit, LOOKED_AT_AGAIN)}
    )
    select entry.thing, scope, kind, year, title, context, body, url, total
    from matched join search_entry entry using (thing)
    order by things, ts_rank(tokens, ${conditions.join(' | ')}::tsquery, 1) desc, entry.thing
    limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return { total: rows[0]?.total ?? 0, rows }
}

/** What the reader may see, and what the search is narrowed to. */
function narrowed(asked: SearchAsked): RawBuilder<unknown> {
  const conditions = [
    sql`may = any(${[...asked.allowed]}::text[])`,
    ...(asked.scope === undefined ? [] : [sql`scope = ${asked.scope}`]),
    ...(asked.kind === undefined ? [] : [sql`kind = ${asked.kind}`]),
    ...(asked.year === undefined ? [] : [sql`year = ${asked.year}`]),
  ]
  return sql.join(conditions, sql` and `)
}

function answerOf(
  { total, rows }: Found,
  { parts, ...how }: { parts: readonly QueryPart[] } & Pick<SearchAnswer, 'shortened' | 'matched'>,
): SearchAnswer {
  const texts = parts.map(({ text }) => text)
  return { ...how, parts: texts, total, hits: rows.map((row) => hitOf(row, texts)) }
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
