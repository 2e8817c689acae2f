import { dayText, Empty, Icon, Pagination, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { useSearchParams } from 'react-router'
import { listActsEndpoint } from '../../api.ts'
import { ActsFilters } from './acts-filters.tsx'
import { type Filter, filterOf, paramsOf } from './filter.ts'

const here = '/desk/gazette/officials'
const actionWords = { appoint: '任命', remove: '免去', lapse: '自然免除' } as const

/** 任免登记: probations that end within a month, and every act with its document; as a spreadsheet too. */
export function Screen() {
  const [search, setSearch] = useSearchParams()
  const filter = filterOf(search)
  const page = Math.max(1, Number(search.get('page')) || 1)
  const found = useCall(listActsEndpoint, { query: { ...filter, page } })
  return (
    <>
      <PageHead
        title="任免登记"
        meta={found.data && <span>共 {found.data.total} 项</span>}
        actions={
          found.data && (
            <a className="btn btn--sm" download href={found.data.sheetHref}>
              <Icon name="i-down" />
              导出
            </a>
          )
        }
      />
      <PageBody>
        <ActsFilters key={search.toString()} filter={filter} onFilter={(next: Filter) => setSearch(paramsOf(next))} />
        <Loaded query={found}>
          {({ items, ending, total, pageSize }) => (
            <>
              <Ending rows={ending} />
              {items.length === 0 ? (
                <Empty title="没有符合条件的任免">公报读入后，任免会自动登记；可以放宽日期，或清除筛选。</Empty>
              ) : (
                <Acts rows={items} />
              )}
              <Pagination
                page={page}
                pageSize={pageSize}
                total={total}
                href={(to) => `${here}?${new URLSearchParams({ ...paramsOf(filter), page: String(to) })}`}
              />
            </>
          )}
        </Loaded>
      </PageBody>
    </>
  )
}

type Reply = NonNullable<ReturnType<typeof useCall<typeof listActsEndpoint>>['data']>

function Ending({ rows }: { readonly rows: Reply['ending'] }) {
  if (rows.length === 0) return null
  return (
    <Table
      caption="一个月内试用期满"
      keyOf={({ id }) => id}
      rows={rows}
      columns={[
        { key: 'person', head: '姓名', names: 'row', cell: (row) => <a href={row.personHref}>{row.person}</a> },
        { key: 'post', head: '职务', cell: ({ post }) => post },
        { key: 'until', head: '试用期至', cell: ({ until }) => dayText(until) },
        { key: 'by', head: '任职文件', cell: ({ appointedBy }) => appointedBy && <Cited {...appointedBy} /> },
      ]}
    />
  )
}

function Acts({ rows }: { readonly rows: Reply['items'] }) {
  return (
    <Table
      caption="任免"
      captionShown="heard"
      keyOf={({ key }) => key}
      rows={rows}
      columns={[
        { key: 'person', head: '姓名', names: 'row', cell: (row) => <a href={row.personHref}>{row.person}</a> },
        { key: 'action', head: '任免', cell: ({ action }) => actionWords[action] },
        {
          key: 'post',
          head: '职务',
          cell: ({ post, probationMonths, note }) => (
            <>
              {post}
              {(probationMonths !== null || note !== null) && (
                <span className="sub">
                  {[probationMonths === null ? null : `试用期 ${probationMonths} 个月`, note]
                    .filter(Boolean)
                    .join('，')}
                </span>
              )}
            </>
          ),
        },
        { key: 'on', head: '日期', cell: ({ on }) => (on === null ? '' : dayText(on)) },
        { key: 'document', head: '文件', cell: ({ document }) => <Cited {...document} /> },
      ]}
    />
  )
}

function Cited({ label, href }: { readonly label: string; readonly href: string | null }) {
  return href === null ? label : <a href={href}>{label}</a>
}
