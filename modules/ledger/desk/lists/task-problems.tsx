import { useCall, useMay } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { listProblemsEndpoint } from '../../problems/api.ts'
import type { Task } from '../shapes.ts'
import { AddProblemDialog } from './add-problem-dialog.tsx'
import { ProblemTag } from './problem-row.tsx'

/** The problems of a task, with a link to add one. */
export function TaskProblems({ task: { id, title, parties } }: { readonly task: Task }) {
  const acts = useMay('ledger.act')
  const [adding, setAdding] = useState(false)
  const items = useCall(listProblemsEndpoint, { query: { task: id } }).data?.items ?? []
  if (items.length === 0 && !acts) return null
  return (
    <div className="aside-block">
      <h2>问题</h2>
      {items.length > 0 && (
        <ul className="list">
          {items.map((problem) => (
            <li key={problem.id}>
              <a href={`/desk/ledger/problems/${problem.id}`}>{problem.text}</a>
              <br />
              <ProblemTag state={problem.state} />
            </li>
          ))}
        </ul>
      )}
      {acts && (
        <Button type="link" size="small" onClick={() => setAdding(true)}>
          登记问题
        </Button>
      )}
      {adding && (
        <AddProblemDialog
          task={{ id, title, bodyIds: parties.flatMap(({ body }) => body?.id ?? []) }}
          onClose={() => setAdding(false)}
        />
      )}
    </div>
  )
}
