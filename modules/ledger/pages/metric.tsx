import {
  Cite,
  CourseChart,
  dayText,
  Light,
  type LightState,
  PageTitle,
  Table,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { MetricPageView, PublicMetric } from './metric.view.ts'
import { words } from './words.ts'

/** One metric: chart against its targets, the figures in tables. */
export function MetricPage({ metric, today, cite, task }: MetricPageView) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <div className="wrap">
      <PageTitle title={<span lang={zh}>{metric.name}</span>} />
      <p className="row">
        <Cite href={cite.href ?? undefined}>{cite.label}</Cite>
        {task !== null && <a href={task.href}>{say('metric.task')}</a>}
      </p>
      <MetricFigures metric={metric} today={today} />
      <Series metric={metric} />
    </div>
  )
}

interface Shown {
  readonly metric: PublicMetric
  readonly today: string
}

/** The chart and what is asked for by when; works without scripts. */
export function MetricFigures({ metric, today }: Shown) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const { unit, series, targets, otherDays, undated, baseline, unitBody } = metric
  const newest = series.at(-1)
  return (
    <div className="stack">
      <p className="row">
        {newest === undefined ? (
          <span>{say('metric.none')}</span>
        ) : (
          <b>{say('metric.newest', { value: `${figure(newest.value)}${unit}`, day: dayText(newest.day, lang) })}</b>
        )}
        {baseline !== null && (
          <span className="meta">{say('metric.baseline', { value: `${figure(baseline)}${unit}` })}</span>
        )}
        {unitBody !== null && (
          <span className="meta">
            {say('metric.reporter')} <span lang={zh}>{unitBody}</span>
          </span>
        )}
      </p>
      <CourseChart course={{ ...metric, points: series }} today={today} />
      {targets.length > 0 && (
        <Table
          caption={say('metric.targets')}
          keyOf={({ day }) => day}
          rows={targets}
          columns={[
            { key: 'day', head: say('metric.by'), names: 'row', cell: ({ day }) => dayText(day, lang) },
            { key: 'text', head: say('metric.target'), cell: ({ text }) => text },
            {
              key: 'forecast',
              head: say('metric.forecast'),
              cell: ({ forecast }) =>
                forecast === null
                  ? say('metric.no-forecast')
                  : `${figure(forecast.value)}${unit}（${figure(forecast.low)}—${figure(forecast.high)}）`,
            },
            {
              key: 'outlook',
              head: say('metric.outlook'),
              cell: ({ outlook }) => <Light state={lights[outlook]}>{say(`outlook.${outlook}`)}</Light>,
            },
          ]}
        />
      )}
      {undated.map(({ text, phrase }) => (
        <p key={phrase} className="meta">
          {say('metric.undated', { text })} <span lang={zh}>{phrase}</span>
        </p>
      ))}
      {otherDays.map(({ day, phrase }) => (
        <p key={day} className="meta">
          {say('metric.no-figure', { day: dayText(day, lang) })} <span lang={zh}>{phrase}</span>
        </p>
      ))}
    </div>
  )
}

function Series({ metric: { series, unit } }: Pick<Shown, 'metric'>) {
  const say = useMessages(words)
  const lang = useLang()
  if (series.length === 0) return null
  return (
    <section className="section" aria-labelledby="series">
      <div className="sechead">
        <h2 id="series">{say('metric.series')}</h2>
      </div>
      <Table
        caption={say('metric.series')}
        captionShown="heard"
        keyOf={({ day }) => day}
        rows={series.toReversed()}
        columns={[
          { key: 'day', head: say('metric.as-of'), names: 'row', cell: ({ day }) => dayText(day, lang) },
          { key: 'value', head: say('metric.value'), align: 'right', cell: ({ value }) => `${figure(value)}${unit}` },
        ]}
      />
    </section>
  )
}

const lights = {
  reached: 'done',
  'on-course': 'on-time',
  doubtful: 'near',
  'off-course': 'overdue',
  late: 'near',
  missed: 'overdue',
  unknown: 'none',
} as const satisfies Record<PublicMetric['targets'][number]['outlook'], LightState>

function figure(value: number): string {
  return String(Number(value.toFixed(2)))
}
