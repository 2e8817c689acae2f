import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { ProblemNotice } from '../notice.tsx'
import { problemOf } from './problem.ts'

/** A refusal or a bug: what happened, what was kept, what to do. Nothing when there is none. */
export function ErrorNotice({ error, onRetry }: { readonly error: unknown; readonly onRetry?: () => void }) {
  if (error === null || error === undefined) return null
  const problem = problemOf(error)
  return (
    <div className="stack">
      <ProblemNotice problem={problem.body} />
      {problem.isSignedOut && (
        <p>
          <a href="/sign-in" target="_blank" rel="noreferrer">
            在新窗口重新登录
          </a>
          ，然后回到本页再次提交。
        </p>
      )}
      {onRetry && (
        <p>
          <Button onClick={onRetry}>重试</Button>
        </p>
      )}
    </div>
  )
}

interface LoadedProps<Data> {
  readonly query: UseQueryResult<Data>
  readonly children: (data: Data) => ReactNode
}

/** Draws what a query gave; until then grey lines, and when it failed what happened. Old data stay while new come. */
export function Loaded<Data>({ query, children }: LoadedProps<Data>) {
  if (query.data !== undefined) {
    return (
      <>
        <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
        {children(query.data)}
      </>
    )
  }
  if (query.error) return <ErrorNotice error={query.error} onRetry={() => query.refetch()} />
  return <Waiting />
}

/** Something is on its way. */
export function Waiting() {
  return (
    <div aria-busy="true">
      <span className="vh" role="status">
        正在读取
      </span>
      <Skeleton active title={false} paragraph={{ rows: 4 }} />
    </div>
  )
}
