import {
  CourseChart,
  dayText,
  Empty,
  Light,
  lightStates,
  Notice,
  StateBar,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { ClausePanel, PanelThing } from './document.view.ts'
import { words } from './words.ts'

/** Of a document without anything public there is nothing to tell but how it is cited. */
export function isTold({ of, groups, counts }: ClausePanel): boolean {
  return of === 'clause' || groups.length > 0 || Object.keys(counts).length > 0
}

/** Beside the text: what a clause, or the document, has become, and how it is cited. */
export function Panel({ panel }: { readonly panel: ClausePanel }) {
  const say = useMessages(words)
  const zh = useChinese()
  const nothing = panel.groups.length === 0
  const told = isTold(panel)
  return (
    <aside className="became" aria-labelledby="became">
      {told && (
        <p className="meta" lang={zh}>
          {panel.title}
        </p>
      )}
      <h2 id="became">{say(told ? (panel.of === 'clause' ? 'clause.became' : 'clause.document') : 'document.cite')}</h2>
      {panel.state !== null && <StateLine panel={panel} />}
      <Standing counts={panel.counts} />
      {panel.groups.map(({ kind, things }) => (
        <section key={kind}>
          <h3>
            {say(`kind.${kind}`)} <span>{say('kind.n', { n: things.length })}</span>
          </h3>
          <ul>
            {things.map((thing) => (
              <Thing key={thing.key} thing={thing} today={panel.today} />
            ))}
          </ul>
          {kind === 'task' && panel.of === 'clause' && things[0] !== undefined && (
            <p>
              <a href={`${things[0].href}#follow`}>{say('clause.follow')}</a>
            </p>
          )}
        </section>
      ))}
      {panel.state === 'open' && nothing && (
        <Empty title={say('clause.open')}>
          <p>{say('clause.open.next')}</p>
        </Empty>
      )}
      {told && <h3>{say('clause.cite')}</h3>}
      <p className="citebox" lang={zh}>
        {panel.citation}
      </p>
      <p className="row">
        <a href={panel.href}>{say('clause.link')}</a>
      </p>
    </aside>
  )
}

/** Where all that a document has become stands. */
function Standing({ counts }: Pick<ClausePanel, 'counts'>) {
  const say = useMessages(words)
  const shown = lightStates.flatMap((state) => (counts[state] === undefined ? [] : [{ state, n: counts[state] }]))
  if (shown.length === 0) return null
  return (
    <section>
      <h3>
        {say('clause.standing')} <span>{say('kind.n', { n: shown.reduce((sum, { n }) => sum + n, 0) })}</span>
      </h3>
      <StateBar counts={counts} size="small" />
      <p className="row">
        {shown.map(({ state, n }) => (
          <span key={state} className="row">
            <Light state={state} /> {n}
          </span>
        ))}
      </p>
    </section>
  )
}

function StateLine({ panel }: { readonly panel: ClausePanel }) {
  const say = useMessages(words)
  if (panel.state === 'judgement') {
    return (
      <Notice title={say('clause.judgement')}>
        {panel.judgement !== null && <p>{say('clause.judged', { ...panel.judgement })}</p>}
      </Notice>
    )
  }
  if (panel.state !== 'running') return null
  return (
    <p className="row">
      <Light state="on-time">{say('clause.running')}</Light>
      {panel.groups.length === 0 && <span>{say('clause.inherited')}</span>}
    </p>
  )
}

function Thing({ thing, today }: { readonly thing: PanelThing; readonly today: string }) {
  const say = useMessages(words)
  const lang = useLang()
  return (
    <li>
      <a href={thing.href}>{thing.title}</a>
      <p className="row">
        {thing.light === null ? (
          <span>{say('clause.tracked')}</span>
        ) : (
          <Light state={thing.light}>{dueWords(thing, say)}</Light>
        )}
        {thing.due !== null && <span>{dayText(thing.due, lang)}</span>}
        {thing.detail !== null && <span>{thing.detail}</span>}
      </p>
      {thing.course !== null && <CourseChart course={thing.course} today={today} size="small" />}
    </li>
  )
}

function dueWords({ light, daysLeft }: PanelThing, say: (key: DueKey, params?: { n: number }) => string) {
  if (light === 'done') return say('due.done')
  if (daysLeft === null || light === 'suspended' || light === 'not-begun') return undefined
  if (daysLeft < 0) return say('due.over', { n: -daysLeft })
  return daysLeft === 0 ? say('due.today') : say('due.left', { n: daysLeft })
}

type DueKey = 'due.done' | 'due.over' | 'due.today' | 'due.left'
