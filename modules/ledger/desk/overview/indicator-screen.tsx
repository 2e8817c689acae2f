import '../ledger.css'
import './overview.css'
import { Cite, dayText, Empty, Light, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMe } from '@guangyue/platform/ui/desk'
import { useParams } from 'react-router'
import { getIndicatorEndpoint } from '../../overview/api.ts'
import { MetricOutlook, MetricTitle, NewestCell, TargetCell } from '../metrics/metric-row.tsx'
import { whenText } from '../moments.ts'
import { movedWord } from '../scores/score-words.ts'
import { commanderWord } from './indicators-screen.tsx'
import { LateList } from './late-list.tsx'
import { LightFigures } from './light-figures.tsx'
import type { Indicator } from './shapes.ts'

/** 总指挥的一页: all that concerns one indicator. */
export function Screen() {
  const { key = '' } = useParams()
  const found = useCall(getIndicatorEndpoint, { params: { key } })
  return <Loaded query={found}>{(indicator) => <Page indicator={indicator} />}</Loaded>
}

interface PartProps {
  readonly indicator: Indicator
}

function Page({ indicator }: PartProps) {
  const { today } = useMe()
  const board = `/desk/ledger?indicator=${indicator.key}`
  return (
    <>
      <PageHead
        title={indicator.name}
        crumbs={[{ href: '/desk/ledger/indicators', label: '指标与总指挥' }, { label: indicator.name }]}
        meta={
          <>
            <span>总指挥：{commanderWord(indicator)}</span>
            <span>截至 {dayText(today)}</span>
          </>
        }
        actions={
          indicator.figures.all > 0 && (
            <a className="btn btn--sm" href={board}>
              全部 {indicator.figures.all} 项任务
            </a>
          )
        }
      />
      <PageBody>
        <div className="stack">
          <Rank indicator={indicator} />
          {indicator.chapters.length === 0 ? (
            <Empty title="方案没有为这个指标列出措施">指标已在方案中列明，附件没有对应章节。</Empty>
          ) : indicator.figures.all === 0 ? (
            <Empty title="还没有任务">这个指标的措施确认后，任务和进度会列在这里。</Empty>
          ) : (
            <LightFigures figures={indicator.figures} board={board} />
          )}
          <Late indicator={indicator} />
          <Missing indicator={indicator} />
          <Metrics indicator={indicator} />
          <Problems indicator={indicator} />
          <Chapters indicator={indicator} />
        </div>
      </PageBody>
    </>
  )
}

/** Where it stands in the province, beside what is asked for. */
function Rank({ indicator: { goal, rank } }: PartProps) {
  const { today } = useMe()
  if (goal === null && rank === null) return null
  const wanted = rank?.wanted ?? null
  return (
    <section className="stack" aria-labelledby="rank-head">
      <h2 id="rank-head">省评名次</h2>
      {rank === null ? (
        <p className="meta">还没有登记名次。</p>
      ) : (
        <p className="row">
          <b>{movedWord(rank)}</b>
          {wanted !== null && (
            <Light state={rank.rank <= wanted ? 'done' : 'overdue'}>
              目标前{wanted}名，{rank.rank <= wanted ? '达到' : '未达到'}
            </Light>
          )}
          <span className="meta">
            {rank.source}　{rank.byName}　{whenText(rank.at, today)}
          </span>
        </p>
      )}
      {goal !== null && (
        <p className="meta">
          上年前{goal.within}名的进前{goal.reach}名，其他进前{goal.otherwise}名{'　'}
          {goal.basis !== '' && <Cite>{goal.basis}</Cite>}
        </p>
      )}
    </section>
  )
}

function Late({ indicator: { key, late, figures } }: PartProps) {
  if (figures.all === 0) return null
  return (
    <section className="stack" aria-labelledby="late-head">
      <h2 id="late-head">逾期 {figures.red} 项</h2>
      {late.length === 0 ? <p className="meta">没有逾期的任务。</p> : <LateList tasks={late} />}
      {figures.red > late.length && (
        <p>
          <a href={`/desk/ledger?indicator=${key}&light=red`}>全部 {figures.red} 项逾期任务</a>
        </p>
      )}
    </section>
  )
}

function Missing({ indicator: { missingBy, missing } }: PartProps) {
  if (missing === 0) return null
  return (
    <section className="stack" aria-labelledby="missing-head">
      <h2 id="missing-head">本期缺报 {missing} 份</h2>
      <Table
        caption="缺报的单位"
        captionShown="heard"
        rows={missingBy}
        keyOf={({ unit }) => unit.id}
        columns={[
          { key: 'unit', head: '单位', names: 'row', cell: ({ unit }) => unit.name },
          { key: 'reports', head: '缺报', align: 'right', cell: ({ reports }) => `${reports} 份` },
          {
            key: 'due',
            head: '应报日期',
            cell: ({ due, late }) => <Light state={late ? 'overdue' : 'on-time'}>{dayText(due)}</Light>,
          },
        ]}
      />
    </section>
  )
}

function Metrics({ indicator: { metricList } }: PartProps) {
  const { today } = useMe()
  if (metricList.length === 0) return null
  return (
    <section className="stack" aria-labelledby="metrics-head">
      <h2 id="metrics-head">量化指标 {metricList.length} 项</h2>
      <Table
        caption="量化指标与判断"
        captionShown="heard"
        rows={metricList}
        keyOf={({ id }) => id}
        columns={[
          { key: 'name', head: '指标', names: 'row', cell: (metric) => <MetricTitle metric={metric} /> },
          { key: 'newest', head: '最新值', cell: (metric) => <NewestCell metric={metric} today={today} /> },
          { key: 'target', head: '目标', cell: (metric) => <TargetCell metric={metric} today={today} /> },
          { key: 'outlook', head: '判断', cell: (metric) => <MetricOutlook metric={metric} today={today} /> },
        ]}
      />
    </section>
  )
}

function Problems({ indicator: { problemList } }: PartProps) {
  if (problemList.length === 0) return null
  return (
    <section className="stack" aria-labelledby="problems-head">
      <h2 id="problems-head">未解决的问题 {problemList.length} 个</h2>
      <Table
        caption="未解决的问题"
        captionShown="heard"
        rows={problemList}
        keyOf={({ id }) => id}
        columns={[
          {
            key: 'text',
            head: '问题',
            names: 'row',
            cell: ({ id, text, title }) => (
              <>
                <a href={`/desk/ledger/problems/${id}`}>{text}</a>
                {title !== null && <span className="sub">{title}</span>}
              </>
            ),
          },
          { key: 'unit', head: '责任单位', cell: ({ unit }) => unit.name },
          { key: 'raised', head: '提出', cell: ({ raisedOn }) => <span className="nowrap">{dayText(raisedOn)}</span> },
          {
            key: 'due',
            head: '期限',
            cell: ({ due }) => <span className="nowrap">{due === null ? '未定' : dayText(due)}</span>,
          },
        ]}
      />
    </section>
  )
}

function Chapters({ indicator: { key, chapters } }: PartProps) {
  if (chapters.length === 0) return null
  return (
    <section className="stack" aria-labelledby="chapters-head">
      <h2 id="chapters-head">章节</h2>
      <ul className="chapterlist">
        {chapters.map(({ key: chapter, cite, heading }) => (
          <li key={chapter} className="row">
            {cite.href === null ? <Cite>{cite.label}</Cite> : <Cite href={cite.href}>{cite.label}</Cite>}
            <span>{heading}</span>
            <a href={`/desk/ledger?indicator=${key}&chapter=${encodeURIComponent(chapter)}`}>这一章的任务</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
