import {
  type Column,
  dayText,
  Empty,
  Field,
  PageTitle,
  Table,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import { Acts } from './acts.tsx'
import type { Basis, OfficialsView, PersonView, TenureRow } from './officials.view.ts'
import { spanText } from './span-text.tsx'
import { words } from './words.ts'

/** Who held which post on a day, and by which notice. */
export function OfficialsPage(view: OfficialsView) {
  const say = useMessages(words)
  const lang = useLang()
  return (
    <div className="wrap">
      <PageTitle title={say('officials')}>{say('officials.lead')}</PageTitle>
      <form className="filters" action="/officials" method="get">
        <Field name="day" type="date" label={say('officials.day')} defaultValue={view.filter.day} />
        <Field name="body" label={say('officials.body')} defaultValue={view.filter.body} list="bodies" />
        <datalist id="bodies">
          {view.bodies.map((name) => (
            <option key={name} value={name} />
          ))}
        </datalist>
        <Field name="name" label={say('officials.name')} defaultValue={view.filter.name} />
        <button className="btn btn--primary" type="submit">
          {say('officials.show')}
        </button>
      </form>
      {view.tenures.length === 0 ? (
        <Empty title={say('officials.none')}>
          <p>{say('officials.none.next')}</p>
        </Empty>
      ) : (
        <Tenures rows={view.tenures} caption={say('officials.on', { day: dayText(view.filter.day, lang) })} />
      )}
      {view.ending.length > 0 && (
        <section className="section" aria-labelledby="ending">
          <div className="sechead">
            <h2 id="ending">{say('officials.ends')}</h2>
          </div>
          <Tenures rows={view.ending} caption={say('officials.ends.lead')} />
        </section>
      )}
      {view.acts.length > 0 && (
        <section className="section" aria-labelledby="acts">
          <div className="sechead">
            <h2 id="acts">{say('officials.acts')}</h2>
            <a href="/officials/acts">{say('officials.acts.all', { n: view.actsInAll })}</a>
          </div>
          <Acts groups={view.acts} under="section" />
        </section>
      )}
    </div>
  )
}

/** What the gazette prints of one person. */
export function PersonPage({ person, tenures, acts, chronicle }: PersonView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle title={<span lang={zh}>{person}</span>}>{say('person.lead')}</PageTitle>
      {tenures.length + acts.length + chronicle.length === 0 && <Empty title={say('person.none')} />}
      {tenures.length > 0 && <Tenures rows={tenures} caption={say('person.tenures')} of="one" />}
      {acts.length > 0 && (
        <section className="section" aria-labelledby="acts">
          <div className="sechead">
            <h2 id="acts">{say('person.acts')}</h2>
          </div>
          <Acts groups={acts} under="section" />
        </section>
      )}
      {chronicle.length > 0 && (
        <section className="section" aria-labelledby="days">
          <div className="sechead">
            <h2 id="days">{say('person.chronicle')}</h2>
          </div>
          <ul className="list list--ruled measure">
            {chronicle.map((entry) => (
              <li key={entry.key}>
                <a href={entry.href}>{spanText(entry, say, lang)}</a>
                <p className="song" lang={zh}>
                  {entry.text}
                </p>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}

interface TenuresProps {
  readonly rows: readonly TenureRow[]
  readonly caption: string
  /** Those of one person do not repeat the name. */
  readonly of?: 'all' | 'one'
}

/** Columns in which no row has anything to say are left out. */
function Tenures({ rows, caption, of = 'all' }: TenuresProps) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const columns: readonly Column<TenureRow>[] = [
    {
      key: 'post',
      head: say('officials.post'),
      names: 'row',
      cell: (row) => (
        <span className="song" lang={zh}>
          {row.post}
        </span>
      ),
    },
    {
      key: 'person',
      head: say('officials.person'),
      cell: (row) => (
        <a href={row.personHref} lang={zh}>
          {row.person}
        </a>
      ),
    },
    {
      key: 'since',
      head: say('officials.since'),
      cell: (row) => (
        <>
          {row.since === null ? say('officials.before') : dayText(row.since, lang)}{' '}
          <BasisLink basis={row.appointedBy} />
        </>
      ),
    },
    {
      key: 'until',
      head: say('officials.until'),
      cell: (row) =>
        row.until !== null && (
          <>
            {dayText(row.until, lang)} <BasisLink basis={row.endedBy} />
          </>
        ),
    },
    {
      key: 'note',
      head: say('officials.note'),
      cell: (row) =>
        hasNote(row) && (
          <>
            {row.note !== null && <span lang={zh}>{row.note} </span>}
            {row.probationUntil !== null && say('officials.probation', { day: dayText(row.probationUntil, lang) })}
          </>
        ),
    },
  ]
  const silent = new Set([
    ...(of === 'one' ? ['person'] : []),
    ...(rows.some(({ until }) => until !== null) ? [] : ['until']),
    ...(rows.some(hasNote) ? [] : ['note']),
  ])
  return (
    <Table
      caption={caption}
      keyOf={(row: TenureRow) => row.key}
      rows={rows}
      columns={columns.filter(({ key }) => !silent.has(key))}
    />
  )
}

function hasNote({ note, probationUntil }: TenureRow): boolean {
  return note !== null || probationUntil !== null
}

function BasisLink({ basis }: { readonly basis: Basis | null }) {
  const zh = useChinese()
  if (basis === null) return null
  return basis.href === null ? (
    <span lang={zh}>{basis.label}</span>
  ) : (
    <a href={basis.href} lang={zh}>
      {basis.label}
    </a>
  )
}
