import { Empty, Notice, PageTitle, Pagination, SelectField, useChinese, useMessages } from '@guangyue/platform/ui'
import type { SearchHitView, SearchView } from './search.view.ts'
import { words } from './words.ts'

type Segments = SearchHitView['snippet']

/** Full-text search with its filters, hits and pages. */
export function SearchPage(view: SearchView) {
  const say = useMessages(words)
  return (
    <div className="wrap">
      <PageTitle title={say('search')} />
      <SearchForm view={view} />
      <Answer view={view} />
      {view.hits.length > 0 && (
        <>
          <ol className="list list--ruled hits measure">
            {view.hits.map((hit) => (
              <Hit key={hit.key} hit={hit} />
            ))}
          </ol>
          <Pagination
            page={view.page}
            pageSize={view.pageSize}
            total={view.total}
            href={(page) => `${view.pageHref}${page}`}
          />
        </>
      )}
    </div>
  )
}

function SearchForm({ view }: { readonly view: SearchView }) {
  const say = useMessages(words)
  const kinds = ['', 'provision', 'document', 'act', 'chronicle'] as const
  return (
    <search>
      <form action="/search" method="get">
        <div className="search search--sm">
          <input type="search" name="q" defaultValue={view.query} aria-label={say('search.label')} maxLength={200} />
          <button type="submit">{say('search.go')}</button>
        </div>
        <div className="filters">
          <SelectField
            name="kind"
            label={say('search.kind')}
            defaultValue={view.filter.kind}
            choices={kinds.map((value) => ({ value, label: say(`search.kind.${value === '' ? 'all' : value}`) }))}
          />
          <SelectField
            name="year"
            label={say('search.year')}
            defaultValue={view.filter.year}
            choices={[
              { value: '', label: say('search.kind.all') },
              ...view.years.map((year) => ({ value: String(year), label: String(year) })),
            ]}
          />
          {view.within !== null && (
            <p className="meta">
              <input type="hidden" name="document" value={view.filter.document} />
              {say('search.document.only', { title: view.within.title })}{' '}
              <a href={view.within.allHref}>{say('search.document.all')}</a>
            </p>
          )}
        </div>
      </form>
    </search>
  )
}

function Answer({ view }: { readonly view: SearchView }) {
  const say = useMessages(words)
  if (view.state === 'ask') return <p className="meta">{say('search.ask')}</p>
  if (view.state === 'unreadable') {
    return (
      <Empty title={say('search.unreadable')}>
        <p>{say('search.unreadable.next')}</p>
      </Empty>
    )
  }
  if (view.state === 'none') {
    return (
      <Empty title={say('search.none', { query: view.query.slice(0, 60) })}>
        <p>{say('search.none.next')}</p>
      </Empty>
    )
  }
  return (
    <>
      {view.shortened === 'shortened' && <Notice title={say('search.shortened')} />}
      <p className="meta" role="status">
        {say(view.state === 'some' ? 'search.some' : 'search.found', { n: view.total })}
      </p>
    </>
  )
}

function Hit({ hit }: { readonly hit: SearchHitView }) {
  const zh = useChinese()
  const named = hit.title.some(({ text }) => text !== '')
  return (
    <li>
      <a className="song" href={hit.href} lang={zh}>
        {named ? <Marked segments={hit.title} /> : hit.citation || <Marked segments={hit.context} />}
      </a>
      <p className="song" lang={zh}>
        <Marked segments={hit.snippet} />
      </p>
      <p className="meta row" lang={zh}>
        {hit.citation !== '' && named && <span>{hit.citation}</span>}
        <span>
          <Marked segments={hit.context} />
        </span>
      </p>
    </li>
  )
}

function Marked({ segments }: { readonly segments: Segments }) {
  return segments.map(({ text, hit }, place) =>
    hit ? (
      <mark className="hit" key={place}>
        {text}
      </mark>
    ) : (
      text
    ),
  )
}
