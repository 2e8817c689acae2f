import { ErrorNotice, Problem, problemOf, useAct } from '@guangyue/platform/ui/desk'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { editTaskEndpoint } from '../../api.ts'
import type { Task } from '../shapes.ts'
import { type EditTask, type FieldFault, faultsBeforeSending, inputOf, shownDate } from '../task-edit.ts'
import { TaskForm } from '../task-form.tsx'
import { partyNames } from './parties.ts'

/** A task's own fields as they can be typed over. */
export function editOfTask(task: Task): EditTask {
  return {
    id: task.id,
    title: task.title,
    span: null,
    leads: partyNames(task.parties, 'lead'),
    supports: partyNames(task.parties, 'support'),
    dates: task.milestones
      .filter(({ inherited }) => !inherited)
      .map(({ phrase, kind, due, start, rule }) => {
        const from = { phrase, kind, due, start, rule, index: null }
        return { typed: shownDate(from), from }
      }),
    targets: task.targets.map((target) => ({ ...target, value: String(target.value), index: null })),
  }
}

/** Corrects a task that stands; the reason goes into its history. */
export function EditDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [edit, setEdit] = useState(() => editOfTask(task))
  const [reason, setReason] = useState('')
  const [unsent, setUnsent] = useState<readonly FieldFault[]>([])
  const act = useAct(editTaskEndpoint, { onDone: onClose })
  const refused = act.error instanceof Problem ? (problemOf(act.error).body.errors ?? []) : []

  function send(): void {
    const faults = faultsBeforeSending([edit])
    setUnsent(faults)
    if (faults.length > 0) return
    const { title, leads, supports, dates, targets } = inputOf(edit)
    act.mutate({
      params: { id: task.id },
      body: { version: task.version, reason, title, leads, supports, dates, targets },
    })
  }

  return (
    <Modal
      open
      width={720}
      title="更正任务"
      okText="保存更正"
      cancelText="返回"
      okButtonProps={{ disabled: reason.trim() === '', loading: act.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack">
        <TaskForm
          task={edit}
          at={0}
          faults={[...unsent, ...refused.map(({ field, message }) => ({ field: `tasks.0.${field}`, message }))]}
          known={new Map()}
          measure={task.measureId}
          onChange={setEdit}
        />
        <label htmlFor="edit-reason">更正原因（必填，记入经过）</label>
        <Input.TextArea
          id="edit-reason"
          rows={2}
          value={reason}
          placeholder="如“机构改革后由市数据局承担”"
          onChange={(event) => setReason(event.target.value)}
        />
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}
