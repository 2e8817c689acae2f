import '../ledger.css'
import './task.css'
import { Cite, dayText, Light, Notice } from '@guangyue/platform/ui'
import { Loaded, PageBody, PageHead, useCall } from '@guangyue/platform/ui/desk'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import { getTaskEndpoint } from '../../api.ts'
import { TaskReports } from '../dispatch/task-reports.tsx'
import { FollowMenu } from '../follows/follow-menu.tsx'
import { TaskMetrics } from '../metrics/task-metrics.tsx'
import type { Task } from '../shapes.ts'
import { lightOf, lightWord, stateWords } from '../words.ts'
import { AboutParts } from './about-parts.tsx'
import { BreakDownDialog } from './break-down-dialog.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'
import { StepDialog } from './step-dialog.tsx'
import { type Step, stepButtons, stepWords } from './step-words.ts'
import { TaskAside } from './task-aside.tsx'
import { TaskHistory } from './task-history.tsx'
import { TaskParts, TaskTargets } from './task-parts.tsx'
import { TaskTime } from './task-time.tsx'

/** 任务页: one task, where it comes from, how it stands, and what may be done about it. */
export function Screen() {
  const { id = '' } = useParams()
  const task = useCall(getTaskEndpoint, { params: { id } })
  if (task.data === undefined) {
    return (
      <>
        <PageHead title="任务" crumbs={[{ href: '/desk/ledger', label: '工作台账' }, { label: '任务' }]} />
        <PageBody>
          <Loaded query={task}>{() => null}</Loaded>
        </PageBody>
      </>
    )
  }
  return <OneTask key={id} task={task.data} />
}

type Open = Step | 'edit' | 'parts' | 'merge' | 'split' | null

function OneTask({ task }: { readonly task: Task }) {
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  return (
    <>
      <PageHead
        title={task.title}
        voice="promulgated"
        crumbs={[
          { href: '/desk/ledger', label: '工作台账' },
          { href: `/desk/ledger?document=${task.cite.documentId}`, label: task.cite.document },
          ...(task.parent !== null && task.parentTitle !== null
            ? [{ href: `/desk/ledger/tasks/${task.parent}`, label: task.parentTitle }]
            : []),
          { label: task.cite.path.join('') || '任务' },
        ]}
        meta={
          <>
            <Light state={lightOf[task.light]} size="large">
              {lightWord(task)}
            </Light>
            <span>{task.due === null ? '原文未定时限' : `时限 ${dayText(task.due)}`}</span>
            <span className="tag">{stateWords[task.state]}</span>
            <Cite href={task.cite.href ?? undefined}>{task.cite.label}</Cite>
          </>
        }
        actions={<Actions task={task} onOpen={setOpen} />}
      />
      <PageBody>
        <div className="taskpage">
          <div>
            <Told task={task} />
            <TaskTime task={task} />
            <TaskTargets targets={task.targets} />
            <TaskMetrics taskId={task.id} />
            <TaskParts items={task.children} />
            <TaskReports taskId={task.id} />
            <TaskHistory history={task.history} />
          </div>
          <TaskAside task={task} />
        </div>
      </PageBody>
      {open === 'edit' && <EditDialog task={task} onClose={close} />}
      {open === 'parts' && <BreakDownDialog task={task} onClose={close} />}
      {open === 'merge' && <MergeDialog task={task} onClose={close} />}
      {open === 'split' && <SplitDialog task={task} onClose={close} />}
      {isStep(open) && <StepDialog task={task} step={open} onClose={close} />}
    </>
  )
}

function isStep(open: Open): open is Step {
  return open !== null && open in stepWords
}

/** The step that moves the task on, another beside it, the rest in a menu. */
function Actions({ task, onOpen }: { readonly task: Task; readonly onOpen: (open: Open) => void }) {
  const { main, second, rest } = stepButtons(task.may)
  const more = [
    ...rest.map((step) => ({ key: step, label: stepWords[step].label, danger: stepWords[step].look === 'danger' })),
    ...(task.mayBreakDown ? [{ key: 'parts', label: '分解到各单位' }] : []),
    ...(task.mayEdit ? [{ key: 'edit', label: '更正' }] : []),
    ...(task.mayEdit && task.siblings.length > 0 ? [{ key: 'merge', label: '并入其他任务' }] : []),
    ...(task.mayEdit ? [{ key: 'split', label: '拆分' }] : []),
  ]
  return (
    <>
      <FollowMenu task={task} />
      {second && <Button onClick={() => onOpen(second)}>{stepWords[second].label}</Button>}
      {main && (
        <Button type="primary" onClick={() => onOpen(main)}>
          {stepWords[main].label}
        </Button>
      )}
      {more.length > 0 && (
        <Dropdown trigger={['click']} menu={{ items: more, onClick: ({ key }) => onOpen(key as Open) }}>
          <Button>更多</Button>
        </Dropdown>
      )}
    </>
  )
}

/** The one thing to know now. */
function Told({ task }: { readonly task: Task }) {
  const returned = task.history.findLast(({ step }) => step === 'return')
  return (
    <>
      <AboutParts task={task} />
      {task.extension && task.extensionAsked && (
        <Notice tone="warn" title={`${task.extension.by}申请延期至${dayText(task.extension.due)}`}>
          <p>{task.extension.reason}</p>
        </Notice>
      )}
      {task.extended && task.originalDue !== null && (
        <Notice title={`经批准延期，原时限为${dayText(task.originalDue)}`} />
      )}
      {task.state === 'returned' && returned?.words && <Notice tone="bad" title={`已退回：${returned.words}`} />}
    </>
  )
}
