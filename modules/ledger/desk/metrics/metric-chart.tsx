import { Chart } from '@guangyue/platform/ui'
import { Segmented } from 'antd'
import { useState } from 'react'
import { opWords } from '../words.ts'
import { axisDay, dayNumber, figure, nextTarget, outlookWords } from './metric-words.ts'
import type { MetricDetail } from './shapes.ts'

interface MetricChartProps {
  readonly metric: MetricDetail
  readonly today: string
}

/** The series, its targets, and what is to be expected on their days. Targets far off are drawn when asked for. */
export function MetricChart({ metric, today }: MetricChartProps) {
  const [span, setSpan] = useState<'near' | 'all'>('near')
  const next = nextTarget(metric.targets, today)
  const far = metric.targets.some(({ day }) => next !== undefined && day > next.day)
  const shown = metric.targets.filter(({ day }) => span === 'all' || next === undefined || day <= next.day)
  const at = (day: string) => ({ at: dayNumber(day), label: axisDay(day, today) })
  const points = metric.series.map(({ day, value }) => ({ ...at(day), value: Number(figure(value)) }))
  return (
    <>
      {far && (
        <Segmented
          aria-label="图中的目标"
          value={span}
          options={[
            { value: 'near', label: '到下一个目标' },
            { value: 'all', label: '全部目标' },
          ]}
          onChange={setSpan}
        />
      )}
      <Chart
        heard={heardOf(metric, shown)}
        unit={metric.unit.length <= 2 ? metric.unit : ''}
        points={points}
        target={metric.targets.length === 0 ? metric.undated[0]?.value : undefined}
        targets={shown.map(({ day, value }) => ({ ...at(day), value }))}
        ahead={shown.flatMap(({ day, forecast }) => (forecast === null ? [] : [{ ...at(day), ...forecast }]))}
      />
    </>
  )
}

function heardOf({ name, unit, series }: MetricDetail, targets: MetricDetail['targets']): string {
  const [first, last] = [series[0], series.at(-1)]
  const course = first && last ? `${name}由${figure(first.value)}${unit}到${figure(last.value)}${unit}` : name
  const aims = targets.map(
    ({ day, op, value, outlook }) => `${day}目标${opWords[op]}${figure(value)}${unit}，${outlookWords[outlook]}`,
  )
  return [course, ...aims].join('；')
}
