import type { ShellProps } from '@guangyue/platform/http'
import { Breadcrumb, DemoBanner, Icon, InLanguage, Sprite, TowerMark, useMessages } from '@guangyue/platform/ui'
import type { ReactNode } from 'react'
import { addressIn } from './addresses.ts'
import { portal } from './messages.ts'

/** The frame of every public page. It works with scripts off: the narrow screen's menu is a plain disclosure. */
export function PublicPage({ shell, children }: { readonly shell: ShellProps; readonly children: ReactNode }) {
  return (
    <InLanguage lang={shell.lang}>
      <Document shell={shell}>
        <Masthead shell={shell} />
        {shell.demo && <DemoBanner playing={shell.playing} />}
        <main id="main" className="wrap page">
          <Crumbs shell={shell} />
          {children}
        </main>
        <Footer shell={shell} />
      </Document>
    </InLanguage>
  )
}

function Document({ shell, children }: { readonly shell: ShellProps; readonly children: ReactNode }) {
  const say = useMessages(portal)
  const site = `${shell.city.name} · ${say('site.what')}`
  return (
    <html lang={shell.lang === 'zh' ? 'zh-CN' : 'en'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{`${shell.title} · ${site}`}</title>
        <link rel="stylesheet" href={shell.cssHref} />
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="alternate" hrefLang="zh-CN" href={addressIn('zh', shell.path)} />
        <link rel="alternate" hrefLang="en" href={addressIn('en', shell.path)} />
      </head>
      <body className={shell.wide ? 'wide' : undefined}>
        <Sprite />
        <a className="skip" href="#main">
          {say('skip')}
        </a>
        {children}
      </body>
    </html>
  )
}

function Masthead({ shell }: { readonly shell: ShellProps }) {
  const say = useMessages(portal)
  return (
    <header className="masthead">
      <div className="wrap masthead__top">
        <a className="wordmark" href="/">
          <TowerMark />
          <span>
            <b lang="zh-CN">光岳</b>
            <small>
              {shell.city.name} · {say('site.what')}
            </small>
          </span>
        </a>
        <nav className="nav" aria-label={say('nav')}>
          <Entries shell={shell} />
        </nav>
        <div className="masthead__acts">
          <Acts shell={shell} />
        </div>
        <details className="menu">
          <summary className="btn btn--sm">
            <Icon name="i-menu" />
            {say('menu')}
          </summary>
          <nav className="menu__sheet" aria-label={say('menu')}>
            <Entries shell={shell} />
            <Acts shell={shell} />
          </nav>
        </details>
      </div>
      <div className="doublerule" />
    </header>
  )
}

function Entries({ shell }: { readonly shell: ShellProps }) {
  return shell.nav.map(({ href, label, current }) => (
    <a key={href} href={href} aria-current={current ? 'page' : undefined}>
      {label}
    </a>
  ))
}

function Acts({ shell }: { readonly shell: ShellProps }) {
  const say = useMessages(portal)
  const other = shell.lang === 'zh' ? 'en' : 'zh'
  return (
    <>
      <a href={addressIn(other, shell.path)} lang={other === 'zh' ? 'zh-CN' : 'en'} hrefLang={other}>
        {say('language')}
      </a>
      {shell.account === null ? (
        <a className="btn btn--sm" href={signInFrom(shell.path)}>
          {say('sign-in')}
        </a>
      ) : (
        <>
          {shell.account.desk ? <a href="/desk/">{say('desk')}</a> : null}
          {shell.account.desk ? null : <a href="/cases">{say('cases')}</a>}
          {shell.account.desk ? null : <a href="/desk/inbox">{say('inbox')}</a>}
          <span>{shell.account.name}</span>
          <form method="post" action="/sign-out">
            <button className="btn btn--sm" type="submit">
              {say('sign-out')}
            </button>
          </form>
        </>
      )}
    </>
  )
}

/** The way here begins at the home page; a page without crumbs shows none. */
function Crumbs({ shell }: { readonly shell: ShellProps }) {
  const say = useMessages(portal)
  return shell.crumbs.length === 0 ? null : <Breadcrumb crumbs={[{ href: '/', label: say('home') }, ...shell.crumbs]} />
}

function Footer({ shell }: { readonly shell: ShellProps }) {
  const say = useMessages(portal)
  const { governmentName, contact } = shell.city
  return (
    <footer className="footer" id="footer">
      <div className="wrap">
        <div className="footer__cols">
          <ul>
            <li>
              <a href="/">{say('home')}</a>
            </li>
            {shell.nav.map(({ href, label }) => (
              <li key={href}>
                <a href={href}>{label}</a>
              </li>
            ))}
            <li>
              <a href="/api">{say('footer.api')}</a>
            </li>
          </ul>
          <p>
            {say('footer.host', { government: governmentName })}
            {contact === null ? '' : `　${say('footer.contact', { contact })}`}
          </p>
        </div>
        <p className="meta">{say('footer.source', { government: governmentName })}</p>
      </div>
    </footer>
  )
}

/** The sign-in page, which leads back to where one was. */
function signInFrom(path: string): string {
  return path === '/' || path.startsWith('/sign-in') ? '/sign-in' : `/sign-in?next=${encodeURIComponent(path)}`
}
