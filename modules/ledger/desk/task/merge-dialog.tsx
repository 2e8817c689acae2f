import { call, ErrorNotice } from '@guangyue/platform/ui/desk'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Checkbox, Input, Modal } from 'antd'
import { useState } from 'react'
import { getTaskEndpoint, mergeTasksEndpoint } from '../../api.ts'
import type { Task } from '../shapes.ts'

/** Takes other tasks of the same clause into this one. */
export function MergeDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [chosen, setChosen] = useState<readonly string[]>([])
  const [reason, setReason] = useState('')
  const client = useQueryClient()
  const merge = useMutation({
    mutationFn: async () => {
      const others = await Promise.all(chosen.map((id) => call(getTaskEndpoint, { params: { id } })))
      return call(mergeTasksEndpoint, {
        params: { id: task.id },
        body: { version: task.version, others: others.map(({ id, version }) => ({ id, version })), reason },
      })
    },
    onSuccess: async () => {
      await client.invalidateQueries()
      onClose()
    },
  })
  return (
    <Modal
      open
      title="并入其他任务"
      okText="并入"
      cancelText="返回"
      okButtonProps={{ disabled: chosen.length === 0 || reason.trim() === '', loading: merge.isPending }}
      onOk={() => merge.mutate()}
      onCancel={onClose}
    >
      <div className="stack">
        <p className="meta">选中的任务并入“{task.title}”，单位、时限和目标合在一起，原任务留痕。</p>
        <Checkbox.Group
          style={{ display: 'grid', gap: 8 }}
          options={task.siblings
            .filter(({ state }) => !['merged', 'split', 'cancelled'].includes(state))
            .map(({ id, title }) => ({ value: id, label: title }))}
          value={[...chosen]}
          onChange={setChosen}
        />
        <label htmlFor="merge-reason">原因（必填）</label>
        <Input.TextArea id="merge-reason" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
        <ErrorNotice error={merge.error} />
      </div>
    </Modal>
  )
}
