import { monthText } from '@guangyue/platform/ui'
import { ErrorNotice, Loaded, useAct, useCall } from '@guangyue/platform/ui/desk'
import { Checkbox, Modal, Radio, Select } from 'antd'
import { useState } from 'react'
import { composeNoticesEndpoint, noticeChoicesEndpoint } from '../../notices/api.ts'
import type { NoticeChoices } from './shapes.ts'

type Kind = 'order' | 'prompt' | 'bulletin'

const effects = {
  order: '每个单位各拟一份，列出其牵头的逾期任务，要求限期反馈。',
  prompt: '每个单位各拟一份，列出其牵头的临近时限的任务。',
  bulletin: '一期一份，写明报送情况、已公布的考评得分和目前逾期的任务。',
} as const satisfies Record<Kind, string>

interface ComposeDialogProps {
  readonly onClose: () => void
  readonly onDone: (ids: readonly string[]) => void
}

/** What to compose from the ledger: kind, then units or a period. */
export function ComposeDialog({ onClose, onDone }: ComposeDialogProps) {
  const choices = useCall(noticeChoicesEndpoint)
  const [kind, setKind] = useState<Kind>('order')
  const [picked, pick] = useState<readonly string[]>([])
  const [period, setPeriod] = useState<string | null>(null)
  // One id for each notice of this dialog, so that sending twice makes one.
  const [ids] = useState(() => new Map<string, string>())
  const idFor = (thing: string) => {
    const id = ids.get(`${kind} ${thing}`) ?? crypto.randomUUID()
    ids.set(`${kind} ${thing}`, id)
    return id
  }
  const act = useAct(composeNoticesEndpoint, { onDone: (reply) => onDone(reply.ids) })
  const ready = kind === 'bulletin' ? period !== null : picked.length > 0
  function send(): void {
    if (kind !== 'bulletin') {
      act.mutate({ body: { kind, units: picked.map((bodyId) => ({ id: idFor(bodyId), bodyId })) } })
    } else if (period !== null) act.mutate({ body: { kind, id: idFor(period), periodId: period } })
  }
  return (
    <Modal
      open
      title="拟制"
      okText="拟制草稿"
      cancelText="返回"
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={send}
      onCancel={onClose}
    >
      <div className="stack">
        <Radio.Group
          aria-label="种类"
          value={kind}
          options={[
            { value: 'order', label: '督办单' },
            { value: 'prompt', label: '提示函' },
            { value: 'bulletin', label: '通报' },
          ]}
          onChange={(event) => {
            setKind(event.target.value as Kind)
            pick([])
          }}
        />
        <p className="meta">{effects[kind]}</p>
        <Loaded query={choices}>
          {(data) =>
            kind === 'bulletin' ? (
              <Periods choices={data} value={period} onChange={setPeriod} />
            ) : (
              <Units choices={data} kind={kind} value={picked} onChange={pick} />
            )
          }
        </Loaded>
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}

interface UnitsProps {
  readonly choices: NoticeChoices
  readonly kind: 'order' | 'prompt'
  readonly value: readonly string[]
  readonly onChange: (value: readonly string[]) => void
}

function Units({ choices, kind, value, onChange }: UnitsProps) {
  const word = kind === 'order' ? '逾期' : '临期'
  const units = choices.units
    .map(({ unit, overdue, near }) => ({ unit, count: kind === 'order' ? overdue : near }))
    .filter(({ count }) => count > 0)
  if (units.length === 0) return <p>没有单位牵头的任务{word}，不需要拟制。</p>
  return (
    <Checkbox.Group
      className="noticeunits"
      aria-label="单位"
      value={[...value]}
      options={units.map(({ unit, count }) => ({ value: unit.id, label: `${unit.name}（${word} ${count} 项）` }))}
      onChange={onChange}
    />
  )
}

interface PeriodsProps {
  readonly choices: NoticeChoices
  readonly value: string | null
  readonly onChange: (value: string) => void
}

function Periods({ choices: { periods }, value, onChange }: PeriodsProps) {
  if (periods.length === 0) return <p>还没有截止的调度期，截止后才能拟制通报。</p>
  return (
    <>
      <label htmlFor="notice-period">哪一期</label>
      <Select
        id="notice-period"
        style={{ width: '100%' }}
        value={value}
        options={periods.map(({ id, scheme, month }) => ({ value: id, label: `${monthText(month)} ${scheme}` }))}
        onChange={onChange}
      />
    </>
  )
}
