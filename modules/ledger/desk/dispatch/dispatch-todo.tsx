import { TodoRow, TodoSection } from '@guangyue/platform/ui/desk'
import type { z } from 'zod'
import type { dispatchWorkEndpoint } from '../../dispatch/api.ts'

export type DispatchWork = z.output<typeof dispatchWorkEndpoint.reply>

const rows = [
  { key: 'mine', word: '本期待报', action: '填报' },
  { key: 'sign', word: '待签发', action: '签发' },
  { key: 'below', word: '报到本单位待并入', action: '并入' },
  { key: 'office', word: '待审报告', action: '审核' },
] as const

/** How much there is to do in all. */
export function countOf(work: DispatchWork): number {
  return rows.reduce((sum, { key }) => sum + work[key], 0)
}

/** What of monthly dispatch waits for whoever is signed in, each leading to its list. */
export function DispatchTodo({ work }: { readonly work: DispatchWork }) {
  if (countOf(work) === 0) return null
  return (
    <TodoSection title="月调度" count={countOf(work)}>
      <ul>
        {rows
          .filter(({ key }) => work[key] > 0)
          .map(({ key, word, action }) => (
            <TodoRow
              key={key}
              state="not-begun"
              word={`${work[key]} 份`}
              title={`${word} ${work[key]} 份`}
              href="/desk/ledger/dispatch"
              action={
                <a className="btn btn--sm" href="/desk/ledger/dispatch" aria-label={`${action}：${word}`}>
                  {action}
                </a>
              }
            />
          ))}
      </ul>
    </TodoSection>
  )
}
