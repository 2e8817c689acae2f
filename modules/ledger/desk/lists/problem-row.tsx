import { Light, nearDay } from '@guangyue/platform/ui'
import { problemLabels, sourceLabels } from '../../problems/api.ts'
import type { Problem } from './shapes.ts'

const looks: Partial<Record<Problem['state'], string>> = {
  open: 'tag--red',
  'in-hand': 'tag--azure',
  reported: 'tag--amber',
  solved: 'tag--green',
}

/** Where a problem is in its life. */
export function ProblemTag({ state }: Pick<Problem, 'state'>) {
  return <span className={`tag ${looks[state] ?? ''}`}>{problemLabels[state]}</span>
}

/** What is wrong, and where it comes from; the text leads to the problem. */
export function ProblemTitle({ problem }: { readonly problem: Problem }) {
  return (
    <>
      <a className="board-title" href={`/desk/ledger/problems/${problem.id}`}>
        {problem.text}
      </a>
      <span className="sub">
        {sourceLabels[problem.source]}
        {problem.title !== null && `　${problem.title}`}
        {problem.cite !== null && `　${problem.cite.label}`}
      </span>
    </>
  )
}

interface DueProps {
  readonly due: string | null
  readonly late: boolean
  readonly today: string
}

/** A day, with its light once it has passed. */
export function DueDay({ due, late, today }: DueProps) {
  if (due === null) return <span className="meta">未定</span>
  const day = nearDay(due, today)
  return late ? <Light state="overdue">{day}</Light> : <span className="num">{day}</span>
}
