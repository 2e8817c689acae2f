import {
  dayText,
  Empty,
  Field,
  monthText,
  PageTitle,
  Pagination,
  SelectField,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { ChronicleDay, ChronicleView, EntryView, TextRun } from './chronicle.view.ts'
import { spanText } from './span-text.tsx'
import { words } from './words.ts'

/** The chronicle as a timeline, with its filters. */
export function ChroniclePage(view: ChronicleView) {
  const say = useMessages(words)
  return (
    <div className="wrap">
      <PageTitle title={say('chronicle')}>{say('chronicle.lead')}</PageTitle>
      <Filters view={view} />
      {view.total === 0 ? (
        <Empty title={say(view.months.length === 0 ? 'chronicle.empty' : 'chronicle.none')}>
          <p>{say(view.months.length === 0 ? 'chronicle.empty.next' : 'chronicle.none.next')}</p>
        </Empty>
      ) : (
        <>
          <p className="meta row">
            <span role="status">{say('chronicle.total', { n: view.total })}</span>
            <a href={view.sheetHref}>{say('chronicle.sheet')}</a>
          </p>
          <ol className="timeline">
            {view.days.map((day) => (
              <Day key={`${day.start}/${day.end}`} day={day} />
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

function Filters({ view }: { readonly view: ChronicleView }) {
  const say = useMessages(words)
  const lang = useLang()
  return (
    <form className="filters" action="/chronicle" method="get">
      <SelectField
        name="month"
        label={say('chronicle.month')}
        defaultValue={view.filter.month}
        choices={[
          { value: '', label: say('chronicle.month.all') },
          ...view.months.map(({ month, entries }) => ({
            value: month,
            label: `${monthText(month, lang)}（${entries}）`,
          })),
        ]}
      />
      <Field name="from" type="date" label={say('chronicle.from')} defaultValue={view.filter.from} />
      <Field name="to" type="date" label={say('chronicle.to')} defaultValue={view.filter.to} />
      <Field name="person" size={12} label={say('chronicle.person')} defaultValue={view.filter.person} list="people" />
      <datalist id="people">
        {view.people.map(({ person }) => (
          <option key={person} value={person} />
        ))}
      </datalist>
      <Field name="body" size={12} label={say('chronicle.body')} defaultValue={view.filter.body} list="bodies" />
      <datalist id="bodies">
        {view.bodies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <Field name="text" size={12} label={say('chronicle.text')} defaultValue={view.filter.text} />
      <button className="btn btn--primary" type="submit">
        {say('chronicle.show')}
      </button>
      {view.filtered && (
        <a className="btn btn--quiet" href="/chronicle">
          {say('chronicle.clear')}
        </a>
      )}
    </form>
  )
}

function Day({ day }: { readonly day: ChronicleDay }) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <li>
      <div className="timeline__head">
        <b>
          <time dateTime={day.start}>{spanText(day, say, lang)}</time>
        </b>
      </div>
      {day.entries.map(({ key, href, runs }) => (
        <p key={key} id={key} className="song" lang={zh}>
          <Runs runs={runs} />{' '}
          <a href={href} aria-label={say('chronicle.permalink')}>
            #
          </a>
        </p>
      ))}
    </li>
  )
}

/** One entry, under its lasting address. */
export function EntryPage({ start, end, runs, document, issue, before, after }: EntryView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle title={spanText({ start, end }, say, lang)}>{say('entry.lead')}</PageTitle>
      <p className="song measure entry" lang={zh}>
        <Runs runs={runs} />
      </p>
      <p className="meta row">
        {issue !== null && (
          <a href={issue.href} lang={zh}>
            {issue.label}
          </a>
        )}
        <a href={document.href} lang={zh}>
          {document.title}
        </a>
      </p>
      <nav className="row entry__near" aria-label={say('entry.near')}>
        {before !== null && <a href={before.href}>{say('entry.before', { day: dayText(before.day, lang) })}</a>}
        {after !== null && <a href={after.href}>{say('entry.after', { day: dayText(after.day, lang) })}</a>}
      </nav>
    </div>
  )
}

function Runs({ runs }: { readonly runs: readonly TextRun[] }) {
  return runs.map(({ text, href }, place) =>
    href === null ? (
      text
    ) : (
      <a key={place} href={href}>
        {text}
      </a>
    ),
  )
}
