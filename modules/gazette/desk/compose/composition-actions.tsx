import { StepDialog, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { reviewCompositionEndpoint, signCompositionEndpoint, voidCompositionEndpoint } from '../../compose/api.ts'
import type { Composition } from './shapes.ts'

type Step = 'review' | 'sign' | 'void'

const steps = {
  review: {
    label: '审核通过',
    effect: '审核通过后由编辑签发。之后任何改动，包括其中一份文件的改动，都要重新审核。',
  },
  sign: {
    label: '签发',
    effect:
      '签发后，这一期接在上一期之后，用本市密钥签名，印出审计链链头，排成 pdf、docx 和 txt，向社会公开并可验证。签发后不能改动；有错的，在以后的一期刊登更正。',
  },
  void: { label: '作废', effect: '作废后，期号留给下一期，编入的文件回到待刊。' },
} as const satisfies Record<Step, { readonly label: string; readonly effect: string }>

interface CompositionActionsProps {
  readonly composition: Composition
  /** Something typed is not saved yet: what would be reviewed or signed is not what is seen. */
  readonly unsaved: boolean
}

/** What may be done with the issue now, each said beforehand. */
export function CompositionActions({ composition, unsaved }: CompositionActionsProps) {
  const [step, setStep] = useState<Step | null>(null)
  const { may } = composition
  const offered = (['void', 'review', 'sign'] as const).filter((one) => may.includes(one))
  return (
    <>
      {offered.map((one) => (
        <Button
          key={one}
          type={one === 'void' ? 'default' : 'primary'}
          disabled={unsaved && one !== 'void'}
          onClick={() => setStep(one)}
        >
          {steps[one].label}
        </Button>
      ))}
      {step !== null && <Dialog composition={composition} step={step} onClose={() => setStep(null)} />}
    </>
  )
}

interface DialogProps {
  readonly composition: Composition
  readonly step: Step
  readonly onClose: () => void
}

function Dialog({ composition: { id, version }, step, onClose }: DialogProps) {
  const [reason, setReason] = useState('')
  const review = useAct(reviewCompositionEndpoint, { onDone: onClose })
  const sign = useAct(signCompositionEndpoint, { onDone: onClose })
  const give = useAct(voidCompositionEndpoint, { onDone: onClose })
  const { label, effect } = steps[step]
  const params = { id }
  function send(): void {
    if (step === 'review') review.mutate({ params, body: { version } })
    else if (step === 'sign') sign.mutate({ params, body: { version } })
    else give.mutate({ params, body: { version, reason } })
  }
  return (
    <StepDialog
      label={label}
      act={{
        isPending: review.isPending || sign.isPending || give.isPending,
        error: review.error ?? sign.error ?? give.error,
      }}
      ready={step !== 'void' || reason.trim().length >= 2}
      onSend={send}
      onClose={onClose}
    >
      <p>{effect}</p>
      {step === 'void' && (
        <>
          <label htmlFor="void-reason">原因</label>
          <Input.TextArea
            id="void-reason"
            autoSize
            maxLength={300}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </>
      )}
    </StepDialog>
  )
}
