import { Light, monthText, shortDay, weekdayText } from '@guangyue/platform/ui'
import { Loaded, useCall, useMe } from '@guangyue/platform/ui/desk'
import { Grid } from 'antd'
import type { z } from 'zod'
import { taskMonthEndpoint } from '../../api.ts'
import type { TaskItem } from '../shapes.ts'
import { leadsWord, lightOf, lightWord } from '../words.ts'
import { type BoardFilter, boardHref, tasksOf, withPart } from './board-filter.ts'
import { monthAfter } from './months.ts'

type Month = z.output<typeof taskMonthEndpoint.reply>
type Day = Month['days'][number]

/** 月历: what falls due on each day of a month, with the days on which the city does not work; on a telephone as a list by day. */
export function BoardMonth({ filter }: { readonly filter: BoardFilter }) {
  const { today } = useMe()
  const month = filter.month ?? today.slice(0, 7)
  const found = useCall(taskMonthEndpoint, { query: { ...tasksOf(filter), month } })
  const narrow = Grid.useBreakpoint().md === false
  return (
    <>
      <MonthHead filter={filter} month={month} />
      <Loaded query={found}>
        {({ days, undated }) => (
          <>
            {narrow ? (
              <DayList days={days.filter(({ day }) => day.startsWith(month))} filter={filter} />
            ) : (
              <MonthGrid days={days} month={month} filter={filter} />
            )}
            <p className="meta">
              休息日按国务院办公厅放假通知。{undated > 0 && `另有 ${undated} 项未定时限，月历上不列。`}
            </p>
          </>
        )}
      </Loaded>
    </>
  )
}

function MonthHead({ filter, month }: { readonly filter: BoardFilter; readonly month: string }) {
  const to = (other: string) => boardHref({ ...filter, month: other })
  return (
    <nav className="monthhead" aria-label="月份">
      <a href={to(monthAfter(month, -1))}>上月</a>
      <h2>{monthText(month)}</h2>
      <a href={to(monthAfter(month, 1))}>下月</a>
      <a href={boardHref({ ...filter, month: undefined })}>本月</a>
    </nav>
  )
}

interface DaysProps {
  readonly days: readonly Day[]
  readonly filter: BoardFilter
}

function MonthGrid({ days, month, filter }: DaysProps & { readonly month: string }) {
  const { today } = useMe()
  const weeks = Array.from({ length: days.length / 7 }, (_, week) => days.slice(week * 7, week * 7 + 7))
  return (
    <table className="monthgrid">
      <caption className="vh">{`${monthText(month)}到期的任务`}</caption>
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
        {weeks.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <td key={day.day} className={classOf(day, { month, today })}>
                <DayHead day={day} />
                <DayTasks day={day} filter={filter} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function DayList({ days, filter }: DaysProps) {
  const { today } = useMe()
  const shown = days.filter(({ day, total }) => total > 0 || day === today)
  if (shown.length === 0) return <p className="meta">这个月没有到期的任务。</p>
  return (
    <ul className="daylist">
      {shown.map((day) => (
        <li key={day.day} className={day.day === today ? 'today' : undefined}>
          <p className="daylist__day">
            {shortDay(day.day)} 星期{weekdayText(day.day)} <DayNote day={day} />
            {day.day === today && <span className="meta">今天</span>}
          </p>
          {day.total === 0 ? <p className="meta">没有到期的任务</p> : <DayTasks day={day} filter={filter} />}
        </li>
      ))}
    </ul>
  )
}

function DayHead({ day }: { readonly day: Day }) {
  return (
    <p className="monthgrid__day">
      <span className="num">{Number(day.day.slice(8)) === 1 ? shortDay(day.day) : Number(day.day.slice(8))}</span>
      <DayNote day={day} />
    </p>
  )
}

const notes = { weekday: '', weekend: '休', holiday: '假', 'make-up': '班' } as const

function DayNote({ day: { kind } }: { readonly day: Day }) {
  return notes[kind] !== '' && <span className="meta">{notes[kind]}</span>
}

function DayTasks({ day: { day, total, items }, filter }: { readonly day: Day; readonly filter: BoardFilter }) {
  if (total === 0) return null
  return (
    <ul className="daytasks">
      {items.map((task) => (
        <li key={task.id}>
          <DayTask task={task} />
        </li>
      ))}
      {total > items.length && (
        <li>
          <a href={boardHref(withPart(filter, { show: 'table', dueFrom: day, dueTo: day }))}>
            另有 {total - items.length} 项
          </a>
        </li>
      )}
    </ul>
  )
}

function DayTask({ task }: { readonly task: TaskItem }) {
  const said = `${lightWord(task)}　${leadsWord(task.leads) || '未定牵头单位'}`
  return (
    <>
      <Light state={lightOf[task.light]} size="shape">
        {lightWord(task)}
      </Light>
      <a href={`/desk/ledger/tasks/${task.id}`} title={said}>
        {task.title}
      </a>
    </>
  )
}

function classOf(day: Day, { month, today }: { readonly month: string; readonly today: string }): string | undefined {
  const classes = [
    day.works ? '' : 'off',
    day.day === today ? 'today' : '',
    day.day.startsWith(month) ? '' : 'other',
  ].filter((name) => name !== '')
  return classes.join(' ') || undefined
}
