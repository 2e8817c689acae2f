import { StepDialog, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { answerReportEndpoint, recallReportEndpoint, signReportEndpoint } from '../../dispatch/api.ts'
import type { Report } from './shapes.ts'

type Open = 'sign' | 'recall' | 'accept' | 'return' | null

/** What may be done with a report that one reads: sign, write, recall, accept, return. */
export function ReportActions({ report, onWrite }: { readonly report: Report; readonly onWrite: () => void }) {
  const [open, setOpen] = useState<Open>(null)
  const { may } = report
  const close = () => setOpen(null)
  return (
    <>
      {may.includes('write') && <Button onClick={onWrite}>修改</Button>}
      {may.includes('recall') && <Button onClick={() => setOpen('recall')}>撤回签发</Button>}
      {may.includes('return') && <Button onClick={() => setOpen('return')}>退回</Button>}
      {may.includes('sign') && (
        <Button type="primary" onClick={() => setOpen('sign')}>
          签发
        </Button>
      )}
      {may.includes('accept') && (
        <Button type="primary" onClick={() => setOpen('accept')}>
          采纳
        </Button>
      )}
      {(open === 'sign' || open === 'recall') && <Signature report={report} act={open} onClose={close} />}
      {(open === 'accept' || open === 'return') && <Answer report={report} answer={open} onClose={close} />}
    </>
  )
}

interface DialogProps {
  readonly report: Report
  readonly onClose: () => void
}

const signatures = {
  sign: { endpoint: signReportEndpoint, title: '签发这份报告' },
  recall: { endpoint: recallReportEndpoint, title: '撤回签发' },
} as const

function Signature({ report, act, onClose }: DialogProps & { readonly act: 'sign' | 'recall' }) {
  const { endpoint, title } = signatures[act]
  const change = useAct(endpoint, { onDone: onClose })
  const to = report.above === null ? '督查室' : '牵头单位'
  return (
    <StepDialog
      label={act === 'sign' ? '签发' : '撤回'}
      title={title}
      act={change}
      onSend={() => change.mutate({ params: { id: report.id }, body: { version: report.version } })}
      onClose={onClose}
    >
      <p>
        {act === 'sign'
          ? `签发后报送${to}，文字不再改动；${to}答复之前可以撤回。`
          : `撤回后回到草稿，可以修改并重新签发；${to}暂时看不到它待办。`}
      </p>
      {act === 'sign' && report.problems !== '' && <p className="meta">“问题”一栏会列入全市问题清单。</p>}
    </StepDialog>
  )
}

function Answer({ report, answer, onClose }: DialogProps & { readonly answer: 'accept' | 'return' }) {
  const [words, setWords] = useState('')
  const act = useAct(answerReportEndpoint, { onDone: onClose })
  const accepts = answer === 'accept'
  return (
    <StepDialog
      label={accepts ? '采纳' : '退回'}
      title={accepts ? '采纳这份报告' : `退回${report.unit.name}`}
      act={act}
      danger={!accepts}
      ready={accepts || words.trim() !== ''}
      onSend={() => act.mutate({ params: { id: report.id }, body: { version: report.version, answer, words } })}
      onClose={onClose}
    >
      <label htmlFor="answer-words">{accepts ? '意见（可不填）' : '退回的原因（必填）'}</label>
      <Input.TextArea
        id="answer-words"
        rows={3}
        maxLength={4000}
        value={words}
        placeholder={accepts ? undefined : '如 没有写明开工数量，请补充数据和现场照片'}
        onChange={(event) => setWords(event.target.value)}
      />
      <p className="meta">
        {accepts
          ? '采纳后计入本期；任务公开进展的，进展文字随之公开。'
          : '退回后由该单位修改、重新签发；原因发到该单位。'}
      </p>
    </StepDialog>
  )
}
