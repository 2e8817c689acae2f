import { ErrorNotice } from '@guangyue/platform/ui/desk'
import { Input, Modal } from 'antd'
import { type ReactNode, useState } from 'react'

interface WordsDialogProps {
  /** The step, on the head and the button. */
  readonly label: string
  /** What is asked for. */
  readonly asks: string
  readonly needed: boolean
  readonly example?: string
  /** What the step does, said beforehand. */
  readonly effect: string
  readonly act: { readonly isPending: boolean; readonly error: Error | null }
  readonly onSend: (words: string) => void
  readonly onClose: () => void
  /** Further fields. */
  readonly children?: ReactNode
}

/** A step with its words. */
export function WordsDialog(props: WordsDialogProps) {
  const { label, asks, needed, example, effect, act, onSend, onClose, children } = props
  const [words, setWords] = useState('')
  return (
    <Modal
      open
      title={label}
      okText={label}
      cancelText="返回"
      okButtonProps={{ disabled: needed && words.trim() === '', loading: act.isPending }}
      onOk={() => onSend(words.trim())}
      onCancel={onClose}
    >
      <div className="stack">
        <label htmlFor="step-words">
          {asks}
          {needed && '（必填）'}
        </label>
        <Input.TextArea
          id="step-words"
          autoFocus
          rows={3}
          maxLength={2000}
          value={words}
          placeholder={example}
          onChange={(event) => setWords(event.target.value)}
        />
        {children}
        <p className="meta">{effect}。</p>
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}
