import { ErrorNotice, LeaveGuard, problemOf, StaleDialog, useAct } from '@guangyue/platform/ui/desk'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { saveScoreRulesEndpoint } from '../../scores/api.ts'
import { RuleFields } from './rule-fields.tsx'
import { blankLine, type EditedLine, editedOf, faultsAt, sentOf } from './rules-edit.ts'
import type { RuleLine, Rules } from './shapes.ts'
import { TrialDialog } from './trial-dialog.tsx'

interface RulesFormProps {
  readonly newest: Rules | null
  readonly onClose: () => void
}

/** The next version of the rules, written from the newest. */
export function RulesForm({ newest, onClose }: RulesFormProps) {
  const [first] = useState(() => editedOf(newest?.lines ?? []))
  const [lines, setLines] = useState<readonly EditedLine[]>(first)
  const [reason, setReason] = useState('')
  const [tried, setTried] = useState<RuleLine | null>(null)
  const save = useAct(saveScoreRulesEndpoint, { onDone: onClose })
  const faults = save.error ? (problemOf(save.error).body.errors ?? []) : []
  const send = (from: number) => save.mutate({ body: { from, lines: sentOf(lines), reason: reason.trim() } })
  const stale = save.error !== null && problemOf(save.error).isStale
  return (
    <div>
      <LeaveGuard unsaved={!save.isSuccess && (lines !== first || reason !== '')} />
      {save.error && !stale && <ErrorNotice error={save.error} />}
      {lines.map((line, at) => (
        <RuleFields
          key={line.id}
          line={line}
          place={at + 1}
          faults={faultsAt(faults, at)}
          onChange={(part) => {
            setLines(lines.map((one) => (one.id === line.id ? { ...one, ...part } : one)))
            if (save.error) save.reset()
          }}
          onRemove={() => setLines(lines.filter(({ id }) => id !== line.id))}
          onTry={() => setTried(sentOf([line])[0] ?? null)}
        />
      ))}
      <div className="stack">
        <Button onClick={() => setLines([...lines, blankLine()])}>增加一项</Button>
        <label htmlFor="rules-reason">由谁决定、为什么（必填，随这一版保存）</label>
        <Input.TextArea
          id="rules-reason"
          rows={2}
          maxLength={500}
          value={reason}
          placeholder="如 督查室某月某日会议决定，报告质量改按十分计"
          onChange={(event) => setReason(event.target.value)}
        />
        <div className="row">
          <Button
            type="primary"
            disabled={reason.trim() === '' || lines.length === 0}
            loading={save.isPending}
            onClick={() => send(newest?.number ?? 0)}
          >
            保存为第 {(newest?.number ?? 0) + 1} 版
          </Button>
          <Button onClick={onClose}>取消</Button>
        </div>
      </div>
      {tried && <TrialDialog line={tried} onClose={() => setTried(null)} />}
      <StaleDialog
        error={save.error}
        fields={[
          { key: 'lines', label: '规则' },
          { key: 'reason', label: '理由' },
        ]}
        show={(_key, value) => (Array.isArray(value) ? <LinesText lines={value as readonly RuleLine[]} /> : `${value}`)}
        onSave={(chosen, current) =>
          save.mutate({
            body: {
              from: (current as unknown as Rules).number,
              lines: chosen.lines as RuleLine[],
              reason: chosen.reason as string,
            },
          })
        }
        onBack={save.reset}
      />
    </div>
  )
}

function LinesText({ lines }: { readonly lines: readonly RuleLine[] }) {
  return (
    <ul>
      {lines.map(({ key, title, text }) => (
        <li key={key}>
          {title}：<code>{text}</code>
        </li>
      ))}
    </ul>
  )
}
