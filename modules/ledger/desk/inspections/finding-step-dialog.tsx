import { useAct } from '@guangyue/platform/ui/desk'
import { Checkbox } from 'antd'
import { useState } from 'react'
import { findingSteps, takeFindingStepEndpoint } from '../../inspections/api.ts'
import { WordsDialog } from '../words-dialog.tsx'
import type { FindingDetail } from './shapes.ts'
import { fiveDays, TermFields, termOf } from './term-fields.tsx'

export type Step = keyof typeof findingSteps

const words: Readonly<Record<Step, { readonly asks: string; readonly example: string; readonly effect: string }>> = {
  sign: { asks: '说明', example: '', effect: '签报后由督查室或核验单位核验，整改情况不能再改' },
  verify: { asks: '核验情况', example: '如 现场复核，四个窗口均已开放', effect: '核验通过后由督查室销号' },
  close: { asks: '说明', example: '', effect: '销号后问题清单中的这个问题同时解决' },
  'send-back': { asks: '退回原因', example: '如 还有一个窗口没有开放', effect: '退回后责任单位继续整改' },
}

interface FindingStepDialogProps {
  readonly finding: FindingDetail
  readonly step: Step
  readonly onClose: () => void
}

/** One step on a finding; sent back, it may get a new term. */
export function FindingStepDialog({ finding, step, onClose }: FindingStepDialogProps) {
  const act = useAct(takeFindingStepEndpoint, { onDone: onClose })
  const [renewed, setRenewed] = useState(false)
  const [term, setTerm] = useState(fiveDays)
  return (
    <WordsDialog
      label={findingSteps[step].label}
      {...words[step]}
      needed={findingSteps[step].words === 'needed'}
      act={act}
      onSend={(said) =>
        act.mutate({
          params: { id: finding.id },
          body: { version: finding.version, step, words: said, term: renewed ? (termOf(term) ?? null) : null },
        })
      }
      onClose={onClose}
    >
      {step === 'send-back' && (
        <Checkbox checked={renewed} onChange={(event) => setRenewed(event.target.checked)}>
          另定整改期限
        </Checkbox>
      )}
      {renewed && <TermFields value={term} onChange={setTerm} />}
    </WordsDialog>
  )
}
