import { Light, nearDay } from '@guangyue/platform/ui'
import { opWords } from '../words.ts'
import { figure, nextTarget, outlookLights, outlookWords } from './metric-words.ts'
import type { Metric, Target } from './shapes.ts'

interface Shown {
  readonly metric: Metric
  readonly today: string
}

/** How the next target stands. */
export function MetricOutlook({ metric, today }: Shown) {
  const target = nextTarget(metric.targets, today)
  if (target === undefined) return <Light state="none">未定目标</Light>
  return <OutlookLight outlook={target.outlook} />
}

export function OutlookLight({ outlook }: Pick<Target, 'outlook'>) {
  return <Light state={outlookLights[outlook]}>{outlookWords[outlook]}</Light>
}

/** Name and clause; the name leads to the metric. */
export function MetricTitle({ metric }: Pick<Shown, 'metric'>) {
  return (
    <>
      <a className="board-title" href={`/desk/ledger/metrics/${metric.id}`}>
        {metric.name}
      </a>
      <span className="sub">{metric.cite?.label ?? metric.indicator?.name ?? '手工登记'}</span>
    </>
  )
}

export function NewestCell({ metric, today }: Shown) {
  const { newest, unit } = metric
  if (newest === null) return <span className="meta">尚未填报</span>
  return (
    <>
      <b className="num">
        {figure(newest.value)}
        {unit}
      </b>
      <span className="sub">截至 {nearDay(newest.day, today)}</span>
    </>
  )
}

/** The next target and its day; how many follow. */
export function TargetCell({ metric, today }: Shown) {
  const target = nextTarget(metric.targets, today)
  const [undated] = metric.undated
  if (target === undefined && undated !== undefined) {
    return (
      <>
        <span className="num nowrap">
          {opWords[undated.op]}
          {figure(undated.value)}
          {metric.unit}
        </span>
        <span className="sub">原文没有日期</span>
      </>
    )
  }
  if (target === undefined) return <span className="meta">原文没有数值</span>
  const later = metric.targets.filter(({ day }) => day > target.day).length
  return (
    <>
      <span className="num nowrap">
        {opWords[target.op]}
        {figure(target.value)}
        {metric.unit}
      </span>
      <span className="sub">
        {nearDay(target.day, today)}
        {later > 0 && `，此后还有 ${later} 个`}
      </span>
    </>
  )
}

export function reporterWord({ computed, unitBody }: Metric): string {
  if (computed !== null) return '系统计算'
  return unitBody?.name ?? '督查室'
}
