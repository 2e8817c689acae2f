import type { ReactNode } from 'react'
import { useChinese } from './lang.tsx'

interface CiteProps {
  /** The clause's own page; without it the source is named but its text is not held. */
  readonly href?: string
  /** As it is cited: 聊政发〔2021〕7号 附件一（一）. */
  readonly children: ReactNode
}

/** Where a thing is written: stands beside each task, amount, refusal and clock. */
export function Cite({ href, children }: CiteProps) {
  const lang = useChinese()
  if (href === undefined) {
    return (
      <span className="cite" lang={lang}>
        {children}
      </span>
    )
  }
  return (
    <a className="cite" href={href} lang={lang}>
      {children}
    </a>
  )
}

/** Promulgated words, quoted; `source` is their citation. */
export function Quote({ source, children }: { readonly source?: ReactNode; readonly children: ReactNode }) {
  const lang = useChinese()
  return (
    <blockquote className="quote" lang={lang}>
      {children}
      {source !== undefined && <footer>{source}</footer>}
    </blockquote>
  )
}
