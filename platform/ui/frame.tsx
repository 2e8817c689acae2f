import type { ReactNode } from 'react'
import { useLang, useMessages } from './lang.tsx'
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

/**
 * Marks a page whose figures are invented; on every page of a demonstration. While its days are being played it says
 * to which day they have come.
 */
export function DemoBanner({ playing = null }: { readonly playing?: string | null }) {
  const say = useMessages(words)
  const day = playing && { month: Number(playing.slice(5, 7)), day: Number(playing.slice(8, 10)) }
  return (
    <aside className="demo" aria-label={say('demo.mark')}>
      <div className="wrap">
        <b>{say('demo.mark')}</b>
        {day ? say('demo.playing', day) : say('demo.said')}
      </div>
    </aside>
  )
}

/** A heading in phrases that do not break inside, so that names stay whole; Chinese puts no space between them. */
export function Phrases({ phrases }: { readonly phrases: readonly string[] }) {
  const space = useLang() === 'zh' ? '' : ' '
  return phrases.map((phrase, place) => (
    <span key={phrases.slice(0, place + 1).join('')}>
      {place > 0 && space}
      <span className="nb">{phrase}</span>
    </span>
  ))
}
