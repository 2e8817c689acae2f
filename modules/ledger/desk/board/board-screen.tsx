import '../ledger.css'
import './board.css'
import './board-views.css'
import { dayText, Icon, weekdayText } from '@guangyue/platform/ui'
import { downloadHref, ErrorNotice, PageBody, PageHead, useMay, useMe, Waiting } from '@guangyue/platform/ui/desk'
import { Button, Dropdown } from 'antd'
import { exportLedgerEndpoint } from '../../api.ts'
import { BoardColumns } from './board-columns.tsx'
import { tasksOf, withPart } from './board-filter.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardGroups } from './board-groups.tsx'
import { BoardMonth } from './board-month.tsx'
import { BoardTable } from './board-table.tsx'
import { BoardTabs } from './board-tabs.tsx'
import { BoardTimeline } from './board-timeline.tsx'
import { MoreTasks } from './more-tasks.tsx'
import { type Board, useBoard } from './use-board.ts'

/** 工作台账: every task that this person may see, narrowed, shown in one of four ways, kept as views, taken out as a spreadsheet. */
export function Screen() {
  const board = useBoard()
  const { today } = useMe()
  const { pages, filter, figures } = board
  const document = board.documents.find(({ id }) => id === filter.document)
  return (
    <>
      <PageHead
        title="工作台账"
        meta={
          <>
            {document && <span className="song">{document.number ?? document.title}</span>}
            {figures && <span>{figures.all} 项</span>}
            <span>
              截至 {dayText(today)} 星期{weekdayText(today)}
            </span>
          </>
        }
        actions={<Actions board={board} />}
      />
      <PageBody>
        <BoardTabs board={board} />
        <ErrorNotice error={pages.error} onRetry={() => void pages.refetch()} />
        {pages.isPending ? <Waiting /> : <Shown board={board} />}
      </PageBody>
    </>
  )
}

function Shown({ board }: { readonly board: Board }) {
  const { filter } = board
  const { show = 'table', group } = filter
  const filters = <BoardFilters board={board} />
  if (show === 'table' && group === undefined) return <PlainTable board={board} />
  return (
    <>
      <div className="toolbar">{filters}</div>
      {show === 'board' && <BoardColumns filter={filter} />}
      {show === 'calendar' && <BoardMonth filter={filter} />}
      {show === 'timeline' && <BoardTimeline filter={filter} />}
      {show === 'table' && group !== undefined && (
        <BoardGroups filter={filter} by={group}>
          {(items, waiting) => <BoardTable items={items} waiting={waiting} narrowed onClear={board.clear} />}
        </BoardGroups>
      )}
    </>
  )
}

function PlainTable({ board }: { readonly board: Board }) {
  const { pages, filter, clear } = board
  const items = pages.data?.pages.flatMap((page) => page.items) ?? []
  const narrowed = Object.keys(withPart(tasksOf(filter), { sort: undefined })).length > 0
  return (
    <>
      <BoardTable
        items={items}
        waiting={pages.isPlaceholderData}
        narrowed={narrowed}
        onClear={clear}
        toolbar={<BoardFilters board={board} />}
      />
      <MoreTasks pages={pages} />
    </>
  )
}

function Actions({ board: { filter } }: { readonly board: Board }) {
  const drafts = useMay('ledger.draft')
  const confirms = useMay('ledger.confirm')
  const more = [
    { key: 'requests', label: <a href="/desk/ledger/requests">分解与延期审批</a> },
    ...(drafts
      ? [
          { key: 'import', label: <a href="/desk/ledger/import">从表格导入</a> },
          { key: 'hand', label: <a href="/desk/ledger/hand">手工登记</a> },
        ]
      : []),
    ...(confirms ? [{ key: 'return', label: <a href="/desk/ledger/return">导回核对</a> }] : []),
  ]
  return (
    <>
      <a className="btn btn--sm" download href={downloadHref(exportLedgerEndpoint, { query: tasksOf(filter) })}>
        <Icon name="i-down" />
        导出
      </a>
      {more.length > 0 && (
        <Dropdown menu={{ items: more }} trigger={['click']}>
          <Button>{drafts ? '录入与审批' : '更多'}</Button>
        </Dropdown>
      )}
      {drafts && (
        <a className="btn btn--sm btn--primary" href="/desk/ledger/review">
          核对草稿
        </a>
      )}
    </>
  )
}
