import { StepDialog, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { revealCaseEndpoint } from '../api.ts'
import { FormValues } from '../pages/case-parts.tsx'
import type { CaseView } from './shapes.ts'

/** The form of a case with the applicant; what is covered is shown for a reason, and each look is on record. */
export function RevealedForm({ view }: { readonly view: CaseView }) {
  const [asking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const reveal = useAct(revealCaseEndpoint, { refreshes: [], onDone: () => setAsking(false) })
  const seen = reveal.data
  const { party } = view
  return (
    <>
      <p className="row meta">
        {seen ? '已显示完整内容，本次查看已记录。' : '证件号、电话和地址已遮盖。'}
        {!seen && (
          <Button size="small" onClick={() => setAsking(true)}>
            查看完整内容
          </Button>
        )}
      </p>
      <div className="caseform">
        <h3>申请人</h3>
        <dl className="dl">
          <dt>{party.kind === 'firm' ? '单位名称' : '姓名'}</dt>
          <dd>{party.name}</dd>
          <dt>{party.kind === 'firm' ? '统一社会信用代码' : '身份证号'}</dt>
          <dd className="mono">{seen?.party.code ?? party.code}</dd>
          <dt>联系电话</dt>
          <dd className="mono">{seen?.party.phone ?? party.phone}</dd>
        </dl>
      </div>
      <FormValues
        pages={view.pages}
        shown={(page, entry, label) =>
          seen?.fields.find((one) => one.page === page && one.entry === entry && one.label === label)?.value
        }
      />
      {asking && (
        <StepDialog
          label="查看"
          title="查看完整内容"
          act={reveal}
          ready={reason.trim().length >= 2}
          onSend={() => reveal.mutate({ params: { id: view.id }, body: { reason } })}
          onClose={() => setAsking(false)}
        >
          <label htmlFor="reveal-reason">为什么要看（必填）</label>
          <Input
            id="reveal-reason"
            value={reason}
            maxLength={200}
            placeholder="如 电话联系补正"
            onChange={(event) => setReason(event.target.value)}
          />
          <p className="meta">每次查看都记入审计。</p>
        </StepDialog>
      )}
    </>
  )
}
