import { findPermalink } from '@guangyue/kernel/provision'
import type { Ctx } from '@guangyue/platform/db'
import type { PageResult } from '@guangyue/platform/http'
import { type SearchAnswer, type SearchHit, search, searchYears } from '@guangyue/platform/search'
import { z } from 'zod'
import { clauseAnchor } from '../model.ts'
import { findDocument } from '../service/facts.ts'
import { scopeOf } from '../service/index-texts.ts'
import type { SearchHitView, SearchView } from './search.view.ts'
import { typed } from './typed.ts'
import { words } from './words.ts'

const PAGE_SIZE = 20
/** Nobody turns so many pages; a larger number in the address is taken for this one. */
const LAST_PAGE = 500

/** What `/search` takes. A value that makes no sense is as if it were not there, so that any link answers. */
export const searchQuery = z.object({
  q: typed(100_000),
  kind: z.enum(['', 'document', 'provision', 'act', 'chronicle']).catch(''),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .catch(''),
  document: typed(200),
  page: z.coerce.number().int().min(1).max(LAST_PAGE).catch(1),
})

/** Full-text search over clauses, titles, acts and chronicle, with what the reader may see. */
export async function loadSearch(ctx: Ctx, asked: z.output<typeof searchQuery>): Promise<PageResult<SearchView>> {
  const within = asked.document === '' ? undefined : await findDocument(ctx.db, asked.document)
  const answer = await search(ctx.db, {
    query: asked.q,
    allowed: ctx.can('ledger.read') ? ['anyone', 'ledger.read'] : ['anyone'],
    scope: within && scopeOf(within.id),
    kind: asked.kind || undefined,
    year: asked.year === '' ? undefined : Number(asked.year),
    limit: PAGE_SIZE,
    offset: (asked.page - 1) * PAGE_SIZE,
  })
  if (answer.hits.length === 0 && asked.page > 1) return { redirect: hrefOf(asked.q, asked), status: 302 }
  const filter = { kind: asked.kind, year: asked.year, document: within ? asked.document : '' }
  return {
    title: asked.q.trim() === '' ? words(ctx.lang, 'search') : `${asked.q.slice(0, 40)} · ${words(ctx.lang, 'search')}`,
    crumbs: [{ label: words(ctx.lang, 'search') }],
    view: {
      query: asked.q.slice(0, 200),
      filter,
      years: await searchYears(ctx.db, 'document'),
      within: within ? { title: within.title, allHref: hrefOf(asked.q, { ...filter, document: '' }) } : null,
      state: stateOf(asked.q, answer),
      shortened: answer.shortened ? 'shortened' : 'whole',
      total: answer.total,
      page: asked.page,
      pageSize: PAGE_SIZE,
      pageHref: `${hrefOf(asked.q, filter)}&page=`,
      hits: answer.hits.map(hitView),
    },
  }
}

function stateOf(query: string, { parts, total, matched }: SearchAnswer): SearchView['state'] {
  if (query.trim() === '') return 'ask'
  if (parts.length === 0) return 'unreadable'
  if (total === 0) return 'none'
  return matched === 'all' ? 'found' : 'some'
}

function hitView(hit: SearchHit): SearchHitView {
  const ref = findPermalink(hit.url)
  return {
    key: hit.thing,
    href: ref && ref.path.length > 0 ? `${hit.url}#${encodeURIComponent(clauseAnchor(ref.path))}` : hit.url,
    kind: hit.kind,
    citation: ref ? [ref.document, ref.path.join('')].join(' ').trim() : '',
    title: hit.title,
    context: hit.context,
    snippet: hit.snippet,
  }
}

function hrefOf(query: string, filter: SearchView['filter']): string {
  const params = new URLSearchParams({ q: query.slice(0, 200) })
  for (const [name, value] of Object.entries(filter)) if (value !== '') params.set(name, value)
  return `/search?${params}`
}
