import { FormDialog, useAct, useMe } from '@guangyue/platform/ui/desk'
import { Form, Input } from 'antd'
import { useState } from 'react'
import { finishRemedyEndpoint, setRemedyEndpoint } from '../../problems/api.ts'
import { UnitSelect } from '../unit-select.tsx'
import type { ProblemDetail } from './shapes.ts'

interface DialogProps {
  readonly problem: ProblemDetail
  readonly onClose: () => void
}

/** Sets a remedy: what is done, by whom, until when. */
export function SetRemedyDialog({ problem, onClose }: DialogProps) {
  const [remedyId] = useState(() => crypto.randomUUID())
  const { today } = useMe()
  const set = useAct(setRemedyEndpoint, { onDone: onClose })
  return (
    <FormDialog
      title="定整改措施"
      initial={{ text: '', bodyId: problem.unit.id, due: '' }}
      act={set}
      onSubmit={({ text, bodyId, due }) =>
        set.mutate({
          params: { id: problem.id },
          body: { version: problem.version, remedyId, text, bodyId, due: due === '' ? null : due },
        })
      }
      onClose={onClose}
    >
      <Form.Item name="text" label="措施" rules={[{ required: true, message: '请写明措施' }]}>
        <Input.TextArea rows={3} maxLength={2000} placeholder="如 完成三个乡镇的专线接入" />
      </Form.Item>
      <Form.Item name="bodyId" label="承担单位">
        <UnitSelect first={[problem.unit.id]} />
      </Form.Item>
      <Form.Item name="due" label="完成日期（可不填）">
        <Input type="date" min={today} />
      </Form.Item>
    </FormDialog>
  )
}

/** A remedy is done; says what was done. */
export function FinishRemedyDialog({
  problem,
  remedy,
  onClose,
}: DialogProps & { readonly remedy: { readonly id: string; readonly text: string } }) {
  const finish = useAct(finishRemedyEndpoint, { onDone: onClose })
  return (
    <FormDialog
      title="登记完成情况"
      initial={{ words: '' }}
      act={finish}
      onSubmit={({ words }) =>
        finish.mutate({ params: { id: problem.id, remedy: remedy.id }, body: { version: problem.version, words } })
      }
      onClose={onClose}
    >
      <p>{remedy.text}</p>
      <Form.Item name="words" label="做了什么" rules={[{ required: true, message: '请写明做了什么' }]}>
        <Input.TextArea rows={3} maxLength={2000} placeholder="如 专线已接通，6月8日测试正常" />
      </Form.Item>
    </FormDialog>
  )
}
