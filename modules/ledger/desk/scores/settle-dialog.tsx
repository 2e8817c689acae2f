import { useAct } from '@guangyue/platform/ui/desk'
import { Input, Radio } from 'antd'
import { useState } from 'react'
import { settleScoreEndpoint } from '../../scores/api.ts'
import { WordsDialog } from '../words-dialog.tsx'
import type { RuleLine, Scores, UnitScore } from './shapes.ts'

interface SettleDialogProps {
  readonly scores: Scores
  readonly unit: UnitScore
  readonly rule: RuleLine
  readonly onClose: () => void
}

/** A person settles a line that was pending when the scores were issued. */
export function SettleDialog({ scores, unit, rule, onClose }: SettleDialogProps) {
  const act = useAct(settleScoreEndpoint, { onDone: onClose })
  const [points, setPoints] = useState('')
  const [talk, setTalk] = useState(false)
  const isTalk = rule.kind === 'talk'
  return (
    <WordsDialog
      label={isTalk ? '作出认定' : '定分'}
      asks={`“${rule.title}”的根据`}
      needed
      example="如 某号通报，抽查记录"
      effect="只定一次，定后单位收到消息，30 日内可以提出异议；公布时的“待定”保留在旁边"
      act={act}
      onSend={(words) =>
        act.mutate({
          params: { id: scores.period.id, unit: unit.unit.id, key: rule.key },
          body: { points: isTalk ? null : points.trim(), talk: isTalk && talk, words },
        })
      }
      onClose={onClose}
    >
      {isTalk ? (
        <Radio.Group
          aria-label="是否约谈"
          value={talk}
          onChange={(event) => setTalk(event.target.value)}
          options={[
            { value: false, label: '不约谈' },
            { value: true, label: '约谈' },
          ]}
        />
      ) : (
        <>
          <label htmlFor="settled-points">分值</label>
          <Input
            id="settled-points"
            inputMode="decimal"
            value={points}
            onChange={(event) => setPoints(event.target.value)}
          />
        </>
      )}
    </WordsDialog>
  )
}
