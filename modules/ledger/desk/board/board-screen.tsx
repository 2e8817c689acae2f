import '../ledger.css'
import './board.css'
import { dayText, Icon, weekdayText } from '@guangyue/platform/ui'
import {
  downloadHref,
  ErrorNotice,
  PageBody,
  PageHead,
  useMay,
  useMe,
  useRemembered,
  Waiting,
} from '@guangyue/platform/ui/desk'
import { Button, Dropdown } from 'antd'
import { exportLedgerEndpoint } from '../../api.ts'
import { type Grouping, grouped, withPart } from './board-filter.ts'
import { BoardFilters } from './board-filters.tsx'
import { BoardTable } from './board-table.tsx'
import { BoardTabs } from './board-tabs.tsx'
import { type Board, useBoard } from './use-board.ts'

/** 工作台账: every task that this person may see, narrowed, grouped, kept as views, taken out as a spreadsheet. */
export function Screen() {
  const board = useBoard()
  const { today } = useMe()
  const [grouping, group] = useRemembered<Grouping>('ledger.grouping', 'none')
  const { pages, items, filter, figures } = board
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
        {pages.isPending ? <Waiting /> : <Rows board={board} grouping={grouping} onGroup={group} />}
        {items.length > 0 && figures && (
          <p className="pages">
            <span>
              已列出 {items.length} 项{pages.hasNextPage && '，下面还有'}
            </span>
            {pages.hasNextPage && (
              <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                再列 50 项
              </Button>
            )}
          </p>
        )}
      </PageBody>
    </>
  )
}

interface RowsProps {
  readonly board: Board
  readonly grouping: Grouping
  readonly onGroup: (grouping: Grouping) => void
}

function Rows({ board, grouping, onGroup }: RowsProps) {
  const { pages, items, filter, clear } = board
  const narrowed = Object.keys(withPart(filter, { sort: undefined })).length > 0
  const rest = { waiting: pages.isPlaceholderData, narrowed, onClear: clear }
  const filters = <BoardFilters board={board} grouping={grouping} onGroup={onGroup} />
  if (grouping === 'none' || items.length === 0) return <BoardTable items={items} {...rest} toolbar={filters} />
  return (
    <>
      <div className="toolbar">{filters}</div>
      {grouped(items, grouping).map(({ name, items: rows }) => (
        <section key={name} className="boardgroup" aria-label={name}>
          <BoardTable
            items={rows}
            {...rest}
            toolbar={
              <h2>
                {name} <span>{rows.length} 项</span>
              </h2>
            }
          />
        </section>
      ))}
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
      <a className="btn btn--sm" download href={downloadHref(exportLedgerEndpoint, { query: filter })}>
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
