import { dayText, Empty, FileList, PageTitle, useChinese, useLang, useMessages } from '@guangyue/platform/ui'
import { NoticeBody } from './notice-body.tsx'
import type { NoticePageView, NoticesView } from './notices.view.ts'
import { words } from './words.ts'

/** All published notices, newest first. */
export function NoticesPage({ items }: NoticesView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle title={say('notices')}>{say('notices.lead')}</PageTitle>
      {items.length === 0 && (
        <Empty title={say('notices.none')}>
          <p>{say('notices.none.next')}</p>
        </Empty>
      )}
      <ul className="list list--ruled">
        {items.map(({ href, kind, title, number, issuedOn }) => (
          <li key={href}>
            <a className="song" href={href} lang={zh}>
              {title}
            </a>
            <p className="meta row">
              <span>{say(`notice.${kind}`)}</span>
              <span lang={zh}>{number}</span>
              <span>{dayText(issuedOn, lang)}</span>
            </p>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** A notice as it was issued: its text, and the files. */
export function NoticePage(notice: NoticePageView) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const { title, number, addressees, body, signature, issuedOn, copies, files, issuer, kind } = notice
  return (
    <div className="wrap">
      <div className="aside">
        <article className="noticedoc" lang={zh}>
          <header className="doc__head">
            <p className="doc__no">{number}</p>
            <h1>{title}</h1>
          </header>
          <div className="noticedoc__text">
            {addressees.length > 0 && <p className="noticedoc__to">{addressees.join('，')}：</p>}
            <NoticeBody body={body} />
            <p className="noticedoc__signed">
              {signature}
              <br />
              {dayText(issuedOn, 'zh')}
            </p>
            {copies.length > 0 && <p className="noticedoc__to">{say('notice.copies', { names: copies.join('，') })}</p>}
          </div>
        </article>
        <aside>
          <section className="aside-block" aria-labelledby="facts">
            <h2 id="facts">{say('notice.facts')}</h2>
            <dl className="dl">
              <dt>{say(`notice.${kind}`)}</dt>
              <dd lang={zh}>{number}</dd>
              <dt>{say('notice.issuer')}</dt>
              <dd lang={zh}>{issuer}</dd>
              <dt>{say('notice.day')}</dt>
              <dd>{dayText(issuedOn, lang)}</dd>
            </dl>
          </section>
          <section className="aside-block" aria-labelledby="files">
            <h2 id="files">{say('notice.files')}</h2>
            <FileList files={files} />
          </section>
        </aside>
      </div>
    </div>
  )
}
