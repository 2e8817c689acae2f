import { dayText, shortDay } from '@guangyue/platform/ui'
import { useMe } from '@guangyue/platform/ui/desk'
import type { TaskItem } from '../shapes.ts'
import { TaskLight } from '../task-row.tsx'
import { leadsWord } from '../words.ts'
import { type BoardFilter, boardHref } from './board-filter.ts'
import { BoardGroups } from './board-groups.tsx'
import { barIn } from './months.ts'

/** 时间线: each task as a bar from its start to its deadline within a year, by unit unless said. */
export function BoardTimeline({ filter }: { readonly filter: BoardFilter }) {
  const { today } = useMe()
  const year = Number((filter.month ?? today).slice(0, 4))
  return (
    <>
      <YearHead filter={filter} year={year} />
      <BoardGroups filter={filter} by={filter.group ?? 'unit'}>
        {(tasks) => <Bars tasks={tasks} year={year} />}
      </BoardGroups>
    </>
  )
}

function YearHead({ filter, year }: { readonly filter: BoardFilter; readonly year: number }) {
  const to = (other: number) => boardHref({ ...filter, month: `${other}-01` })
  return (
    <nav className="monthhead" aria-label="年份">
      <a href={to(year - 1)}>上一年</a>
      <h2>{year}年</h2>
      <a href={to(year + 1)}>下一年</a>
      <a href={boardHref({ ...filter, month: undefined })}>今年</a>
    </nav>
  )
}

function Bars({ tasks, year }: { readonly tasks: readonly TaskItem[]; readonly year: number }) {
  const { today } = useMe()
  const now = barIn(year, today, today)
  return (
    <div className="gantt-rows">
      <div className="gantt-months" aria-hidden="true">
        {Array.from({ length: 12 }, (_, month) => (
          <span key={month}>{month + 1}月</span>
        ))}
      </div>
      <ul>
        {tasks.map((task) => (
          <li key={task.id} className="gantt-row">
            <div>
              <a className="board-title" href={`/desk/ledger/tasks/${task.id}`}>
                {task.title}
              </a>
              <p className="meta">
                <TaskLight task={task} />　{spanWord(task, today)}　{leadsWord(task.leads)}
              </p>
            </div>
            <div className="gantt-track" aria-hidden="true">
              {now && <i className="gantt-today" style={{ left: `${now.left}%` }} />}
              <TaskBar task={task} year={year} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  )
}

function TaskBar({ task, year }: { readonly task: TaskItem; readonly year: number }) {
  const due = task.nextDue ?? task.due
  if (due === null) return <span className="gantt-none">{task.duePhrase ?? '未定时限'}</span>
  const bar = barIn(year, task.startsOn ?? due, due)
  if (!bar) return <span className="gantt-none">{due < `${year}` ? '已在此前到期' : `${dayText(due)}到期`}</span>
  const open = `${bar.begunBefore ? ' gantt-bar--before' : ''}${bar.endsLater ? ' gantt-bar--later' : ''}`
  return (
    <span
      className={`gantt-bar gantt-bar--${task.light}${open}`}
      style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
    />
  )
}

/** 6月18日—7月31日; with the year where it is not this one. */
function spanWord(task: TaskItem, today: string): string {
  const due = task.nextDue ?? task.due
  const word = (day: string) => (day.slice(0, 4) === today.slice(0, 4) ? shortDay(day) : dayText(day))
  if (due === null) return task.startsOn === null ? '未定时限' : `${word(task.startsOn)}起`
  if (task.startsOn === null || task.startsOn > due) return `${word(due)}前`
  return `${word(task.startsOn)}—${word(due)}`
}
