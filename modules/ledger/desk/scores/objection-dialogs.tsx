import { dayText } from '@guangyue/platform/ui'
import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Input, Modal, Radio } from 'antd'
import { useState } from 'react'
import { decideObjectionEndpoint, objectToScoreEndpoint } from '../../scores/api.ts'
import { WordsDialog } from '../words-dialog.tsx'
import { outcomeWord } from './score-words.ts'
import type { Objection, Scores, UnitScore } from './shapes.ts'

interface ObjectDialogProps {
  readonly scores: Scores
  readonly unit: UnitScore
  readonly lineKey: string
  readonly title: string
  readonly onClose: () => void
}

/** A unit objects to one of its lines. */
export function ObjectDialog({ scores, unit, lineKey, title, onClose }: ObjectDialogProps) {
  const act = useAct(objectToScoreEndpoint, { onDone: onClose })
  const [objectionId] = useState(() => crypto.randomUUID())
  const until = scores.issue ? dayText(scores.issue.objectionsUntil) : ''
  return (
    <WordsDialog
      label="提出异议"
      asks={`对“${title}”的异议和理由`}
      needed
      example="如 另一份已按时书面报送，附签收单"
      effect={`提出期限 ${until}（含当日）；30 日内由公布考评以外的人答复（政府督查工作条例 第十七条）`}
      act={act}
      onSend={(text) =>
        act.mutate({
          params: { id: scores.period.id },
          body: { objectionId, bodyId: unit.unit.id, key: lineKey, text },
        })
      }
      onClose={onClose}
    />
  )
}

interface DecideDialogProps {
  readonly scores: Scores
  readonly objection: Objection
  readonly onClose: () => void
}

/** The office decides: the line is corrected, or it stands. */
export function DecideDialog({ scores, objection, onClose }: DecideDialogProps) {
  const act = useAct(decideObjectionEndpoint, { onDone: onClose })
  const [upheld, setUpheld] = useState<boolean | null>(null)
  const [points, setPoints] = useState('')
  const [answer, setAnswer] = useState('')
  const rule = scores.rules?.lines.find(({ key }) => key === objection.key)
  const unit = scores.units.find((one) => one.unit.id === objection.bodyId)
  const line = unit?.lines.find(({ key }) => key === objection.key)
  const talk = rule?.kind === 'talk'
  const ready = upheld !== null && answer.trim() !== '' && (!upheld || talk || points.trim() !== '')
  return (
    <Modal
      open
      title={`处理异议：${objection.unit}　${rule?.title ?? objection.key}`}
      okText="作出处理"
      cancelText="返回"
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() =>
        act.mutate({
          params: { id: objection.id },
          body: {
            version: objection.version,
            upheld: upheld === true,
            points: upheld && !talk ? points.trim() : null,
            answer: answer.trim(),
          },
        })
      }
      onCancel={onClose}
    >
      <div className="stack">
        <p>{objection.text}</p>
        {line && rule && <p className="meta">现在：{outcomeWord(line, rule.kind)}</p>}
        <Radio.Group
          aria-label="处理结果"
          value={upheld}
          onChange={(event) => setUpheld(event.target.value)}
          options={[
            { value: true, label: talk ? '更正，不再约谈' : '更正分值' },
            { value: false, label: talk ? '维持约谈' : '维持原分' },
          ]}
        />
        {upheld && !talk && (
          <>
            <label htmlFor="corrected-points">更正为几分</label>
            <Input
              id="corrected-points"
              inputMode="decimal"
              value={points}
              onChange={(event) => setPoints(event.target.value)}
            />
          </>
        )}
        <label htmlFor="objection-answer">理由（必填，答复该单位）</label>
        <Input.TextArea
          id="objection-answer"
          rows={3}
          maxLength={2000}
          value={answer}
          onChange={(event) => setAnswer(event.target.value)}
        />
        <p className="meta">原来的分值保留在更正旁边；该单位收到消息。</p>
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}
