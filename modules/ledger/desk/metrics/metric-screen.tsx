import '../ledger.css'
import './metrics.css'
import { Cite, dayText, Empty, Table } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall, useMay, useMe } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getMetricEndpoint } from '../../metrics/api.ts'
import { whenText } from '../moments.ts'
import { opWords } from '../words.ts'
import { MetricChart } from './metric-chart.tsx'
import { MetricDialog } from './metric-dialog.tsx'
import { MetricOutlook, OutlookLight, reporterWord } from './metric-row.tsx'
import { computedWords, directionWords, figure, sourceWords } from './metric-words.ts'
import type { MetricDetail } from './shapes.ts'
import { ValueDialog } from './value-dialog.tsx'

/** One metric: its course against its targets, and every value that was ever entered. */
export function Screen() {
  const { id = '' } = useParams()
  const found = useCall(getMetricEndpoint, { params: { id } })
  return <Loaded query={found}>{(metric) => <Metric key={metric.id} metric={metric} />}</Loaded>
}

function Metric({ metric }: { readonly metric: MetricDetail }) {
  const { today } = useMe()
  const [dialog, open] = useState<'value' | 'edit' | null>(null)
  return (
    <>
      <PageHead
        title={metric.name}
        crumbs={[{ href: '/desk/ledger/metrics', label: '量化指标' }, { label: metric.name }]}
        meta={
          <>
            <MetricOutlook metric={metric} today={today} />
            <span>{reporterWord(metric)}</span>
            {metric.newest && (
              <span>
                {figure(metric.newest.value)}
                {metric.unit}，截至 {dayText(metric.newest.day)}
              </span>
            )}
          </>
        }
        actions={
          <>
            {metric.mayEdit && <Button onClick={() => open('edit')}>修改</Button>}
            {metric.mayEnter && (
              <Button type="primary" onClick={() => open('value')}>
                填报数值
              </Button>
            )}
          </>
        }
      />
      <PageBody>
        <div className="stack">
          {metric.series.length === 0 ? (
            <Empty title="还没有数值">填报后这里画出走势；有三个以上的数值，才能预测到期能否达到。</Empty>
          ) : (
            <MetricChart metric={metric} today={today} />
          )}
          <Targets metric={metric} />
          <OtherDays metric={metric} />
          <Facts metric={metric} />
          <Entries metric={metric} />
        </div>
        {dialog === 'value' && <ValueDialog metric={metric} onClose={() => open(null)} />}
        {dialog === 'edit' && <MetricDialog metric={metric} onClose={() => open(null)} />}
      </PageBody>
    </>
  )
}

interface PartProps {
  readonly metric: MetricDetail
}

function Targets({ metric }: PartProps) {
  if (metric.targets.length === 0) {
    const aims = metric.undated.map(
      ({ op, value, phrase }) => `${opWords[op]}${figure(value)}${metric.unit}（${phrase}）`,
    )
    return (
      <p className="meta">
        {aims.length > 0 ? `条文的目标是${aims.join('、')}，没有定日期` : '没有带日期的目标'}
        {metric.mayEdit && '，请点“修改”补上目标和日期'}。
      </p>
    )
  }
  return (
    <Table
      caption="目标与预测"
      rows={metric.targets}
      keyOf={({ day }) => day}
      columns={[
        { key: 'day', head: '到期', names: 'row', cell: ({ day }) => <span className="nowrap">{dayText(day)}</span> },
        { key: 'value', head: '目标', cell: ({ op, value }) => `${opWords[op]}${figure(value)}${metric.unit}` },
        { key: 'phrase', head: '原文', cell: ({ phrase }) => phrase },
        {
          key: 'forecast',
          head: '按目前走势到期时',
          cell: ({ forecast }) =>
            forecast &&
            `${figure(forecast.value)}${metric.unit}（${figure(forecast.low)}—${figure(forecast.high)}，五次有四次在此之间）`,
        },
        { key: 'outlook', head: '判断', cell: ({ outlook }) => <OutlookLight outlook={outlook} /> },
      ]}
    />
  )
}

/** Dates that the clause sets in words alone. */
function OtherDays({ metric: { otherDays } }: PartProps) {
  if (otherDays.length === 0) return null
  return (
    <p className="meta">
      条文还写明{otherDays.map(({ day, phrase }) => `${dayText(day)}（${phrase}）`).join('、')}，没有数值，见原文。
    </p>
  )
}

function Facts({ metric }: PartProps) {
  const oversees = useMay('ledger.oversee')
  const { cite, taskId, indicator, baseline, direction, computed, unit } = metric
  return (
    <dl className="dl">
      {cite && (
        <>
          <dt>依据</dt>
          <dd>{cite.href === null ? cite.label : <Cite href={cite.href}>{cite.label}</Cite>}</dd>
        </>
      )}
      {taskId && (
        <>
          <dt>任务</dt>
          <dd>
            <a href={`/desk/ledger/tasks/${taskId}`}>查看任务</a>
          </dd>
        </>
      )}
      {indicator && (
        <>
          <dt>所属指标</dt>
          <dd>
            {oversees ? <a href={`/desk/ledger/indicators/${indicator.key}`}>{indicator.name}</a> : indicator.name}
          </dd>
        </>
      )}
      <dt>方向</dt>
      <dd>{directionWords[direction]}</dd>
      <dt>基数</dt>
      <dd>
        {baseline === null
          ? '未登记'
          : `${figure(baseline.value)}${unit}${baseline.day === null ? '' : `（${dayText(baseline.day)}）`}`}
      </dd>
      {computed && (
        <>
          <dt>计算</dt>
          <dd>{computedWords[computed]}，每日计算一次</dd>
        </>
      )}
    </dl>
  )
}

function Entries({ metric }: PartProps) {
  const { today } = useMe()
  if (metric.entries.length === 0) return null
  const newest = new Set<string>()
  const rows = metric.entries.map((entry, place) => {
    const counts = !newest.has(entry.day)
    newest.add(entry.day)
    return { ...entry, counts, place }
  })
  return (
    <Table
      caption="填报记录（新的在前）"
      rows={rows}
      keyOf={({ place }) => String(place)}
      columns={[
        { key: 'day', head: '截至', names: 'row', cell: ({ day }) => <span className="nowrap">{dayText(day)}</span> },
        {
          key: 'value',
          head: '数值',
          cell: ({ value, counts }) =>
            counts ? (
              <span className="num">
                {figure(value)}
                {metric.unit}
              </span>
            ) : (
              <span className="meta">
                <del>
                  {figure(value)}
                  {metric.unit}
                </del>{' '}
                已更正
              </span>
            ),
        },
        { key: 'source', head: '来源', cell: ({ source }) => sourceWords[source] },
        {
          key: 'who',
          head: '填报',
          cell: ({ who, at }) => `${who}　${whenText(at, today)}`,
        },
      ]}
    />
  )
}
