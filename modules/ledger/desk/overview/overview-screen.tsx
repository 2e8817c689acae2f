import '../ledger.css'
import './overview.css'
import { dayText, Empty, Icon, monthText, Table } from '@guangyue/platform/ui'
import { downloadHref, Loaded, PageBody, PageHead, useCall, useMe } from '@guangyue/platform/ui/desk'
import { exportOverviewEndpoint, overviewEndpoint } from '../../overview/api.ts'
import { boardHref } from '../board/board-filter.ts'
import { listHref } from '../lists/list-address.ts'
import { LateList } from './late-list.tsx'
import { LightFigures } from './light-figures.tsx'
import type { Overview } from './shapes.ts'
import { UnitFigures } from './unit-figures.tsx'

/** 全局: what is late in the whole city, whose, since when and why. */
export function Screen() {
  const { today } = useMe()
  const found = useCall(overviewEndpoint)
  return (
    <>
      <PageHead
        title="全局"
        meta={
          <>
            {found.data && <span>{found.data.figures.all} 项任务</span>}
            <span>截至 {dayText(today)}</span>
          </>
        }
        actions={
          <a className="btn btn--sm" download href={downloadHref(exportOverviewEndpoint, { query: {} })}>
            <Icon name="i-down" />
            导出逾期事项
          </a>
        }
      />
      <PageBody>
        <Loaded query={found}>
          {(overview) =>
            overview.figures.all === 0 ? (
              <Empty title="台账里还没有任务">草稿确认后，全市的进度会列在这里。</Empty>
            ) : (
              <Whole overview={overview} />
            )
          }
        </Loaded>
      </PageBody>
    </>
  )
}

function Whole({ overview }: { readonly overview: Overview }) {
  const { figures, missing, problems, units, late } = overview
  return (
    <div className="stack">
      <LightFigures figures={figures} board="/desk/ledger" />
      <p>
        {missing > 0 ? (
          <>
            本期缺报 <a href="/desk/ledger/dispatch">{missing} 份</a>
          </>
        ) : (
          '没有缺报'
        )}
        ，未解决的问题 <a href={listHref('problems', { state: 'waiting' })}>{problems} 个</a>。
      </p>
      {units.length > 0 && (
        <section className="stack" aria-labelledby="units-head">
          <h2 id="units-head">按单位</h2>
          <UnitFigures units={units} caption="有逾期或缺报的单位" />
        </section>
      )}
      <div className="overgrid">
        <Counts
          title="按指标"
          head="指标"
          rows={overview.indicators
            .filter(({ late: red }) => red > 0)
            .map(({ key, name, late: red, all }) => ({
              key,
              name,
              href: `/desk/ledger/indicators/${key}`,
              red,
              all,
              board: boardHref({ indicator: key, light: 'red' }),
            }))}
        />
        <Counts
          title="按文件"
          head="文件"
          rows={overview.documents
            .filter(({ late: red }) => red > 0)
            .map(({ id, name, late: red, all }) => ({
              key: id,
              name,
              href: boardHref({ document: id }),
              red,
              all,
              board: boardHref({ document: id, light: 'red' }),
            }))}
        />
        <Counts
          title="按到期月份"
          head="到期"
          rows={overview.months.map(({ month, late: red }) => ({
            key: month,
            name: monthText(month),
            href: null,
            red,
            all: null,
            board: boardHref({ ...monthDays(month), light: 'red' }),
          }))}
        />
      </div>
      <section className="stack" aria-labelledby="late-head">
        <h2 id="late-head">逾期 {figures.red} 项，逾期最久的在前</h2>
        {late.length === 0 ? <p className="meta">没有逾期的任务。</p> : <LateList tasks={late} />}
        {figures.red > late.length && (
          <p>
            <a href={boardHref({ light: 'red' })}>全部 {figures.red} 项逾期任务</a>
          </p>
        )}
      </section>
    </div>
  )
}

interface CountsProps {
  readonly title: string
  readonly head: string
  readonly rows: readonly {
    readonly key: string
    readonly name: string
    readonly href: string | null
    readonly red: number
    readonly all: number | null
    readonly board: string
  }[]
}

function Counts({ title, head, rows }: CountsProps) {
  if (rows.length === 0) return null
  return (
    <section className="stack">
      <h2>{title}</h2>
      <Table
        caption={`逾期${title}`}
        captionShown="heard"
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'name',
            head,
            names: 'row',
            cell: ({ name, href }) => (href === null ? name : <a href={href}>{name}</a>),
          },
          {
            key: 'late',
            head: '逾期',
            align: 'right',
            cell: ({ red, all, board }) => (
              <>
                <a href={board}>{red}</a>
                {all !== null && <span className="meta"> / {all}</span>}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function monthDays(month: string) {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate()
  return { dueFrom: `${month}-01`, dueTo: `${month}-${last}` }
}
