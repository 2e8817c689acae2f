import { Light, StateBar } from '@guangyue/platform/ui'
import { Loaded, SavedTable, useCall } from '@guangyue/platform/ui/desk'
import type { ReactNode } from 'react'
import { listResponsibilitiesEndpoint } from '../../problems/api.ts'
import { boardHref } from '../board/board-filter.ts'
import { listHref } from './list-address.ts'
import type { ListFilter, Responsibility } from './shapes.ts'

interface TableProps {
  readonly filter: ListFilter
  readonly toolbar: ReactNode
}

/** 责任清单: each unit with the lights of its tasks; the name leads to the board of that unit. */
export function ResponsibilitiesTable({ filter: { unit, document }, toolbar }: TableProps) {
  const found = useCall(listResponsibilitiesEndpoint, { query: { unit, document } })
  const board = (row: Responsibility) => boardHref({ body: row.unit.id, document })
  const problems = (row: Responsibility) => listHref('problems', { unit: row.unit.id, document, state: 'waiting' })
  const remedies = (row: Responsibility) => listHref('remedies', { unit: row.unit.id, document, state: 'late' })
  return (
    <Loaded query={found}>
      {({ items }) => (
        <SavedTable<Responsibility>
          name="ledger.responsibilities"
          rows={items}
          keyOf={(row) => row.unit.id}
          toolbar={toolbar}
          columns={[
            {
              key: 'unit',
              title: '单位',
              fixed: true,
              cell: (row) => (
                <a className="board-title" href={board(row)}>
                  {row.unit.name}
                </a>
              ),
            },
            { key: 'share', title: '灯色', width: 160, cell: ({ leading }) => <Shares leading={leading} /> },
            { key: 'all', title: '牵头', width: 64, align: 'right', cell: ({ leading }) => figure(leading.all) },
            {
              key: 'red',
              title: '逾期',
              width: 88,
              cell: ({ leading }) => (leading.red === 0 ? '—' : <Light state="overdue">{leading.red} 项</Light>),
            },
            {
              key: 'yellow',
              title: '临期',
              width: 88,
              cell: ({ leading }) => (leading.yellow === 0 ? '—' : <Light state="near">{leading.yellow} 项</Light>),
            },
            { key: 'done', title: '办结', width: 64, align: 'right', cell: ({ leading }) => figure(leading.done) },
            { key: 'supporting', title: '责任', width: 64, align: 'right', cell: (row) => figure(row.supporting) },
            {
              key: 'problems',
              title: '未解决的问题',
              align: 'right',
              cell: (row) => (row.problems === 0 ? '—' : <a href={problems(row)}>{row.problems}</a>),
            },
            {
              key: 'remedies',
              title: '逾期的措施',
              align: 'right',
              cell: (row) => (row.remediesLate === 0 ? '—' : <a href={remedies(row)}>{row.remediesLate}</a>),
            },
          ]}
          card={(row) => (
            <>
              <a className="board-title" href={board(row)}>
                {row.unit.name}
              </a>
              <Shares leading={row.leading} />
              <div className="row meta">
                <span>
                  牵头 {row.leading.all}　责任 {row.supporting}
                </span>
                {row.leading.red > 0 && <Light state="overdue">逾期 {row.leading.red} 项</Light>}
                {row.problems > 0 && <a href={problems(row)}>问题 {row.problems}</a>}
                {row.remediesLate > 0 && <a href={remedies(row)}>逾期措施 {row.remediesLate}</a>}
              </div>
            </>
          )}
          empty={{
            title: '没有单位承担任务',
            todo: <p>草稿确认、任务交办之后，各单位的责任会列在这里。</p>,
          }}
        />
      )}
    </Loaded>
  )
}

function figure(count: number): ReactNode {
  return count === 0 ? '—' : count
}

function Shares({ leading }: Pick<Responsibility, 'leading'>) {
  if (leading.all === 0) return <span className="meta">没有牵头任务</span>
  const { red, yellow, green, none, paused, done } = leading
  return (
    <StateBar size="small" counts={{ overdue: red, near: yellow, 'on-time': green, none, suspended: paused, done }} />
  )
}
