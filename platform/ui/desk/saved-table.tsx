import { Button, Checkbox, Grid, Popover, Table, type TableProps } from 'antd'
import type { ReactNode } from 'react'
import { Empty } from '../notice.tsx'
import { useRemembered } from './remembered.ts'

export interface SavedColumn<Row> {
  readonly key: string
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  readonly align?: 'right'
  readonly width?: number
  /** The server can order by it; the key is what it is asked. */
  readonly sortable?: boolean
  /** Cannot be hidden. */
  readonly fixed?: boolean
  /** Hidden until somebody asks for it. */
  readonly hidden?: boolean
}

export interface Order {
  readonly key: string
  readonly direction: 'up' | 'down'
}

export interface SavedTableProps<Row> {
  /** Under which name the shown columns are remembered in this browser. */
  readonly name: string
  readonly columns: readonly SavedColumn<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  readonly waiting?: boolean
  readonly page?: { readonly page: number; readonly pageSize: number; readonly total: number }
  readonly onPage?: (page: number, pageSize: number) => void
  readonly order?: Order
  readonly onOrder?: (order: Order | undefined) => void
  readonly selected?: readonly string[]
  readonly onSelect?: (keys: readonly string[]) => void
  /** What is absent and what to do next. */
  readonly empty: { readonly title: string; readonly todo?: ReactNode }
  /** The row on a phone; without it the table scrolls sideways. */
  readonly card?: (row: Row) => ReactNode
  /** Stands at the left above the table; the choice of columns is at the right. */
  readonly toolbar?: ReactNode
}

/** A dense staff table whose columns each person chooses once; pages and order are the server's. */
export function SavedTable<Row extends object>(props: SavedTableProps<Row>) {
  const { name, columns, rows, keyOf, empty, card, toolbar } = props
  const narrow = Grid.useBreakpoint().md === false
  const [shown, setShown] = useRemembered<readonly string[]>(
    `columns.${name}`,
    columns.filter(({ hidden }) => !hidden).map(({ key }) => key),
  )
  const visible = columns.filter(({ key, fixed }) => fixed || shown.includes(key))
  return (
    <>
      <div className="toolbar">
        {toolbar}
        {!(narrow && card) && (
          <span className="right">
            <ColumnChoice columns={columns} shown={shown} onShow={setShown} />
          </span>
        )}
      </div>
      {rows.length === 0 && !props.waiting ? (
        <Empty title={empty.title}>{empty.todo}</Empty>
      ) : narrow && card ? (
        <Cards {...props} card={card} />
      ) : (
        <div className="saved">
          <Table<Row>
            size="small"
            rowKey={keyOf}
            dataSource={[...rows]}
            loading={props.waiting ?? false}
            columns={visible.map((column) => tableColumn(column, props.order))}
            pagination={pagesOf(props)}
            rowSelection={selectionOf(props)}
            onChange={(_pages, _filters, sorter, { action }) => {
              if (action !== 'sort' || Array.isArray(sorter)) return
              const key = String(sorter.columnKey)
              props.onOrder?.(sorter.order ? { key, direction: sorter.order === 'ascend' ? 'up' : 'down' } : undefined)
            }}
          />
        </div>
      )}
    </>
  )
}

function Cards<Row>({
  rows,
  keyOf,
  card,
  page,
  onPage,
}: SavedTableProps<Row> & { readonly card: (row: Row) => ReactNode }) {
  const pages = page ? Math.max(1, Math.ceil(page.total / page.pageSize)) : 1
  return (
    <>
      <ul className="cards">
        {rows.map((row) => (
          <li key={keyOf(row)}>{card(row)}</li>
        ))}
      </ul>
      {page && (
        <p className="pages">
          共 {page.total} 项，第 {page.page}／{pages} 页
          <span className="row">
            {page.page > 1 && <Button onClick={() => onPage?.(page.page - 1, page.pageSize)}>上一页</Button>}
            {page.page < pages && <Button onClick={() => onPage?.(page.page + 1, page.pageSize)}>下一页</Button>}
          </span>
        </p>
      )}
    </>
  )
}

function ColumnChoice<Row>({
  columns,
  shown,
  onShow,
}: {
  readonly columns: readonly SavedColumn<Row>[]
  readonly shown: readonly string[]
  readonly onShow: (keys: readonly string[]) => void
}) {
  const choices = columns.filter(({ fixed }) => !fixed)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          style={{ display: 'grid', gap: 8 }}
          options={choices.map(({ key, title }) => ({ value: key, label: title }))}
          value={[...shown]}
          onChange={(keys) => onShow(keys)}
        />
      }
    >
      <Button>选择列</Button>
    </Popover>
  )
}

function tableColumn<Row>(column: SavedColumn<Row>, order: Order | undefined) {
  return {
    key: column.key,
    title: column.title,
    align: column.align,
    width: column.width,
    sorter: column.sortable ?? false,
    sortOrder:
      order?.key === column.key ? (order.direction === 'up' ? ('ascend' as const) : ('descend' as const)) : null,
    render: (_value: unknown, row: Row) => column.cell(row),
  }
}

function pagesOf<Row>({ page, onPage }: SavedTableProps<Row>): TableProps<Row>['pagination'] {
  if (!page) return false
  return {
    current: page.page,
    pageSize: page.pageSize,
    total: page.total,
    size: 'small',
    showSizeChanger: true,
    showTotal: (total, [from, to]) => `第 ${from}—${to} 项，共 ${total} 项`,
    onChange: (next, size) => onPage?.(next, size),
  }
}

function selectionOf<Row>({ selected, onSelect }: SavedTableProps<Row>): TableProps<Row>['rowSelection'] {
  if (!selected || !onSelect) return undefined
  return {
    selectedRowKeys: [...selected],
    preserveSelectedRowKeys: true,
    onChange: (keys) => onSelect(keys.map(String)),
  }
}
