import '../ledger.css'
import { Empty, Light, monthText, shortDay, weekdayText } from '@guangyue/platform/ui'
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
import { dispatchWorkEndpoint } from '../../dispatch/api.ts'
import { dueDays as daysOf } from '../board/board-filter.ts'
import { countOf, DispatchTodo, type DispatchWork } from '../dispatch/dispatch-todo.tsx'
import { OwnCharge } from '../overview/own-charge.tsx'
import type { TaskItem } from '../shapes.ts'
import { leadsWord, lightOf, lightWord, lightWords, stateWords } from '../words.ts'
import { dueDays, isWeekend } from './due-days.ts'

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
  const reports = useCall(dispatchWorkEndpoint)
  const leads = useMe().account.roles.includes('leader')
  return (
    <Loaded query={work}>
      {(data) => (
        <WorkbenchColumns aside={<Aside work={data} />}>
          {leads && <OwnCharge />}
          <Loaded query={reports}>{(waiting) => <Sections work={data} reports={waiting} />}</Loaded>
        </WorkbenchColumns>
      )}
    </Loaded>
  )
}

function Nothing() {
  return <Empty title="现在没有等您办理的事">需要您处理时会出现在这里；其他功能请从左侧导航进入。</Empty>
}

function Sections({ work, reports }: { readonly work: Workbench; readonly reports: DispatchWork }) {
  const office = work.scope === 'city'
  const steers = useMay('ledger.steer')
  const shown = new Set(work.waiting.map(({ id }) => id))
  const overdue = work.overdue.filter(({ id }) => !shown.has(id))
  const near = work.near.filter(({ id }) => !shown.has(id))
  const waiting =
    work.waiting.length + overdue.length + near.length + work.drafts.length + work.requestCount + countOf(reports)
  if (waiting === 0) return <Nothing />
  return (
    <>
      <DispatchTodo work={reports} />
      <Requests work={work} />
      {work.drafts.length > 0 && <Drafts drafts={work.drafts} />}
      <Tasks
        title={office ? '等您核验和办结' : '本单位要办的'}
        count={work.waitingCount}
        tasks={work.waiting}
        action={office ? '核验' : '办理'}
        more="/desk/ledger?state=open"
        shown={office ? few : many}
      />
      <Tasks
        title={office ? '逾期' : '配合的任务中逾期的'}
        count={work.overdueCount}
        tasks={overdue}
        action={steers ? '督办' : '查看'}
        more="/desk/ledger?light=red"
        shown={few}
      />
      <Tasks
        title={office ? '临期' : '配合的任务中临期的'}
        count={work.nearCount}
        tasks={near}
        action="查看"
        more="/desk/ledger?light=yellow"
        shown={few}
      />
    </>
  )
}

/** What the office is to approve, and parts that end after their task. */
function Requests({ work }: { readonly work: Workbench }) {
  const { requests, requestCount, latePartCount } = work
  const list = '/desk/ledger/requests'
  if (requestCount + latePartCount === 0) return null
  return (
    <TodoSection title="分解与延期待批" count={requestCount}>
      <ul>
        {latePartCount > 0 && (
          <TodoRow
            state="overdue"
            word={`${latePartCount} 项`}
            title="分解任务晚于上级任务，没有批准"
            href={list}
            meta="上级任务的时限提前了，请更正分解任务的时限"
          />
        )}
        {requests.slice(0, few).map(({ taskId, title, kind, words }) => (
          <TodoRow
            key={taskId}
            state="not-begun"
            word={kind === 'part' ? '分解' : '延期'}
            title={title}
            href={`/desk/ledger/tasks/${taskId}`}
            meta={words}
            action={
              <a className="btn btn--sm" href={list} aria-label={`答复：${title}`}>
                答复
              </a>
            }
          />
        ))}
      </ul>
      {requestCount > few && (
        <p>
          <a href={list}>全部 {requestCount} 件</a>
        </p>
      )}
    </TodoSection>
  )
}

function Drafts({ drafts }: Pick<Workbench, 'drafts'>) {
  const total = drafts.reduce((sum, { waiting }) => sum + waiting, 0)
  return (
    <TodoSection title="待核对的草稿" count={total}>
      <ul>
        {drafts.map(({ documentId, number, title, waiting, faulty }) => (
          <TodoRow
            key={documentId}
            state={faulty > 0 ? 'near' : 'not-begun'}
            word={`${waiting} 条`}
            title={number ?? title}
            href={`/desk/ledger/review/${documentId}`}
            meta={faulty > 0 ? `${title}　有疑 ${faulty} 条` : title}
            action={
              <a className="btn btn--sm" href={`/desk/ledger/review/${documentId}`}>
                核对
              </a>
            }
          />
        ))}
      </ul>
    </TodoSection>
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
