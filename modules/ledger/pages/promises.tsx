import {
  Cite,
  dayText,
  Empty,
  Field,
  PageTitle,
  Pagination,
  SelectField,
  StateBar,
  StateFigures,
  Table,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { Light } from '../model/light.ts'
import { TaskLight } from './due.tsx'
import { lightState, statesOf } from './light-state.ts'
import type { PromiseRow, PromisesView } from './promises.view.ts'
import { words } from './words.ts'

/** Promises and progress: figures by light, the released documents, and their tasks under conditions. */
export function PromisesPage(view: PromisesView) {
  const say = useMessages(words)
  const lang = useLang()
  if (view.documents.length === 0) {
    return (
      <div className="wrap">
        <PageTitle title={say('ledger')}>{say('lead')}</PageTitle>
        <Empty title={say('none.title')}>
          <p>{say('none.next')}</p>
        </Empty>
      </div>
    )
  }
  const counts = statesOf(view.counts)
  const hrefs = Object.fromEntries(
    Object.entries(lightState).map(([light, state]) => [state, view.lightHrefs[light as Light]]),
  )
  return (
    <div className="wrap">
      <PageTitle title={say('ledger')}>{say('lead')}</PageTitle>
      {Object.values(view.counts).some((count) => count > 0) && (
        <>
          <p className="meta">{say('asOf', { day: dayText(view.today, lang) })}</p>
          <StateBar counts={counts} />
          <StateFigures counts={counts} href={(state) => hrefs[state]} />
        </>
      )}
      <Documents documents={view.documents} />
      <Filters view={view} />
      <Tasks view={view} />
    </div>
  )
}

function Documents({ documents }: Pick<PromisesView, 'documents'>) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <section className="section" aria-labelledby="documents">
      <div className="sechead">
        <h2 id="documents">{say('documents')}</h2>
      </div>
      <ul className="list list--ruled">
        {documents.map((document) => (
          <li key={document.id}>
            <a className="song" href={document.href} lang={zh} aria-current={document.current ? 'true' : undefined}>
              {document.name}
            </a>
            <p className="meta row">
              <span>{say('tasks', { n: document.tasks })}</span>
              {document.counts === null && <span>{say('tracked.only')}</span>}
            </p>
            {document.counts !== null && <StateBar counts={statesOf(document.counts)} size="small" />}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Filters({ view }: { readonly view: PromisesView }) {
  const say = useMessages(words)
  const { filter } = view
  const all = { value: '', label: say('all') }
  return (
    <search>
      <form action="/ledger" method="get" className="filters">
        <SelectField
          name="document"
          label={say('filter.document')}
          defaultValue={filter.document}
          choices={[all, ...view.documents.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        <SelectField
          name="lead"
          label={say('filter.lead')}
          defaultValue={filter.lead}
          choices={[all, ...view.leads.map(({ id, name }) => ({ value: id, label: name }))]}
        />
        {view.indicators.length > 0 && (
          <SelectField
            name="indicator"
            label={say('filter.indicator')}
            defaultValue={filter.indicator}
            choices={[all, ...view.indicators.map(({ id, name }) => ({ value: id, label: name }))]}
          />
        )}
        {filter.light !== '' && <input type="hidden" name="light" value={filter.light} />}
        <Field name="q" label={say('filter.text')} defaultValue={filter.q} maxLength={100} />
        <button className="btn" type="submit">
          {say('filter.go')}
        </button>
        {Object.values(filter).some((value) => value !== '') && <a href="/ledger">{say('filter.clear')}</a>}
      </form>
    </search>
  )
}

function Tasks({ view }: { readonly view: PromisesView }) {
  const say = useMessages(words)
  if (view.tasks.length === 0) {
    return (
      <Empty title={say('none.found')}>
        <p>
          <a href="/ledger">{say('none.found.next')}</a>
        </p>
      </Empty>
    )
  }
  return (
    <>
      <Table
        caption={say('found', { n: view.total })}
        rows={view.tasks}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'task',
            head: say('column.task'),
            names: 'row',
            cell: (row: PromiseRow) => <TaskName row={row} />,
          },
          { key: 'lead', head: say('column.lead'), cell: (row: PromiseRow) => <Leads leads={row.leads} /> },
          { key: 'due', head: say('column.due'), cell: (row: PromiseRow) => <Due row={row} /> },
          {
            key: 'state',
            head: say('column.state'),
            cell: ({ light, daysLeft }: PromiseRow) =>
              light === null ? say('tracked.only') : <TaskLight light={light} daysLeft={daysLeft} />,
          },
        ]}
      />
      <Pagination
        page={view.page}
        pageSize={view.pageSize}
        total={view.total}
        href={(page) => `${view.pageHref}${page}`}
      />
    </>
  )
}

function TaskName({ row }: { readonly row: PromiseRow }) {
  const zh = useChinese()
  return (
    <>
      <a href={row.href} lang={zh}>
        {row.title}
      </a>
      <br />
      <Cite href={row.cite.href ?? undefined}>{row.cite.label}</Cite>
    </>
  )
}

function Leads({ leads }: { readonly leads: readonly string[] }) {
  const say = useMessages(words)
  const zh = useChinese()
  const [first = ''] = leads
  return (
    <span lang={zh}>{leads.length > 2 ? say('more.leads', { name: first, n: leads.length }) : leads.join('、')}</span>
  )
}

function Due({ row }: { readonly row: PromiseRow }) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  if (row.due !== null) return <time dateTime={row.due}>{dayText(row.due, lang)}</time>
  return row.duePhrase === null ? (
    <span className="meta">{say('due.none')}</span>
  ) : (
    <span lang={zh}>{row.duePhrase}</span>
  )
}
