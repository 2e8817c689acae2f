import {
  dayText,
  Empty,
  Phrases,
  StateBar,
  StateFigures,
  shortDay,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { ActView, DayView, HomeView, IssueView, PromisesView } from './home.view.ts'
import { portal } from './messages.ts'

/** The front page of a city: search, where the promises stand, the latest issue, acts and chronicle. */
export function HomePage({ search, promises, issue, acts, chronicle }: HomeView) {
  return (
    <>
      <Hero search={search} />
      {promises && <Promises promises={promises} />}
      <div className="section twothirds">
        <LatestIssue issue={issue} />
        <div>
          {acts && <Acts acts={acts} />}
          {chronicle && <Chronicle chronicle={chronicle} />}
        </div>
      </div>
    </>
  )
}

function Hero({ search }: { readonly search: HomeView['search'] }) {
  const say = useMessages(portal)
  const lang = useChinese()
  return (
    <div className="hero">
      <div className="hero__main">
        <h1>
          {say('home.headline.1')}
          <br />
          <Phrases phrases={[say('home.headline.2'), say('home.headline.3')]} />
        </h1>
        {search.action !== null && (
          <search>
            <form className="search" action={search.action}>
              <label className="vh" htmlFor="q">
                {say('search.label')}
              </label>
              <input id="q" name="q" type="search" required placeholder={say('search.placeholder')} />
              <button type="submit">{say('search.go')}</button>
            </form>
          </search>
        )}
        {search.hints.length > 0 && (
          <p className="hints">
            <span>{say('search.hints')}</span>
            {search.hints.map(({ text, href }) => (
              <a key={href} href={href} lang={lang}>
                {text}
              </a>
            ))}
          </p>
        )}
      </div>
      <div className="hero__art">
        <img src="/assets/tower.svg" alt="" width="400" height="384" />
      </div>
    </div>
  )
}

function Promises({ promises }: { readonly promises: PromisesView }) {
  const say = useMessages(portal)
  const lang = useLang()
  return (
    <section className="band">
      <div className="promise">
        <div>
          <h2>
            <Phrases phrases={[say('promises.title', { n: promises.total }), say('promises.title.2')]} />
          </h2>
          <p className="meta">{say('promises.as-of', { day: dayText(promises.asOf, lang) })}</p>
        </div>
        <a className="btn" href={promises.href}>
          {say('promises.all')}
        </a>
      </div>
      <StateBar counts={promises.counts} />
      <StateFigures counts={promises.counts} href={(state) => promises.hrefs?.[state]} />
      {promises.groups.length > 0 && <Groups groups={promises.groups} />}
    </section>
  )
}

function Groups({ groups }: { readonly groups: PromisesView['groups'] }) {
  const say = useMessages(portal)
  const lang = useChinese()
  return (
    <ul className="minis">
      {groups.map(({ name, href, total, counts }) => (
        <li className="mini" key={href}>
          <a href={href}>
            <span className="mini__n" lang={lang}>
              {name}
            </span>
            <StateBar counts={counts} size="small" />
            <span className="mini__v">
              <span>{say('promises.of', { n: total })}</span>
              <span>{say('promises.done', { n: counts.done ?? 0 })}</span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  )
}

function LatestIssue({ issue }: { readonly issue: IssueView | null }) {
  const say = useMessages(portal)
  const lang = useChinese()
  if (issue === null) {
    return (
      <section>
        <div className="sechead">
          <h2>{say('issue.title')}</h2>
        </div>
        <Empty title={say('issue.empty')}>{say('issue.empty.todo')}</Empty>
      </section>
    )
  }
  return (
    <section>
      <div className="sechead">
        <h2>{say('issue.title')}</h2>
        <a href={issue.allHref}>{say('issue.all')}</a>
      </div>
      <p className="meta" lang={lang}>
        <a href={issue.href}>{issue.title}</a>
      </p>
      <ul className="toc-issue" lang={lang}>
        {issue.groups.flatMap(({ name, documents }) => [
          ...(name === null
            ? []
            : [
                <li className="grp" key={name}>
                  {name}
                </li>,
              ]),
          ...documents.map((document) => (
            <li key={document.href}>
              <a href={document.href}>{document.title}</a>
              {document.page !== null && <span className="pg num">{say('issue.page', { n: document.page })}</span>}
              {document.number !== null && <span className="no">{document.number}</span>}
            </li>
          )),
        ])}
      </ul>
    </section>
  )
}

function Acts({ acts }: { readonly acts: { readonly href: string; readonly entries: readonly ActView[] } }) {
  const say = useMessages(portal)
  const lang = useLang()
  const chinese = useChinese()
  return (
    <section className="aside-block">
      <div className="sechead">
        <h2>{say('acts.title')}</h2>
        <a href={acts.href}>{say('acts.all')}</a>
      </div>
      <ul className="toc-issue">
        {acts.entries.map(({ title, href, number, date }) => (
          <li key={href}>
            <a href={href} lang={chinese}>
              {title}
            </a>
            {date !== null && <time className="pg">{shortDay(date, lang)}</time>}
            {number !== null && (
              <span className="no" lang={chinese}>
                {number}
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Chronicle({
  chronicle,
}: {
  readonly chronicle: { readonly href: string; readonly entries: readonly DayView[] }
}) {
  const say = useMessages(portal)
  const lang = useLang()
  const chinese = useChinese()
  return (
    <section className="aside-block">
      <div className="sechead">
        <h2>{say('chronicle.title')}</h2>
        <a href={chronicle.href}>{say('chronicle.all')}</a>
      </div>
      <ul className="days">
        {chronicle.entries.map(({ date, text, href }) => (
          <li key={href}>
            <time dateTime={date}>{shortDay(date, lang)}</time>
            <a className="song" href={href} lang={chinese}>
              {text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
