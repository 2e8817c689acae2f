import type { ReactNode } from 'react'
import { useMessages } from './lang.tsx'
import { words } from './words.ts'

export interface Crumb {
  readonly href?: string
  readonly label: string
}

/** The way from the front page to here; the last is here. */
export function Breadcrumb({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const say = useMessages(words)
  if (crumbs.length === 0) return null
  return (
    <nav aria-label={say('crumbs')}>
      <ol className="crumbs">
        {crumbs.map(({ href, label }, place) => (
          <li key={label} aria-current={place === crumbs.length - 1 ? 'page' : undefined}>
            {href === undefined ? label : <a href={href}>{label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  )
}

/** The title of a public page and, under it, what the page is. */
export function PageTitle({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) {
  return (
    <header className="pagehead">
      <h1>{title}</h1>
      {children !== undefined && <p className="pagehead__lead">{children}</p>}
    </header>
  )
}

/** Marks a page whose figures are invented; on every page of a demonstration. */
export function DemoBanner() {
  const say = useMessages(words)
  return (
    <aside className="demo" aria-label={say('demo.mark')}>
      <div className="wrap">
        <b>{say('demo.mark')}</b>
        {say('demo.said')}
      </div>
    </aside>
  )
}

/** The end of a heading's phrase: names inside do not break. */
export function Phrase({ children }: { readonly children: ReactNode }) {
  return <span className="nb">{children}</span>
}
