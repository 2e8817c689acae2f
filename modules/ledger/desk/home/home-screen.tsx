import '../ledger.css'
import { Empty, Light, monthText, Notice, shortDay, weekdayText } from '@guangyue/platform/ui'
import {
  Loaded,
  MiniCalendar,
  PageBody,
  PageHead,
  TodoRow,
  TodoSection,
  useCall,
  useMay,
  useMe,
  WorkbenchColumns,
} from '@guangyue/platform/ui/desk'
import type { z } from 'zod'
import { listTasksEndpoint, workbenchEndpoint } from '../../api.ts'
import { todoEndpoint } from '../../overview/api.ts'
import { dueDays as daysOf } from '../board/board-filter.ts'
import { OwnCharge } from '../overview/own-charge.tsx'
import type { TaskItem } from '../shapes.ts'
import { leadsWord, lightOf, lightWord, lightWords, stateWords } from '../words.ts'
import { dueDays, isWeekend } from './due-days.ts'
import { type Todo, TodoList } from './todo-list.tsx'

type Workbench = z.output<typeof workbenchEndpoint.reply>

/** 工作台: what waits for whoever is signed in, the most urgent first. */
export function Screen() {
  const { today } = useMe()
  return (
    <>
      <Head today={today} />
      <PageBody>{useMay('ledger.read') ? <Work /> : <Nothing />}</PageBody>
    </>
  )
}

function Head({ today }: { readonly today: string }) {
  const { account } = useMe()
  return <PageHead title={`${shortDay(today)} 星期${weekdayText(today)}`} meta={account.bodyName ?? account.name} />
}

function Work() {
  const work = useCall(workbenchEndpoint)
  const todo = useCall(todoEndpoint)
  const leads = useMe().account.roles.includes('leader')
  return (
    <Loaded query={work}>
      {(data) => (
        <WorkbenchColumns aside={<Aside work={data} />}>
          {leads && <OwnCharge />}
          <Loaded query={todo}>{(waiting) => <Sections work={data} todo={waiting} />}</Loaded>
        </WorkbenchColumns>
      )}
    </Loaded>
  )
}

function Nothing() {
  return <Empty title="现在没有等您办理的事">需要您处理时会出现在这里；其他功能请从左侧导航进入。</Empty>
}

function Sections({ work, todo }: { readonly work: Workbench; readonly todo: Todo }) {
  const office = work.scope === 'city'
  const steers = useMay('ledger.steer')
  const listed = new Set(todo.items.map(({ key }) => key))
  const others = work.waiting.filter(({ id }) => !listed.has(`task/${id}`))
  const shown = work.overdue.length + work.near.length + others.length + todo.total + work.latePartCount
  if (shown === 0) return <Nothing />
  return (
    <>
      {work.latePartCount > 0 && <LateParts count={work.latePartCount} />}
      {todo.total > 0 && <TodoList todo={todo} />}
      <Tasks
        title="本单位牵头的其他任务"
        count={work.waitingCount - (work.waiting.length - others.length)}
        tasks={others}
        action="办理"
        more="/desk/ledger?state=open"
        shown={many}
      />
      <Tasks
        title={office ? '逾期' : '配合的任务中逾期的'}
        count={work.overdueCount}
        tasks={work.overdue}
        action={steers ? '督办' : '查看'}
        more="/desk/ledger?light=red"
        shown={few}
      />
      <Tasks
        title={office ? '临期' : '配合的任务中临期的'}
        count={work.nearCount}
        tasks={work.near}
        action="查看"
        more="/desk/ledger?light=yellow"
        shown={few}
      />
    </>
  )
}

/** Parts that end after their task, which nobody approved. */
function LateParts({ count }: { readonly count: number }) {
  return (
    <Notice tone="warn" title={`${count} 项分解任务晚于上级任务，没有批准`}>
      上级任务的时限提前了，请更正分解任务的时限。<a href="/desk/ledger/requests">分解与延期</a>
    </Notice>
  )
}

interface TasksProps {
  readonly title: string
  readonly count: number
  readonly tasks: readonly TaskItem[]
  readonly action: string
  readonly more: string
  /** So many rows at most. */
  readonly shown: number
}

const few = 6
const many = 12

function Tasks({ title, count, tasks, action, more, shown }: TasksProps) {
  if (tasks.length === 0) return null
  return (
    <TodoSection title={title} count={count}>
      <ul>
        {tasks.slice(0, shown).map((task) => (
          <TodoRow
            key={task.id}
            state={lightOf[task.light]}
            word={lightWord(task)}
            title={task.title}
            href={`/desk/ledger/tasks/${task.id}`}
            meta={`${task.cite.label}　${leadsWord(task.leads)}　${task.extensionAsked ? '已申请延期' : stateWords[task.state]}`}
            action={
              <a className="btn btn--sm" href={`/desk/ledger/tasks/${task.id}`}>
                {action}
              </a>
            }
          />
        ))}
      </ul>
      {count > shown && (
        <p>
          <a href={more}>其余 {count - Math.min(shown, tasks.length)} 项</a>
        </p>
      )}
    </TodoSection>
  )
}

const lights = ['done', 'green', 'yellow', 'red', 'paused', 'none'] as const

function Aside({ work }: { readonly work: Workbench }) {
  const { today } = useMe()
  const month = today.slice(0, 7)
  const dues = useCall(listTasksEndpoint, { query: { ...daysOf('month', today), state: 'open', limit: 200 } })
  return (
    <>
      <div className="aside-block">
        <h2>{monthText(month)}</h2>
        <MiniCalendar
          month={month}
          today={today}
          isOff={isWeekend}
          due={dueDays([...work.near, ...work.overdue, ...(dues.data?.items ?? [])])}
        />
      </div>
      <div className="aside-block">
        <h2>{work.scope === 'city' ? '全市进度' : '本单位进度'}</h2>
        <dl className="dl">
          <dt>任务</dt>
          <dd>
            {work.figures.all} 项
            {work.leading !== null && `，牵头 ${work.leading}，配合 ${work.figures.all - work.leading}`}
          </dd>
          {lights
            .filter((light) => work.figures[light] > 0)
            .map((light) => (
              <div key={light} className="dlrow">
                <dt>{lightWords[light]}</dt>
                <dd>
                  <a href={`/desk/ledger?light=${light}`}>
                    <Light state={lightOf[light]}>{work.figures[light]}</Light>
                  </a>
                </dd>
              </div>
            ))}
        </dl>
        <p>
          <a href="/desk/ledger">{work.scope === 'city' ? '工作台账' : '本单位台账'}</a>
        </p>
      </div>
    </>
  )
}
