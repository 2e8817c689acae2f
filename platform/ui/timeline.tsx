import type { ReactNode } from 'react'

export interface TimelineEntry {
  readonly key: string
  /** What happened. */
  readonly title: ReactNode
  /** When, as it is read: 7月5日 16:20. */
  readonly when?: string
  /** The same for programs: an ISO day or instant. */
  readonly dateTime?: string
  readonly who?: ReactNode
  readonly mark?: 'done' | 'now' | 'bad'
  readonly children?: ReactNode
}

/** What happened, one after another, each with who, when and evidence. */
export function Timeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <ol className="timeline">
      {entries.map((entry) => (
        <li key={entry.key} className={entry.mark && `is-${entry.mark}`}>
          <div className="timeline__head">
            <b>{entry.title}</b>
            {entry.when !== undefined && <time dateTime={entry.dateTime}>{entry.when}</time>}
            {entry.who !== undefined && <span className="timeline__who">{entry.who}</span>}
          </div>
          {entry.children}
        </li>
      ))}
    </ol>
  )
}
