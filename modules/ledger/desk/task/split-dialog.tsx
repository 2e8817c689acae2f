import { ErrorNotice, Problem, problemOf, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input, Modal } from 'antd'
import { useState } from 'react'
import { splitTaskEndpoint } from '../../api.ts'
import { splitTask } from '../review/rearrange.ts'
import type { Task } from '../shapes.ts'
import { blankTask, type EditTask, type FieldFault, faultsBeforeSending, inputOf } from '../task-edit.ts'
import { TaskForm } from '../task-form.tsx'
import { editOfTask } from './edit-dialog.tsx'

/** One standing task as several; the old one stays on record as split. */
export function SplitDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [parts, setParts] = useState(() => halves(task))
  const [reason, setReason] = useState('')
  const [unsent, setUnsent] = useState<readonly FieldFault[]>([])
  const act = useAct(splitTaskEndpoint, { onDone: onClose })
  const refused = act.error instanceof Problem ? (problemOf(act.error).body.errors ?? []) : []

  function send(): void {
    const faults = faultsBeforeSending(parts)
    setUnsent(faults)
    if (faults.length > 0) return
    const into = parts.map(inputOf).map(({ span: _, ...part }) => part)
    act.mutate({ params: { id: task.id }, body: { version: task.version, reason, into } })
  }

  return (
    <Modal
      open
      width={760}
      title={`拆为 ${parts.length} 项任务`}
      okText="拆分"
      cancelText="返回"
      okButtonProps={{ disabled: reason.trim() === '', loading: act.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack">
        {parts.map((part, at) => (
          <article key={part.id} className="draft">
            <TaskForm
              task={part}
              at={at}
              faults={[
                ...unsent,
                ...refused.map(({ field, message }) => ({ field: field.replace(/^into\./, 'tasks.'), message })),
              ]}
              known={new Map()}
              measure={task.measureId}
              onChange={(changed) => setParts(parts.with(at, changed))}
            />
          </article>
        ))}
        <Button type="link" onClick={() => setParts([...parts, blankTask(crypto.randomUUID(), parts[0])])}>
          再加一项
        </Button>
        <label htmlFor="split-reason">原因（必填）</label>
        <Input.TextArea id="split-reason" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}

function halves(task: Task): readonly EditTask[] {
  const whole = { ...editOfTask(task), id: crypto.randomUUID() }
  return splitTask(whole, { newId: crypto.randomUUID(), at: null, text: null, placeOf: () => null })
}
