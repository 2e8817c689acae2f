import type { Lang } from '../i18n/index.ts'
import { shortDay, weekdayOf, weekdayText } from './dates.ts'
import { useLang, useMessages } from './lang.tsx'
import { words } from './words.ts'

/** How a day stands to the term: counted and gone, not counted, suspended, still to come, past the last day. */
export type DayKind = 'counted' | 'not-counted' | 'suspended' | 'left' | 'over'

export interface ClockDay {
  /** `YYYY-MM-DD`. */
  readonly date: string
  readonly kind: DayKind
  /** Which counted day it is, or how many days past the last. */
  readonly number?: number
  /** Why it is not counted: 始日, 周末, 国庆节. */
  readonly why?: string
}

interface LegalClockProps {
  /** What is being counted, heard by those who do not see it: 督办时钟，10个工作日. */
  readonly label: string
  readonly days: readonly ClockDay[]
  readonly today: string
  /** Undefined while suspended: the last day is then not known. */
  readonly lastDay?: string
  /** `strip` is one row (week rows on a phone), `small` a low one, `weeks` week rows on every screen. */
  readonly size?: 'strip' | 'small' | 'weeks'
  /** Whether the signs are explained below. */
  readonly legend?: 'shown' | 'hidden'
  /** Said when the count leans on a year whose holidays are not announced. */
  readonly provisional?: boolean
}

/** A term drawn day by day: counted, not counted and why, today, the last day. */
export function LegalClock(props: LegalClockProps) {
  const { label, days, today, lastDay, size = days.length > 21 ? 'weeks' : 'strip', legend = 'shown' } = props
  const lang = useLang()
  const say = useMessages(words)
  const shape = size === 'strip' ? '' : size === 'small' ? ' clock--sm' : ' clock--rows'
  return (
    <>
      <ol className={`clock${shape} from-${weekdayOf(days[0]?.date ?? '')}`} aria-label={label}>
        {days.map((day, place) => (
          <Day key={day.date} day={day} lang={lang} first={place === 0} today={today} lastDay={lastDay} />
        ))}
      </ol>
      {props.provisional && <p className="meta">{say('clock.provisional')}</p>}
      {legend === 'shown' && <Legend days={days} lastDay={lastDay} />}
    </>
  )
}

interface DayProps {
  readonly day: ClockDay
  readonly lang: Lang
  readonly first: boolean
  readonly today: string
  readonly lastDay?: string
}

function Day({ day, lang, first, today, lastDay }: DayProps) {
  const say = useMessages(words)
  const note = noteOf(day, say)
  const [, month = '', date = ''] = day.date.split('-').map(Number)
  const marks = [day.date === today ? say('clock.today') : '', day.date === lastDay ? say('clock.last') : ''].filter(
    (mark) => mark !== '',
  )
  const heard = say('clock.weekday', { day: shortDay(day.date, lang), weekday: weekdayText(day.date, lang) })
  return (
    <li className={classOf(day, today, lastDay)}>
      <span className="vh">{[heard, note, ...marks].join(' ')}</span>
      <span className="day__w" aria-hidden="true">
        {weekdayText(day.date, lang)}
      </span>
      <span className="day__d" aria-hidden="true">
        {first || date === 1 ? `${month}/${date}` : date}
      </span>
      <span className="day__n" aria-hidden="true">
        {note}
      </span>
    </li>
  )
}

function classOf(day: ClockDay, today: string, lastDay?: string): string {
  const kinds = {
    counted: '',
    'not-counted': ' day--off',
    suspended: ' day--stop',
    left: ' day--left',
    over: ' day--over',
  }
  return `day${kinds[day.kind]}${day.date === today ? ' day--today' : ''}${day.date === lastDay ? ' day--last' : ''}`
}

function noteOf({ kind, number, why }: ClockDay, say: (key: keyof typeof words.zh, params?: { n: number }) => string) {
  if (kind === 'not-counted') return why ?? say('clock.not-counted')
  if (kind === 'suspended') return why ?? say('clock.suspended')
  if (kind === 'over') return number === undefined ? say('clock.over-unnumbered') : say('clock.over', { n: number })
  if (number === undefined) return ''
  return kind === 'left' ? String(number) : say('clock.counted', { n: number })
}

function Legend({ days, lastDay }: { readonly days: readonly ClockDay[]; readonly lastDay?: string }) {
  const say = useMessages(words)
  const kinds = new Set(days.map((day) => day.kind))
  const signs = [
    { sign: 'k-count', key: 'counted', shown: kinds.has('counted') },
    { sign: 'k-off', key: 'not-counted', shown: kinds.has('not-counted') },
    { sign: 'k-stop', key: 'suspended', shown: kinds.has('suspended') },
    { sign: 'k-over', key: 'over', shown: kinds.has('over') },
    { sign: 'k-today', key: 'today', shown: true },
    { sign: 'k-last', key: 'last', shown: lastDay !== undefined },
  ] as const
  return (
    <p className="clock__key">
      {signs
        .filter(({ shown }) => shown)
        .map(({ sign, key }) => (
          <span key={key}>
            <i className={sign} />
            {say(`clock.key.${key}`)}
          </span>
        ))}
    </p>
  )
}
