import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Input, Modal } from 'antd'
import { useState } from 'react'
import { takeStepEndpoint } from '../../api.ts'
import { DateField } from '../date-field.tsx'
import type { Task } from '../shapes.ts'
import { type Step, stepWords } from './step-words.ts'

interface StepDialogProps {
  readonly task: Task
  readonly step: Step
  readonly onClose: () => void
}

/** One step with its reason; says beforehand what it does. */
export function StepDialog({ task, step, onClose }: StepDialogProps) {
  const { label, asks, example, words, effect } = stepWords[step]
  const [typed, setTyped] = useState('')
  const [due, setDue] = useState('')
  const act = useAct(takeStepEndpoint, { onDone: onClose })
  const extends_ = step === 'ask-extension'
  const ready = (words === 'optional' || typed.trim() !== '') && (!extends_ || due.trim() !== '')
  return (
    <Modal
      open
      title={label}
      okText={label}
      cancelText="返回"
      okButtonProps={{ disabled: !ready, loading: act.isPending, danger: step === 'cancel' }}
      onOk={() =>
        act.mutate({
          params: { id: task.id },
          body: { version: task.version, step, words: typed, due: extends_ ? due : undefined },
        })
      }
      onCancel={onClose}
    >
      <div className="stack">
        <p>
          <b className="song">{task.title}</b>
        </p>
        {extends_ && (
          <div>
            <p>延期至</p>
            <DateField
              id="extension-due"
              label="延期至"
              date={{ typed: due, from: null }}
              number=""
              measure={task.measureId}
              error={undefined}
              onChange={(date) => setDue(date.typed)}
              onRemove={() => setDue('')}
            />
          </div>
        )}
        <label htmlFor="step-words">
          {asks}
          {words === 'needed' && '（必填）'}
        </label>
        <Input.TextArea
          id="step-words"
          autoFocus
          rows={4}
          maxLength={4000}
          value={typed}
          placeholder={example}
          onChange={(event) => setTyped(event.target.value)}
        />
        <p className="meta">{effect}。</p>
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}
