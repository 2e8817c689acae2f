import {
  Cite,
  dayText,
  monthText,
  PageTitle,
  Quote,
  Timeline,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import { TaskLight } from './due.tsx'
import { Follow } from './follow.tsx'
import { MetricFigures } from './metric.tsx'
import type { PublicTaskView } from './task.view.ts'
import { words } from './words.ts'

/** One task: where it is written, who is responsible, by when, how it stands. */
export function TaskPage(task: PublicTaskView) {
  const say = useMessages(words)
  const zh = useChinese()
  const { progress } = task
  return (
    <div className="wrap">
      <PageTitle title={<span lang={zh}>{task.title}</span>} />
      <p className="row">
        {progress !== null && <TaskLight light={progress.light} daysLeft={progress.daysLeft} size="large" />}
        {progress !== null && <span className="meta">{say(`state.${progress.state}`)}</span>}
        {progress === null && <span className="meta">{say('tracked.only')}</span>}
        <Cite href={task.cite.href ?? undefined}>{task.cite.label}</Cite>
      </p>
      <div className="aside">
        <div>
          {progress !== null && progress.report !== null && <Report report={progress.report} />}
          <Dates task={task} />
          {task.metrics.length === 0 ? (
            <Targets targets={task.targets} />
          ) : (
            <Metrics metrics={task.metrics} today={task.today} />
          )}
          {progress !== null && <History history={progress.history} />}
        </div>
        <aside>
          <Basis task={task} />
          <Parties task={task} />
          <Follow follow={task.follow} />
          <Siblings siblings={task.siblings} />
        </aside>
      </div>
    </div>
  )
}

function Report({ report }: { readonly report: NonNullable<NonNullable<PublicTaskView['progress']>['report']> }) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const { month, text, percent } = report
  return (
    <section className="section" aria-labelledby="latest">
      <div className="sechead">
        <h2 id="latest">{say('report')}</h2>
        <span className="meta">
          {say('report.month', { month: monthText(month, lang) })}
          {percent !== null && `${lang === 'zh' ? '，' : ', '}${say('report.percent', { n: percent })}`}
        </span>
      </div>
      {text.split('\n').map((line) => (
        <p key={line} lang={zh}>
          {line}
        </p>
      ))}
    </section>
  )
}

function Dates({ task }: { readonly task: PublicTaskView }) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const originalDue = task.progress?.originalDue ?? null
  return (
    <section className="section" aria-labelledby="dates">
      <div className="sechead">
        <h2 id="dates">{say('dates')}</h2>
      </div>
      {task.dates.length === 0 && <p>{say('due.none')}</p>}
      <ul className="list list--ruled">
        {task.dates.map((date) => (
          <li key={date.key}>
            <p className="row">
              {date.due === null ? (
                <span lang={zh}>{date.phrase}</span>
              ) : (
                <time dateTime={date.due}>{dayText(date.due, lang)}</time>
              )}
              {date.progress !== null && <TaskLight light={date.progress.light} daysLeft={date.progress.daysLeft} />}
            </p>
            <p className="meta row">
              {date.due !== null && date.phrase !== date.due && <span lang={zh}>{date.phrase}</span>}
              {date.inherited && <span>{say('date.inherited')}</span>}
              {date.name !== null && <span lang={zh}>{date.name}</span>}
            </p>
          </li>
        ))}
      </ul>
      {originalDue !== null && <p className="meta">{say('date.extended', { day: dayText(originalDue, lang) })}</p>}
    </section>
  )
}

function Targets({ targets }: Pick<PublicTaskView, 'targets'>) {
  const say = useMessages(words)
  const zh = useChinese()
  if (targets.length === 0) return null
  return (
    <section className="section" aria-labelledby="targets">
      <div className="sechead">
        <h2 id="targets">{say('targets')}</h2>
      </div>
      <ul className="list list--ruled" lang={zh}>
        {targets.map(({ key, text }) => (
          <li key={key}>{text}</li>
        ))}
      </ul>
    </section>
  )
}

/** Each target with its chart and figures. */
function Metrics({ metrics, today }: Pick<PublicTaskView, 'metrics' | 'today'>) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <section className="section" aria-labelledby="targets">
      <div className="sechead">
        <h2 id="targets">{say('targets')}</h2>
      </div>
      {metrics.map((metric) => (
        <div key={metric.id} className="section">
          <h3>
            <a href={`/ledger/metrics/${metric.id}`} lang={zh}>
              {metric.name}
            </a>
          </h3>
          <MetricFigures metric={metric} today={today} />
        </div>
      ))}
    </section>
  )
}

function History({ history }: Pick<NonNullable<PublicTaskView['progress']>, 'history'>) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  return (
    <section className="section" aria-labelledby="history">
      <div className="sechead">
        <h2 id="history">{say('history')}</h2>
      </div>
      <Timeline
        entries={history.map(({ key, day, step, unit }) => ({
          key,
          title: say(`step.${step}`),
          when: dayText(day, lang),
          dateTime: day,
          who: unit === null ? undefined : <span lang={zh}>{unit}</span>,
        }))}
      />
    </section>
  )
}

function Basis({ task }: { readonly task: PublicTaskView }) {
  const say = useMessages(words)
  const { href, label } = task.cite
  return (
    <section className="aside-block" aria-labelledby="basis">
      <h2 id="basis">{say('basis')}</h2>
      <Quote source={<Cite href={href ?? undefined}>{label}</Cite>}>{task.measureTitle}</Quote>
      <p className="meta">
        {task.documentTitle}
        <br />
        {href === null ? say('basis.not-held') : <a href={href}>{say('basis.read')}</a>}
      </p>
    </section>
  )
}

function Parties({ task }: { readonly task: PublicTaskView }) {
  const say = useMessages(words)
  const zh = useChinese()
  const supports = task.supports.map(({ name, members }) => (members > 1 ? `${name}（${members}）` : name)).join('、')
  return (
    <section className="aside-block" aria-labelledby="parties">
      <h2 id="parties">{say('parties')}</h2>
      <dl className="dl">
        <dt>{say('leads')}</dt>
        <dd>
          <span lang={zh}>{task.leads.join('、')}</span>
          {task.leads.length > 1 && <p className="meta">{say('leads.first')}</p>}
        </dd>
        {supports !== '' && (
          <>
            <dt>{say('supports')}</dt>
            <dd lang={zh}>{supports}</dd>
          </>
        )}
        {task.supervisor !== null && (
          <>
            <dt>{say('supervisor')}</dt>
            <dd lang={zh}>{task.supervisor}</dd>
          </>
        )}
      </dl>
    </section>
  )
}

function Siblings({ siblings }: Pick<PublicTaskView, 'siblings'>) {
  const say = useMessages(words)
  const zh = useChinese()
  if (siblings.length === 0) return null
  return (
    <section className="aside-block" aria-labelledby="siblings">
      <h2 id="siblings">{say('siblings')}</h2>
      <ul className="list">
        {siblings.map(({ href, title, light }) => (
          <li key={href}>
            <a href={href} lang={zh}>
              {title}
            </a>
            {light !== null && (
              <p>
                <TaskLight light={light} daysLeft={null} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
