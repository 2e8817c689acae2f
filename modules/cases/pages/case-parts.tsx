import {
  Cite,
  dayText,
  FileList,
  LegalClock,
  Light,
  momentText,
  Timeline,
  useChinese,
  useLang,
  useMessages,
} from '@guangyue/platform/ui'
import type { ReactNode } from 'react'
import type { CaseView, ClockView } from './case.view.ts'
import { words } from './words.ts'

// Parts of a case that its applicant's page and the desk draw alike.

const ZONE = 'Asia/Shanghai'

export function Part({
  id,
  title,
  children,
}: {
  readonly id: string
  readonly title: string
  readonly children: ReactNode
}) {
  return (
    <section className="section" aria-labelledby={id}>
      <div className="sechead">
        <h2 id={id}>{title}</h2>
      </div>
      {children}
    </section>
  )
}

/** What happens next, who has it, until when. */
export function Next({ next, light, clocks, lastDay }: Pick<CaseView, 'next' | 'light' | 'clocks' | 'lastDay'>) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  if (next === null) return <p>{say('next.done')}</p>
  const running = clocks.find((clock) => clock.light !== 'done' && clock.lastDay === lastDay && lastDay !== null)
  return (
    <div className="casenext">
      <p className="casenext__what">
        <b lang={zh}>{next.what}</b>
      </p>
      <p className="row">
        {next.who !== null && <span lang={zh}>{say('next.who', { who: next.who })}</span>}
        {next.until !== null && <span>{say('next.until', { day: dayText(next.until, lang) })}</span>}
        {running && <Light state={light}>{leftText(say, running)}</Light>}
        {!running && light !== 'none' && <Light state={light} />}
      </p>
    </div>
  )
}

type Say = (key: 'left.days' | 'left.last' | 'left.over', params?: { n: number }) => string

export function leftText(say: Say, { left, light, days }: Pick<ClockView, 'left' | 'light' | 'days'>): string {
  // as drawn: every day past the last one
  if (light === 'overdue') return say('left.over', { n: days.filter(({ kind }) => kind === 'over').length })
  return left === 0 ? say('left.last') : say('left.days', { n: left })
}

/** Every clock day by day with its clause; those that have ended behind a line. */
export function Clocks({ clocks, today }: Pick<CaseView, 'clocks' | 'today'>) {
  const say = useMessages(words)
  const running = clocks.filter(({ light }) => light !== 'done')
  const ended = clocks.filter(({ light }) => light === 'done')
  return (
    <>
      {running.length > 0 && <p className="meta">{say('clocks.lead')}</p>}
      {running.map((clock) => (
        <OneClock key={`${clock.kind} ${clock.label}`} clock={clock} today={today} />
      ))}
      {ended.length > 0 && (
        <details className="caseended">
          <summary>{say('clock.ended')}</summary>
          {ended.map((clock) => (
            <OneClock key={`${clock.kind} ${clock.label}`} clock={clock} today={today} />
          ))}
        </details>
      )}
    </>
  )
}

function OneClock({ clock, today }: { readonly clock: ClockView; readonly today: string }) {
  const say = useMessages(words)
  const lang = useLang()
  const zh = useChinese()
  const { kind, label, length, cite, lastDay, used, light, provisional, days } = clock
  const name = kind === 'step' ? label : say(`clock.${kind}`)
  return (
    <div className="caseclock">
      <h3>
        {name}　<span lang={zh}>{length}</span>
      </h3>
      <p className="row meta">
        <Light state={light}>
          {light === 'done' ? say('light.done') : light === 'suspended' ? undefined : leftText(say, clock)}
        </Light>
        <span>{say('clock.used', { n: used })}</span>
        <span>{lastDay === null ? say('clock.unknown') : say('clock.last', { day: dayText(lastDay, lang) })}</span>
        {cite !== null && <Cite href={cite.href ?? undefined}>{cite.label}</Cite>}
      </p>
      <LegalClock
        label={`${name}，${length}`}
        days={days}
        today={today}
        {...(lastDay === null ? {} : { lastDay })}
        provisional={provisional}
      />
    </div>
  )
}

/** What happened, the newest first. */
export function Happened({ events }: Pick<CaseView, 'events'>) {
  const zh = useChinese()
  const last = events.length - 1
  return (
    <Timeline
      entries={events
        .map(({ number, at, title, who, lines, bad }, place) => ({
          key: String(number),
          title: <span lang={zh}>{title}</span>,
          when: momentText(at, ZONE),
          dateTime: at,
          who: <span lang={zh}>{who}</span>,
          mark: bad ? ('bad' as const) : place === last ? ('now' as const) : ('done' as const),
          children: lines.map((line) => (
            <p key={line} lang={zh}>
              {line}
            </p>
          )),
        }))
        .toReversed()}
    />
  )
}

/** The form as submitted, covered where it must be, or uncovered by `shown`. */
export function FormValues({
  pages,
  shown = () => undefined,
}: Pick<CaseView, 'pages'> & { readonly shown?: (page: string, entry: number, label: string) => string | undefined }) {
  const zh = useChinese()
  return pages.map(({ title, entries }) => (
    <div key={title} className="caseform" lang={zh}>
      <h3>{title}</h3>
      {entries.map((fields, at) => (
        <dl className="dl" key={fields.map(({ label, value }) => `${label}${value}`).join()}>
          {fields.flatMap(({ label, value }) => [
            <dt key={label}>{label}</dt>,
            <dd key={`${label} value`}>{shown(title, at, label) ?? value}</dd>,
          ])}
        </dl>
      ))}
    </div>
  ))
}

export function MaterialList({ id, materials }: Pick<CaseView, 'id' | 'materials'>) {
  const say = useMessages(words)
  const zh = useChinese()
  return (
    <ul className="list list--ruled">
      {materials.map(({ key, name, source, wanted, files }) => (
        <li key={key}>
          <b lang={zh}>{name}</b>{' '}
          <span className="meta" lang={zh}>
            {source}
          </span>
          {files.length > 0 ? (
            <FileList
              files={files.map((file) => ({
                href: `/api/cases/${id}/materials/${file.id}`,
                name: file.name,
                size: file.bytes,
              }))}
            />
          ) : (
            wanted && <p className="meta">{say('materials.none')}</p>
          )}
        </li>
      ))}
    </ul>
  )
}
