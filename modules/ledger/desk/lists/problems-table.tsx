import { Loaded, SavedTable, useCall, useMay, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { listProblemsEndpoint } from '../../problems/api.ts'
import { DueDay, ProblemTag, ProblemTitle } from './problem-row.tsx'
import type { ListFilter, Problem } from './shapes.ts'

interface TableProps {
  readonly filter: ListFilter
  readonly toolbar: ReactNode
  readonly onAdd: () => void
}

/** 问题清单: what waits first. */
export function ProblemsTable({ filter, toolbar, onAdd }: TableProps) {
  const { today } = useMe()
  const acts = useMay('ledger.act')
  const found = useCall(listProblemsEndpoint, { query: filter })
  return (
    <Loaded query={found}>
      {({ items }) => (
        <SavedTable<Problem>
          name="ledger.problems"
          rows={items}
          keyOf={({ id }) => id}
          toolbar={toolbar}
          columns={[
            { key: 'state', title: '状态', width: 136, fixed: true, cell: (problem) => <ProblemTag {...problem} /> },
            { key: 'text', title: '问题与来源', fixed: true, cell: (problem) => <ProblemTitle problem={problem} /> },
            { key: 'unit', title: '责任单位', cell: ({ unit }) => unit.name },
            { key: 'due', title: '期限', cell: (problem) => <DueDay {...problem} today={today} /> },
            { key: 'remedies', title: '措施', cell: ({ remedies }) => remediesWord(remedies) },
            {
              key: 'raised',
              title: '提出',
              hidden: true,
              cell: ({ raisedOn, raisedName }) => `${raisedOn} ${raisedName}`,
            },
          ]}
          card={(problem) => (
            <>
              <div className="row row--between">
                <ProblemTag {...problem} />
                <span className="meta">
                  期限 <DueDay {...problem} today={today} />
                </span>
              </div>
              <ProblemTitle problem={problem} />
              <div className="row row--between meta">
                <span>{problem.unit.name}</span>
                <span>措施 {remediesWord(problem.remedies)}</span>
              </div>
            </>
          )}
          empty={{
            title: '没有符合条件的问题',
            todo: (
              <>
                <p>调度报告和督查发现中的问题会自动列在这里。</p>
                {acts && (
                  <p>
                    <Button onClick={onAdd}>登记问题</Button>
                  </p>
                )}
              </>
            ),
          }}
        />
      )}
    </Loaded>
  )
}

/** 完成 1／2. */
function remediesWord(remedies: Problem['remedies']): string {
  if (remedies.length === 0) return '未定'
  return `完成 ${remedies.filter(({ doneOn }) => doneOn !== null).length}／${remedies.length}`
}
