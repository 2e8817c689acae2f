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
import type { ChronicleDay, ChronicleView } from './chronicle.view.ts'
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
          <p className="meta" role="status">
            {say('chronicle.total', { n: view.total })}
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
      <Field name="person" label={say('chronicle.person')} defaultValue={view.filter.person} list="people" />
      <datalist id="people">
        {view.people.map(({ person }) => (
          <option key={person} value={person} />
        ))}
      </datalist>
      <Field name="body" label={say('chronicle.body')} defaultValue={view.filter.body} list="bodies" />
      <datalist id="bodies">
        {view.bodies.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <button className="btn btn--primary" type="submit">
        {say('chronicle.show')}
      </button>
      {Object.values(view.filter).some((part) => part !== '') && (
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
  const from = dayText(day.start, lang)
  return (
    <li>
      <div className="timeline__head">
        <b>
          <time dateTime={day.start}>
            {day.start === day.end ? from : say('chronicle.span', { from, to: dayText(day.end, lang) })}
          </time>
        </b>
      </div>
      {day.entries.map(({ key, runs }) => (
        <p key={key} id={key} className="song" lang={zh}>
          {runs.map(({ text, href }, place) =>
            href === null ? (
              text
            ) : (
              <a key={place} href={href}>
                {text}
              </a>
            ),
          )}
        </p>
      ))}
    </li>
  )
}
