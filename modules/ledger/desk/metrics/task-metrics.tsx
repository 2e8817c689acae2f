import { useCall, useMe } from '@guangyue/platform/ui/desk'
import { getMetricEndpoint, listMetricsEndpoint } from '../../metrics/api.ts'
import { MetricChart } from './metric-chart.tsx'
import { MetricOutlook, NewestCell, TargetCell } from './metric-row.tsx'
import type { Metric } from './shapes.ts'

/** What the targets of a task have come to: each with its newest figure, its next target and its chart. */
export function TaskMetrics({ taskId }: { readonly taskId: string }) {
  const found = useCall(listMetricsEndpoint, { query: { task: taskId } })
  const metrics = found.data?.items ?? []
  if (metrics.length === 0) return null
  return (
    <section className="taskpart" aria-labelledby="metrics-head">
      <h2 id="metrics-head">量化指标　{metrics.length} 项</h2>
      <ul className="list list--ruled">
        {metrics.map((metric) => (
          <li key={metric.id}>
            <OneMetric metric={metric} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneMetric({ metric }: { readonly metric: Metric }) {
  const { today } = useMe()
  return (
    <div className="stack">
      <div className="row row--between">
        <a className="song" href={`/desk/ledger/metrics/${metric.id}`}>
          {metric.name}
        </a>
        <MetricOutlook metric={metric} today={today} />
      </div>
      <dl className="dl">
        <dt>最新值</dt>
        <dd>
          <NewestCell metric={metric} today={today} />
        </dd>
        <dt>下一目标</dt>
        <dd>
          <TargetCell metric={metric} today={today} />
        </dd>
      </dl>
      {metric.values > 0 && <Drawn id={metric.id} today={today} />}
    </div>
  )
}

function Drawn({ id, today }: { readonly id: string; readonly today: string }) {
  const found = useCall(getMetricEndpoint, { params: { id } })
  return found.data ? <MetricChart metric={found.data} today={today} /> : null
}
