import { dayText, Light } from '@guangyue/platform/ui'
import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Button } from 'antd'
import { useState } from 'react'
import { replyToNoticeEndpoint, takeNoticeEndpoint } from '../../notices/api.ts'
import { WordsDialog } from '../words-dialog.tsx'
import type { Notice } from './shapes.ts'

type Answered = Notice['answers'][number]

/** 签收 and 反馈 of each unit; one's own unit takes the notice and answers here. */
export function Answers({ notice }: { readonly notice: Notice }) {
  if (notice.answers.length === 0) return null
  const taken = notice.answers.filter(({ takenOn }) => takenOn !== null).length
  return (
    <section className="stack" aria-labelledby="answers-head">
      <h2 id="answers-head">
        签收与反馈　{taken}/{notice.answers.length}
      </h2>
      <ul className="list list--ruled">
        {notice.answers.map((answered) => (
          <li key={answered.unit.id}>
            <OneUnit noticeId={notice.id} answered={answered} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function OneUnit({ noticeId, answered }: { readonly noticeId: string; readonly answered: Answered }) {
  const { unit, takenOn, takenBy, replies, own } = answered
  const take = useAct(takeNoticeEndpoint)
  const [replying, setReplying] = useState(false)
  const params = { id: noticeId }
  return (
    <div className="stack">
      <p className="row">
        <b>{unit.name}</b>
        <Light state={takenOn === null ? 'not-begun' : 'done'}>
          {takenOn === null ? '未签收' : `${takenBy} ${dayText(takenOn)}签收`}
        </Light>
        {own && takenOn === null && (
          <Button loading={take.isPending} onClick={() => take.mutate({ params, body: { bodyId: unit.id } })}>
            签收
          </Button>
        )}
        {own && takenOn !== null && <Button onClick={() => setReplying(true)}>反馈办理情况</Button>}
      </p>
      <ErrorNotice error={take.error} />
      {replies.map(({ id, text, by, on }) => (
        <p key={id}>
          {text}
          <span className="sub">
            {by}　{dayText(on)}反馈
          </span>
        </p>
      ))}
      {replying && <ReplyDialog noticeId={noticeId} unit={unit} onClose={() => setReplying(false)} />}
    </div>
  )
}

interface ReplyDialogProps {
  readonly noticeId: string
  readonly unit: Answered['unit']
  readonly onClose: () => void
}

function ReplyDialog({ noticeId, unit, onClose }: ReplyDialogProps) {
  const act = useAct(replyToNoticeEndpoint, { onDone: onClose })
  const [replyId] = useState(() => crypto.randomUUID())
  return (
    <WordsDialog
      label="反馈办理情况"
      asks="办理情况、未按期完成的原因和下一步措施"
      needed
      effect="督查室收到消息；反馈后不再改动，可以再次反馈"
      act={act}
      onSend={(text) => act.mutate({ params: { id: noticeId }, body: { replyId, bodyId: unit.id, text } })}
      onClose={onClose}
    />
  )
}
