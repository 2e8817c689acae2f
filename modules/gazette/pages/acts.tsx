import {
  dayText,
  Empty,
  Field,
  PageTitle,
  Pagination,
  SelectField,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { ActsOfDocument, ActsView } from './officials.view.ts'
import { words } from './words.ts'

const actions = ['', 'appoint', 'remove', 'lapse'] as const

/** The register of acts, with its filters and as a spreadsheet. */
export function ActsPage(view: ActsView) {
  const say = useMessages(words)
  return (
    <div className="wrap">
      <PageTitle title={say('acts')}>{say('acts.lead')}</PageTitle>
      <Filters view={view} />
      {view.total === 0 ? (
        <Empty title={say('acts.none')}>
          <p>{say(view.filtered ? 'acts.none.next' : 'acts.empty.next')}</p>
        </Empty>
      ) : (
        <>
          <p className="meta row">
            <span role="status">{say('acts.total', { n: view.total })}</span>
            <a href={view.sheetHref}>{say('acts.sheet')}</a>
          </p>
          <Acts groups={view.groups} under="page" />
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

function Filters({ view: { filter, filtered, bodies } }: { readonly view: ActsView }) {
  const say = useMessages(words)
  return (
    <form className="filters" action="/officials/acts" method="get">
      <Field name="name" label={say('officials.name')} defaultValue={filter.name} />
      <Field name="body" label={say('officials.body')} defaultValue={filter.body} list="bodies" />
      <datalist id="bodies">
        {bodies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field name="from" type="date" label={say('acts.from')} defaultValue={filter.from} />
      <Field name="to" type="date" label={say('acts.to')} defaultValue={filter.to} />
      <SelectField
        name="action"
        label={say('acts.action')}
        defaultValue={filter.action}
        choices={actions.map((value) => ({ value, label: say(value === '' ? 'acts.action.all' : `act.${value}`) }))}
      />
      <button className="btn btn--primary" type="submit">
        {say('officials.show')}
      </button>
      {filtered && (
        <a className="btn btn--quiet" href="/officials/acts">
          {say('chronicle.clear')}
        </a>
      )}
    </form>
  )
}

interface ActsProps {
  readonly groups: readonly ActsOfDocument[]
  /** What stands right above: the title of the page, or that of a section. */
  readonly under: 'page' | 'section'
}

/** Acts under the documents that say them. */
export function Acts({ groups, under }: ActsProps) {
  const Heading = under === 'page' ? 'h2' : 'h3'
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return groups.map((group) => (
    <section key={group.key} className="actgroup">
      <Heading className="song" lang={zh}>
        {group.href === null ? group.title : <a href={group.href}>{group.title}</a>}
      </Heading>
      <p className="meta row">
        {group.number !== null && <span lang={zh}>{group.number}</span>}
        {group.date !== null && <span>{dayText(group.date, lang)}</span>}
      </p>
      <ul className="list acts">
        {group.acts.map((act) => (
          <li key={act.key}>
            <span className="meta">{say(`act.${act.action}`)}</span>
            <a href={act.personHref} lang={zh}>
              {act.person}
            </a>
            <span>
              <span className="song" lang={zh}>
                {act.post}
              </span>
              {act.probationMonths !== null && (
                <span className="meta"> {say('act.probation', { n: act.probationMonths })}</span>
              )}
              {act.note !== null && (
                <span className="meta" lang={zh}>
                  {' '}
                  {act.note}
                </span>
              )}
            </span>
          </li>
        ))}
      </ul>
    </section>
  ))
}
