import { sql } from 'kysely'
import { type Db, jsonText, type Tx } from '../db/index.ts'
import { fold } from './fold.ts'
import { vectorOf } from './vector.ts'

/** Something that can be found. */
export interface SearchEntry {
  /** Kind and id: `provision/018f…`. */
  readonly thing: string
  /** What it belongs to and is replaced with: `document/018f…`. */
  readonly scope: string
  readonly kind: string
  readonly year: number | null
  /** Worth most. */
  readonly title: string
  /** Headings it stands under: found, but worth less than its own words. */
  readonly context: string
  readonly body: string
  readonly url: string
  /** `anyone`, or the action that a reader must be allowed. */
  readonly may: string
}

const CHUNK = 1000

/** What these scopes now hold; what they held before is forgotten. A statement for each thousand entries. */
export async function replaceEntries(
  tx: Tx,
  scopes: readonly string[],
  entries: readonly SearchEntry[],
): Promise<void> {
  if (scopes.length > 0) await tx.deleteFrom('search_entry').where('scope', 'in', scopes).execute()
  for (let from = 0; from < entries.length; from += CHUNK) {
    const rows = entries.slice(from, from + CHUNK).map((entry) => ({ ...entry, tokens: tokensOfEntry(entry) }))
    await sql`insert into search_entry (thing, scope, kind, year, title, context, body, url, may, tokens)
      select thing, scope, kind, year, title, context, body, url, may, tokens
      from json_populate_recordset(null::search_entry, ${jsonText(rows)}::json)`.execute(tx)
  }
}

/** Names that a query keeps whole: bodies, headings. Known ones stay. */
export async function addSearchTerms(tx: Tx, terms: readonly string[]): Promise<void> {
  const folded = [...new Set(terms.map((term) => fold(term).trim()))].filter(
    (term) => term.length >= 3 && term.length <= 40,
  )
  if (folded.length === 0) return
  await sql`insert into search_term (term) select unnest(${folded}::text[]) on conflict do nothing`.execute(tx)
}

/** The known names that stand in a query. */
export async function termsIn(db: Db, query: string): Promise<readonly string[]> {
  const result = await sql<{
    term: string
  }>`select term from search_term where position(term in ${fold(query)}) > 0`.execute(db)
  return result.rows.map(({ term }) => term)
}

function tokensOfEntry(entry: SearchEntry): string {
  return vectorOf([
    { text: entry.title, weight: 'A' },
    { text: entry.context, weight: 'C' },
    { text: entry.body, weight: 'D' },
  ])
}
