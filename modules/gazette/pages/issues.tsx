import { dayText, Empty, FileList, Notice, PageTitle, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import type { DocumentRow, IssuesView, IssueView } from './issues.view.ts'
import { words } from './words.ts'

/** All issues, newest first. */
export function IssuesPage({ years, year, issues, single }: IssuesView) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle title={say('gazette')}>{say('issues.lead')}</PageTitle>
      {years.length > 1 && (
        <nav className="tabs" aria-label={say('issues.years')}>
          <a href="/gazette" aria-current={year === null ? 'page' : undefined}>
            {say('issues.all')}
          </a>
          {years.map((one) => (
            <a key={one.year} href={`/gazette?year=${one.year}`} aria-current={year === one.year ? 'page' : undefined}>
              {one.year} <span className="num">{one.issues}</span>
            </a>
          ))}
        </nav>
      )}
      {issues.length === 0 && single.length === 0 && (
        <Empty title={say('issues.none')}>
          <p>{say('issues.none.next')}</p>
        </Empty>
      )}
      <ul className="list list--ruled">
        {issues.map((issue) => (
          <li key={issue.href}>
            <a className="song" href={issue.href} lang={zh}>
              {issue.title}　{issue.label}
            </a>
            <p className="meta row">
              <span>{say('issues.documents', { n: issue.documents })}</span>
              {!issue.textHeld && <span>{say('text.not-held')}</span>}
              {issue.corrected && <span>{say('issue.corrected.short')}</span>}
            </p>
          </li>
        ))}
      </ul>
      {single.length > 0 && (
        <section className="section" aria-labelledby="single">
          <div className="sechead">
            <h2 id="single">{say('issues.single')}</h2>
          </div>
          <DocumentList rows={single} />
        </section>
      )}
    </div>
  )
}

/** An issue: cover and contents. */
export function IssuePage(issue: IssueView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle
        title={
          <span className="song" lang={zh}>
            <span className="nb">{issue.title}</span>　<span className="nb">{issue.label}</span>
          </span>
        }
      />
      <div className="aside">
        <div>
          {!issue.textHeld && (
            <Notice title={say('issue.facts-only')}>
              <p>{say('issue.facts-only.next')}</p>
            </Notice>
          )}
          {issue.version > 1 && <Notice title={say('issue.corrected', { n: issue.version })} />}
          {issue.sections.map((section) => (
            <section key={section.name} aria-label={section.name ?? say('contents')}>
              {section.name !== null && (
                <h2 className="contents__section" lang={zh}>
                  {section.name}
                </h2>
              )}
              <DocumentList rows={section.entries} />
            </section>
          ))}
          {issue.others.length > 0 && (
            <section aria-labelledby="others">
              <h2 id="others" className="contents__section">
                {say('issue.others')}
              </h2>
              <DocumentList rows={issue.others} />
            </section>
          )}
        </div>
        <aside aria-labelledby="cover">
          <h2 id="cover" className="contents__section">
            {say('issue.cover')}
          </h2>
          <dl className="dl">
            {issue.sponsor !== null && (
              <>
                <dt>{say('issue.sponsor')}</dt>
                <dd lang={zh}>{issue.sponsor}</dd>
              </>
            )}
            {issue.publisher !== null && (
              <>
                <dt>{say('issue.publisher')}</dt>
                <dd lang={zh}>{issue.publisher}</dd>
              </>
            )}
            <dt>{say('issue.label')}</dt>
            <dd lang={zh}>{issue.label}</dd>
            {issue.signed !== null && (
              <>
                <dt>{say('issue.signed')}</dt>
                <dd>{dayText(issue.signed.signedOn, lang)}</dd>
              </>
            )}
          </dl>
          {issue.signed !== null && (
            <>
              <p>
                <a href={issue.signed.verifyHref}>{say('verify.go')}</a>
              </p>
              <h2 className="contents__section">{say('issue.files')}</h2>
              <FileList files={issue.signed.files} />
            </>
          )}
        </aside>
      </div>
    </div>
  )
}

type ListedRow = Omit<DocumentRow, 'href'> & { readonly href: string | null }

function DocumentList({ rows }: { readonly rows: readonly ListedRow[] }) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <ul className="list list--ruled">
      {rows.map((row) => (
        <li key={`${row.number} ${row.title}`}>
          {row.href === null ? (
            <span className="song" lang={zh}>
              {row.title}
            </span>
          ) : (
            <a className="song" href={row.href} lang={zh}>
              {row.title}
            </a>
          )}
          <p className="meta row">
            {row.number !== null && <span lang={zh}>{row.number}</span>}
            {row.signedOn !== null && <span>{dayText(row.signedOn, lang)}</span>}
            {row.page !== null && <span>{say('page', { n: row.page })}</span>}
            {!row.textHeld && <span>{say('text.not-held')}</span>}
          </p>
        </li>
      ))}
    </ul>
  )
}
