import '../ledger.css'
import './overview.css'
import { dayText, Empty, Icon, StateBar, Table } from '@guangyue/platform/ui'
import { downloadHref, Loaded, PageBody, PageHead, useCall, useMe } from '@guangyue/platform/ui/desk'
import { exportOverviewEndpoint, overviewEndpoint } from '../../overview/api.ts'
import { type BoardFilter, boardHref } from '../board/board-filter.ts'
import { listHref } from '../lists/list-address.ts'
import { LateList } from './late-list.tsx'
import { countsOf, LightFigures } from './light-figures.tsx'
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
        <Groups
          title="按指标"
          head="指标"
          groups={overview.indicators}
          boardOf={(key) => ({ indicator: key })}
          pageOf={(key) => `/desk/ledger/indicators/${key}`}
        />
        <Groups title="按文件" head="文件" groups={overview.documents} boardOf={(key) => ({ document: key })} />
        <Groups
          title="按县（市、区）"
          head="县（市、区）"
          groups={overview.counties}
          boardOf={(key) => ({ body: key })}
        />
        <Groups title="按到期月份" head="到期" groups={overview.months} boardOf={monthDays} />
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

interface GroupsProps {
  readonly title: string
  readonly head: string
  readonly groups: Overview['indicators']
  /** What narrows the board to a group. */
  readonly boardOf: (key: string) => BoardFilter
  /** The group's own page, where it has one. */
  readonly pageOf?: (key: string) => string
}

/** Groups of tasks with how many are late and how all of them stand. */
function Groups({ title, head, groups, boardOf, pageOf }: GroupsProps) {
  if (groups.length === 0) return null
  return (
    <section className="stack">
      <h2>{title}</h2>
      <Table
        caption={`任务${title}`}
        captionShown="heard"
        rows={groups}
        keyOf={({ key }) => key}
        columns={[
          {
            key: 'name',
            head,
            names: 'row',
            cell: ({ key, name }) => <a href={pageOf?.(key) ?? boardHref(boardOf(key))}>{name}</a>,
          },
          {
            key: 'bar',
            head: '进度',
            stacked: 'alone',
            cell: ({ figures }) => (
              <span className="rowbar">
                <StateBar counts={countsOf(figures)} size="small" />
              </span>
            ),
          },
          {
            key: 'late',
            head: '逾期',
            align: 'right',
            cell: ({ key, figures: { red, all } }) => (
              <>
                {red > 0 ? <a href={boardHref({ ...boardOf(key), light: 'red' })}>{red}</a> : 0}
                <span className="meta"> / {all}</span>
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
