import { Modal } from 'antd'
import type { ReactNode } from 'react'
import { ErrorNotice } from './states.tsx'

interface StepDialogProps {
  /** The step, on the button. */
  readonly label: string
  /** On the head; the label unless said. */
  readonly title?: string
  readonly act: { readonly isPending: boolean; readonly error: Error | null }
  /** Takes something away. */
  readonly danger?: boolean
  /** False while something that is needed has not been typed. */
  readonly ready?: boolean
  readonly onSend: () => void
  readonly onClose: () => void
  /** What the step does, said beforehand, and its fields. */
  readonly children: ReactNode
}

/** One step of a paper. A refusal is told below, and the dialog stays. */
export function StepDialog(props: StepDialogProps) {
  const { label, title = label, act, danger = false, ready = true, onSend, onClose, children } = props
  return (
    <Modal
      open
      title={title}
      okText={label}
      cancelText="返回"
      okButtonProps={{ loading: act.isPending, danger, disabled: !ready }}
      onOk={onSend}
      onCancel={onClose}
    >
      <div className="stack">
        {children}
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}
