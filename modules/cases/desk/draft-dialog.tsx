import { StepDialog, useAct } from '@guangyue/platform/ui/desk'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { addNoteEndpoint } from '../api.ts'
import type { CaseView } from './shapes.ts'

interface DraftDialogProps {
  readonly view: CaseView
  readonly draft: CaseView['mayDraft'][number]
  readonly onClose: () => void
}

/** What an officer proposes; the head's dialog begins with it. */
export function DraftDialog({ view, draft, onClose }: DraftDialogProps) {
  const add = useAct(addNoteEndpoint, { onDone: onClose })
  const [noteId] = useState(() => crypto.randomUUID())
  const [outcome, setOutcome] = useState('')
  const [words, setWords] = useState('')
  return (
    <StepDialog
      label="拟好"
      title="拟办意见"
      act={add}
      ready={outcome !== '' && words.trim() !== ''}
      onSend={() =>
        add.mutate({ params: { id: view.id }, body: { id: noteId, words, draft: { step: draft.step, outcome } } })
      }
      onClose={onClose}
    >
      <Radio.Group
        aria-label={`建议的${draft.name}`}
        options={draft.outcomes.map((one) => ({ value: one.key, label: one.name }))}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
      />
      <label htmlFor="draft-words">意见（必填）</label>
      <Input.TextArea
        id="draft-words"
        rows={3}
        maxLength={2000}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="meta">负责人决定时可以照此或者修改；申请人看不到这份意见。</p>
    </StepDialog>
  )
}
