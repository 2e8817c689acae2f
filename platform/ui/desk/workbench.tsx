import { type ReactNode, useId } from 'react'
import { monthText, weekdayOf } from '../dates.ts'
import { Light, type LightState } from '../light.tsx'

/** The workbench: what is to be done at the left, the calendar and figures at the right. */
export function WorkbenchColumns({ children, aside }: { readonly children: ReactNode; readonly aside: ReactNode }) {
  return (
    <div className="home">
      <div>{children}</div>
      <aside aria-label="日历与进度">{aside}</aside>
    </div>
  )
}

interface TodoSectionProps {
  readonly title: string
  readonly count: number
  /** Beside the count: 截止 7月8日. */
  readonly note?: string
  readonly children: ReactNode
}

/** A kind of work with its rows. */
export function TodoSection({ title, count, note, children }: TodoSectionProps) {
  const id = useId()
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>
        {title}{' '}
        <span>
          {count}
          {note !== undefined && `　${note}`}
        </span>
      </h2>
      {children}
    </section>
  )
}

interface TodoRowProps {
  readonly state: LightState
  /** 还剩 2 天, 今天 17:00. */
  readonly word: string
  readonly title: string
  readonly href: string
  readonly meta?: ReactNode
  /** A small button or link: 填报. */
  readonly action?: ReactNode
}

/** One thing to do: how urgent, what, and the button that does it. Stands in a `ul`. */
export function TodoRow({ state, word, title, href, meta, action }: TodoRowProps) {
  return (
    <li className="todo">
      <Light state={state}>{word}</Light>
      <div>
        <a className="t" href={href}>
          {title}
        </a>
        {meta !== undefined && <p className="meta">{meta}</p>}
      </div>
      {action !== undefined && <span>{action}</span>}
    </li>
  )
}

interface MiniCalendarProps {
  /** `YYYY-MM`. */
  readonly month: string
  readonly today: string
  readonly isOff: (day: string) => boolean
  /** How many duties end on a day; `last` when it is the last day of a term of law or a reporting period. */
  readonly due: Readonly<Record<string, 'due' | 'last'>>
}

/** A month with days off, today, dots for what falls due and triangles for closing days. */
export function MiniCalendar({ month, today, isOff, due }: MiniCalendarProps) {
  return (
    <>
      <table className="cal">
        <caption className="vh">{monthText(month)}</caption>
        <thead>
          <tr>
            {[...'一二三四五六日'].map((weekday) => (
              <th key={weekday} scope="col">
                {weekday}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weeksOf(month).map((week) => (
            <tr key={week.join()}>
              {week.map((day, place) => (
                <td
                  // biome-ignore lint/suspicious/noArrayIndexKey: a week has seven places
                  key={place}
                  className={classOf(day, { today, isOff, due })}
                >
                  {day === null ? null : Number(day.slice(8))}
                  {day !== null && due[day] && (
                    <span className="vh">{due[day] === 'last' ? '截止日' : '有到期事项'}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <Legend marks={Object.entries(due).flatMap(([day, mark]) => (day.startsWith(month) ? [mark] : []))} />
    </>
  )
}

/** Says what the marks mean that this month shows. */
function Legend({ marks }: { readonly marks: readonly ('due' | 'last')[] }) {
  const said = [
    ...(marks.includes('due') ? ['圆点为到期事项'] : []),
    ...(marks.includes('last') ? ['三角为截止日'] : []),
  ]
  return said.length > 0 && <p className="meta">{said.join('，')}。</p>
}

function classOf(day: string | null, month: Pick<MiniCalendarProps, 'today' | 'isOff' | 'due'>): string | undefined {
  if (day === null) return undefined
  const classes = [
    month.isOff(day) ? 'off' : '',
    day === month.today ? 'today' : '',
    month.due[day] === 'last' ? 'end' : (month.due[day] ?? ''),
  ]
  return classes.filter((name) => name !== '').join(' ') || undefined
}

/** The days of a month in rows of seven from Monday; places outside the month are null. */
function weeksOf(month: string): readonly (readonly (string | null)[])[] {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const length = new Date(Date.UTC(year, number, 0)).getUTCDate()
  const days = Array.from({ length }, (_, place) => `${month}-${String(place + 1).padStart(2, '0')}`)
  const places = [...Array<null>(weekdayOf(`${month}-01`) - 1).fill(null), ...days]
  while (places.length % 7 !== 0) places.push(null)
  return Array.from({ length: places.length / 7 }, (_, week) => places.slice(week * 7, week * 7 + 7))
}
