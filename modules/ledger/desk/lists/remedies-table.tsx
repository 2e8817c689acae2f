import { dayText } from '@guangyue/platform/ui'
import { Loaded, SavedTable, useCall, useMe } from '@guangyue/platform/ui/desk'
import type { ReactNode } from 'react'
import { listRemediesEndpoint } from '../../problems/api.ts'
import { DueDay } from './problem-row.tsx'
import type { ListFilter, RemedyItem } from './shapes.ts'

interface TableProps {
  readonly filter: ListFilter
  readonly toolbar: ReactNode
}

/** 措施清单: the remedies over all problems, those not done first. */
export function RemediesTable({ filter, toolbar }: TableProps) {
  const { today } = useMe()
  const found = useCall(listRemediesEndpoint, { query: filter })
  return (
    <Loaded query={found}>
      {({ items }) => (
        <SavedTable<RemedyItem>
          name="ledger.remedies"
          rows={items}
          keyOf={({ id }) => id}
          toolbar={toolbar}
          columns={[
            { key: 'state', title: '状态', width: 96, fixed: true, cell: (remedy) => <RemedyTag {...remedy} /> },
            { key: 'text', title: '措施与问题', fixed: true, cell: (remedy) => <RemedyTitle remedy={remedy} /> },
            { key: 'unit', title: '承担单位', cell: ({ unit }) => unit.name },
            { key: 'due', title: '期限', cell: (remedy) => <DueDay {...remedy} today={today} /> },
            { key: 'done', title: '完成情况', cell: (remedy) => doneWord(remedy) },
          ]}
          card={(remedy) => (
            <>
              <div className="row row--between">
                <RemedyTag {...remedy} />
                <span className="meta">
                  期限 <DueDay {...remedy} today={today} />
                </span>
              </div>
              <RemedyTitle remedy={remedy} />
              <p className="meta">{remedy.unit.name}</p>
              {remedy.doneOn !== null && <p className="meta">{doneWord(remedy)}</p>}
            </>
          )}
          empty={{
            title: '没有符合条件的措施',
            todo: <p>在问题上“定整改措施”后，会列在这里。</p>,
          }}
        />
      )}
    </Loaded>
  )
}

/** How a remedy stands. */
export function RemedyTag({ doneOn, late }: Pick<RemedyItem, 'doneOn' | 'late'>) {
  if (doneOn !== null) return <span className="tag tag--green">已完成</span>
  return late ? <span className="tag tag--red">逾期</span> : <span className="tag tag--azure">进行中</span>
}

function RemedyTitle({ remedy }: { readonly remedy: RemedyItem }) {
  return (
    <>
      <a className="board-title" href={`/desk/ledger/problems/${remedy.problemId}`}>
        {remedy.text}
      </a>
      <span className="sub">问题：{remedy.problem}</span>
    </>
  )
}

function doneWord({ doneOn, doneWords }: Pick<RemedyItem, 'doneOn' | 'doneWords'>): string {
  return doneOn === null ? '—' : `${dayText(doneOn)}　${doneWords ?? ''}`
}
