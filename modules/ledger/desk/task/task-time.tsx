import { dayText, LegalClock, Light, shortDay } from '@guangyue/platform/ui'
import { ErrorNotice, useAct, useMe } from '@guangyue/platform/ui/desk'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { reachMilestoneEndpoint } from '../../api.ts'
import type { Task } from '../shapes.ts'
import { daysWord, kindWords, lightOf, lightWords } from '../words.ts'
import { daysToDraw, placed, type Stop } from './days.ts'

type Milestone = Task['milestones'][number]

/** The term of the task drawn, then each dated promise with its own light. */
export function TaskTime({ task }: { readonly task: Task }) {
  const { today } = useMe()
  const own = task.milestones.filter(({ inherited }) => !inherited)
  const inherited = task.milestones.filter((milestone) => milestone.inherited)
  return (
    <section className="taskpart" aria-labelledby="time-head">
      <h2 id="time-head">时限与节点</h2>
      {task.nextDue !== null && task.light !== 'done' && <Drawn task={task} due={task.nextDue} today={today} />}
      {own.length === 0 ? (
        <p className="meta">原文没有写时限，本任务不亮灯，按调度要求报送。</p>
      ) : (
        <ul className="list list--ruled">
          {own.map((milestone) => (
            <MilestoneRow key={milestone.id} milestone={milestone} task={task} />
          ))}
        </ul>
      )}
      {inherited.length > 0 && (
        <p className="meta">
          文件总时限（不决定本任务灯色）：
          {inherited
            .map(({ phrase, name, due }) => `${phrase}${name ?? ''}${due ? `（${shortDay(due)}）` : ''}`)
            .join('；')}
        </p>
      )}
    </section>
  )
}

function Drawn({ task, due, today }: { readonly task: Task; readonly due: string; readonly today: string }) {
  const days = task.light === 'paused' ? null : daysToDraw(today, due)
  if (days)
    return (
      <LegalClock
        label={`距时限，${daysWord(task.daysLeft ?? 0)}`}
        days={days}
        today={today}
        lastDay={due}
        legend="hidden"
      />
    )
  const began = task.history[0]?.at.slice(0, 10)
  const stops: readonly Stop[] = [
    ...(began && began < due && began < today ? [{ day: began, label: '分办', kind: 'start' as const }] : []),
    { day: today, label: '今天', kind: 'today' },
    { day: due, label: '时限', kind: 'due' },
  ]
  return (
    <ol className="timeline-bar" aria-label="时限">
      {placed(stops).map(({ day, label, kind, place }) => (
        <li key={kind} className={`is-${kind}`} style={{ left: `${place}%` }}>
          <b>{label}</b> {dayText(day)}
        </li>
      ))}
    </ol>
  )
}

function MilestoneRow({ milestone, task }: { readonly milestone: Milestone; readonly task: Task }) {
  const [reaching, setReaching] = useState(false)
  const { phrase, due, start, kind, name, reachedOn, light, daysLeft, rule } = milestone
  const days = [start, due].filter((day) => day !== null).map((day) => dayText(day))
  const counts = light !== 'none' && light !== 'done' && daysLeft !== null
  return (
    <li className="milestone">
      <Light state={lightOf[light]}>
        {reachedOn ? `${shortDay(reachedOn)}达到` : counts ? daysWord(daysLeft) : lightWords[light]}
      </Light>
      <span>
        {days.join('至') || '没有固定日期'}
        <span className="sub">
          {phrase !== '' && phrase !== due && `${task.extended ? '' : '原文'}“${phrase}”　`}
          {kindWords[kind]}
          {name !== null && `　${name}`}
          {rule !== null && kind === 'recurring' && '　到期后转入下一期'}
        </span>
      </span>
      {reachedOn === null && task.may.includes('report') && (
        <Button size="small" onClick={() => setReaching(true)}>
          登记达到
        </Button>
      )}
      {reaching && <ReachDialog milestone={milestone} task={task} onClose={() => setReaching(false)} />}
    </li>
  )
}

interface ReachDialogProps {
  readonly milestone: Milestone
  readonly task: Task
  readonly onClose: () => void
}

function ReachDialog({ milestone, task, onClose }: ReachDialogProps) {
  const [words, setWords] = useState('')
  const reach = useAct(reachMilestoneEndpoint, { onDone: onClose })
  return (
    <Modal
      open
      title={`登记节点“${milestone.phrase}”已经达到`}
      okText="登记"
      cancelText="返回"
      okButtonProps={{ disabled: words.trim() === '', loading: reach.isPending }}
      onOk={() =>
        reach.mutate({
          params: { id: task.id, milestone: milestone.id },
          body: { version: task.version, words },
        })
      }
      onCancel={onClose}
    >
      <div className="stack">
        <label htmlFor="reach-words">达到情况（必填）</label>
        <Input.TextArea
          id="reach-words"
          rows={3}
          value={words}
          placeholder="写明依据，如“6月28日平台上线试运行”"
          onChange={(event) => setWords(event.target.value)}
        />
        <ErrorNotice error={reach.error} />
      </div>
    </Modal>
  )
}
