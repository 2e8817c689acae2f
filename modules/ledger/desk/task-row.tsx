import { Light, nearDay } from '@guangyue/platform/ui'
import type { TaskItem } from './shapes.ts'
import { leadsWord, lightOf, lightWord, stateWords } from './words.ts'

/** How a task stands to its time: light and days. */
export function TaskLight({
  task,
}: {
  readonly task: Pick<TaskItem, 'light' | 'daysLeft'> & { readonly state?: TaskItem['state'] }
}) {
  return <Light state={lightOf[task.light]}>{lightWord(task)}</Light>
}

/** Name and clause; the name leads to the task. */
export function TaskTitle({ task }: { readonly task: TaskItem }) {
  return (
    <>
      <a className="board-title" href={`/desk/ledger/tasks/${task.id}`}>
        {task.title}
      </a>
      <span className="sub">
        {task.cite.label}
        {task.parent !== null && '　分解任务'}
        {task.parts > 0 && `　已分解 ${task.parts} 项`}
      </span>
    </>
  )
}

/** The day that decides, within its year; the phrase beneath where it says more. */
export function DueCell({ task, today }: { readonly task: TaskItem; readonly today: string }) {
  const day = task.nextDue ?? task.due
  if (day === null) return <span className="meta">{task.duePhrase ?? '原文未定'}</span>
  const recurring = task.duePhrase !== null && /每|逐/.test(task.duePhrase)
  return (
    <>
      <span className="num">{nearDay(day, today)}</span>
      {(recurring || task.extended) && <span className="sub">{task.extended ? '经批准延期' : task.duePhrase}</span>}
    </>
  )
}

const looks: Partial<Record<TaskItem['state'], string>> = {
  proposed: 'tag--amber',
  refused: 'tag--red',
  reported: 'tag--amber',
  returned: 'tag--red',
  verified: 'tag--green',
  closed: 'tag--green',
  'in-progress': 'tag--azure',
}

/** Where the task is in its life, and what is asked. */
export function StateTag({ task }: { readonly task: Pick<TaskItem, 'state' | 'extensionAsked'> }) {
  return (
    <>
      <span className={`tag ${looks[task.state] ?? ''}`}>{stateWords[task.state]}</span>
      {task.extensionAsked && <span className="sub">已申请延期</span>}
    </>
  )
}

/** A task on a telephone. */
export function TaskCard({ task, today }: { readonly task: TaskItem; readonly today: string }) {
  return (
    <>
      <div className="row row--between">
        <TaskLight task={task} />
        <StateTag task={task} />
      </div>
      <TaskTitle task={task} />
      <div className="row row--between meta">
        <span>{leadsWord(task.leads) || '未定牵头'}</span>
        <DueCell task={task} today={today} />
      </div>
    </>
  )
}
