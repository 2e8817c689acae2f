import { StepDialog, useAct } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { issueNoticeEndpoint, publishNoticeEndpoint, reviewNoticeEndpoint } from '../../notices/api.ts'
import type { Notice } from './shapes.ts'

type Step = 'review' | 'issue' | 'publish' | 'withhold'

const steps = {
  review: {
    label: '审核通过',
    effect: '审核通过后可以印发；之后再改动文字，须重新审核。',
  },
  issue: {
    label: '印发',
    effect:
      '印发后编定文号，成文日期为今天，排成 docx 和 pdf，并告知主送单位（督办单同时告知分管领导）。印发后不能再改动，需要更正或撤销的，另行拟制一份。',
  },
  publish: {
    label: '向社会公开',
    effect: '公开后任何人都能在“督办与通报”读到全文、下载文件。请先确认不含不宜公开的内容和个人信息。',
  },
  withhold: { label: '不再公开', effect: '社会公众不再看到；文号、文件和已告知的单位不变。' },
} as const satisfies Record<Step, { readonly label: string; readonly effect: string }>

interface NoticeActionsProps {
  readonly notice: Notice
  readonly onWrite: () => void
}

/** What may be done now, each said beforehand. */
export function NoticeActions({ notice, onWrite }: NoticeActionsProps) {
  const { may, published } = notice
  const [step, setStep] = useState<Step | null>(null)
  const next: Step | null = may.includes('review')
    ? 'review'
    : may.includes('issue')
      ? 'issue'
      : may.includes('publish')
        ? published
          ? 'withhold'
          : 'publish'
        : null
  return (
    <>
      {may.includes('edit') && <Button onClick={onWrite}>修改</Button>}
      {next !== null && (
        <Button type={next === 'withhold' ? 'default' : 'primary'} onClick={() => setStep(next)}>
          {steps[next].label}
        </Button>
      )}
      {step !== null && <Dialog notice={notice} step={step} onClose={() => setStep(null)} />}
    </>
  )
}

interface DialogProps {
  readonly notice: Notice
  readonly step: Step
  readonly onClose: () => void
}

function Dialog({ notice: { id, version }, step, onClose }: DialogProps) {
  const review = useAct(reviewNoticeEndpoint, { onDone: onClose })
  const issue = useAct(issueNoticeEndpoint, { onDone: onClose })
  const publish = useAct(publishNoticeEndpoint, { onDone: onClose })
  const { label, effect } = steps[step]
  const params = { id }
  function send(): void {
    if (step === 'review') review.mutate({ params, body: { version } })
    else if (step === 'issue') issue.mutate({ params, body: { version } })
    else publish.mutate({ params, body: { version, published: step === 'publish' } })
  }
  return (
    <StepDialog
      label={label}
      act={{
        isPending: review.isPending || issue.isPending || publish.isPending,
        error: review.error ?? issue.error ?? publish.error,
      }}
      onSend={send}
      onClose={onClose}
    >
      <p>{effect}</p>
    </StepDialog>
  )
}
