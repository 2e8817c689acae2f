import { type ReactNode, useEffect } from 'react'
import { Breadcrumb, type Crumb } from '../frame.tsx'

interface PageHeadProps {
  readonly title: string
  /** Titles of promulgated things are set in Song. */
  readonly voice?: 'platform' | 'promulgated'
  readonly crumbs?: readonly Crumb[]
  /** Lights, clauses and figures beside or below the title. */
  readonly meta?: ReactNode
  /** At most one primary button. */
  readonly actions?: ReactNode
}

/** The head of a desk screen; it also names the window. */
export function PageHead({ title, voice = 'platform', crumbs = [], meta, actions }: PageHeadProps) {
  useEffect(() => {
    document.title = `${title} · 光岳工作台`
  }, [title])
  return (
    <div className="work__top">
      <Breadcrumb crumbs={crumbs} />
      <div className="work__title">
        <h1 className={voice === 'promulgated' ? 'song' : undefined}>{title}</h1>
        {meta !== undefined && <div className="row meta">{meta}</div>}
      </div>
      {actions !== undefined && <div className="row">{actions}</div>}
    </div>
  )
}

/** The body of a desk screen, below its head. */
export function PageBody({ children }: { readonly children: ReactNode }) {
  return <div className="work__body">{children}</div>
}
