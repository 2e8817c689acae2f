import type { ReactNode } from 'react'
import { useMessages } from './lang.tsx'
import { Icon } from './sprite.tsx'
import { words } from './words.ts'

interface NoticeProps {
  readonly tone?: 'info' | 'warn' | 'bad' | 'good'
  /** The one thing to know, first and in bold. */
  readonly title?: ReactNode
  readonly children?: ReactNode
}

/** One thing to know and one place to go. Errors are announced to those who listen. */
export function Notice({ tone = 'info', title, children }: NoticeProps) {
  const say = useMessages(words)
  const icons = { info: 'i-info', warn: 'i-warn', bad: 'i-warn', good: 'i-check' } as const
  return (
    <div className={`notice${tone === 'info' ? '' : ` notice--${tone}`}`} role={tone === 'bad' ? 'alert' : undefined}>
      <Icon name={icons[tone]} />
      <div className="notice__body">
        <span className="vh">{say(`notice.${tone}`)}</span>
        {title !== undefined && <b>{title}</b>}
        {children}
      </div>
    </div>
  )
}

/** What a person is told when something was refused. */
export interface ProblemText {
  readonly title: string
  readonly detail?: string
  readonly kept?: string
  readonly todo?: string
  readonly errors?: readonly { readonly field: string; readonly message: string }[]
}

/** A refusal: what happened, what was kept, what to do. */
export function ProblemNotice({ problem }: { readonly problem: ProblemText }) {
  const say = useMessages(words)
  return (
    <Notice tone="bad" title={problem.title}>
      {problem.detail && <p>{problem.detail}</p>}
      {problem.errors && problem.errors.length > 0 && (
        <ul>
          {problem.errors.map(({ field, message }) => (
            <li key={`${field} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      {problem.kept && (
        <p>
          {say('problem.kept')}
          {problem.kept}
        </p>
      )}
      {problem.todo && (
        <p>
          {say('problem.todo')}
          {problem.todo}
        </p>
      )}
    </Notice>
  )
}

/** Nothing is here: what is absent, and what to do next. */
export function Empty({ title, children }: { readonly title: ReactNode; readonly children?: ReactNode }) {
  return (
    <div className="empty">
      <b>{title}</b>
      {children}
    </div>
  )
}
