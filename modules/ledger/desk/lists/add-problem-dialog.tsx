import { FormDialog, useAct, useMay, useMe } from '@guangyue/platform/ui/desk'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { addProblemEndpoint } from '../../problems/api.ts'
import { TaskSelect } from '../task-select.tsx'
import { UnitSelect } from '../unit-select.tsx'

interface AddProblemDialogProps {
  /** The task that it concerns, where one comes from there. */
  readonly task?: { readonly id: string; readonly title: string; readonly bodyIds: readonly string[] }
  readonly onClose: () => void
  readonly onDone?: (id: string) => void
}

/** A problem by hand: of the own unit, of a party of a task that it leads; the office of any. */
export function AddProblemDialog({ task, onClose, onDone }: AddProblemDialogProps) {
  const [id] = useState(() => crypto.randomUUID())
  const { account } = useMe()
  const office = useMay('ledger.steer')
  const add = useAct(addProblemEndpoint, {
    onDone: (reply) => {
      onClose()
      onDone?.(reply.id)
    },
  })
  const bodyId = office ? undefined : (account.bodyId ?? undefined)
  return (
    <FormDialog
      title="登记问题"
      okText="登记"
      initial={{ text: '', taskId: task?.id, bodyId, due: '', helpWanted: '' }}
      act={add}
      onSubmit={({ due, taskId, bodyId: owner, ...said }) =>
        add.mutate({ body: { ...said, id, bodyId: owner ?? '', taskId: taskId ?? null, due: due === '' ? null : due } })
      }
      onClose={onClose}
    >
      <Form.Item name="text" label="问题" rules={[{ required: true, message: '请写明问题' }]}>
        <Input.TextArea rows={3} maxLength={2000} placeholder="如 三个乡镇的接口尚未开通，群众仍要跑两趟" />
      </Form.Item>
      <Form.Item name="taskId" label="有关的任务（可不填）">
        <TaskSelect known={task ? [task] : []} />
      </Form.Item>
      <Form.Item name="bodyId" label="责任单位" rules={[{ required: true, message: '请选择责任单位' }]}>
        <UnitSelect placeholder="由谁解决" first={task?.bodyIds ?? []} />
      </Form.Item>
      <Form.Item name="due" label="解决期限（可不填）">
        <Input type="date" />
      </Form.Item>
      <Form.Item name="helpWanted" label="需要的支持（可不填）">
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </FormDialog>
  )
}
