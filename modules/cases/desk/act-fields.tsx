import { SelectField } from '@guangyue/platform/ui'
import { Input, InputNumber, Radio } from 'antd'
import { useId } from 'react'
import type { CaseView, Offer } from './shapes.ts'

/** Everything that a dialog of an act may ask for. */
export interface Fields {
  readonly words: string
  /** 救济途径, or the reason of a correction. */
  readonly remedy: string
  readonly outcome: string
  /** A line each. */
  readonly missing: string
  readonly to: string
  readonly ground: string
  readonly days: number
  /** Empty where the notice goes out with the act. */
  readonly noticedOn: string
}

/** A dialog begins with what is known: a decision that was drafted, the only outcome, the only ground. */
export function emptyFields({ notes, lacking }: CaseView, offer: Offer): Fields {
  const empty = { words: '', remedy: '', outcome: '', missing: '', to: '', ground: '', days: 1, noticedOn: '' }
  if (offer.type === 'do-step') {
    const drafted = notes.findLast(({ step }) => step === offer.step)
    const only = offer.outcomes.length === 1 ? (offer.outcomes[0]?.key ?? '') : ''
    return { ...empty, outcome: drafted?.outcome ?? only, words: drafted?.words ?? '' }
  }
  if (offer.type === 'suspend')
    return { ...empty, ground: offer.grounds.length === 1 ? (offer.grounds[0]?.key ?? '') : '' }
  if (offer.type === 'ask-supplement') return { ...empty, missing: lacking.join('\n') }
  if (offer.type === 'not-accept') return { ...empty, remedy: remedyText }
  return offer.type === 'extend' ? { ...empty, days: offer.most } : empty
}

/** 行政复议法、行政诉讼法: sixty days and six months. */
const remedyText = '不服的，可以自收到之日起六十日内申请行政复议，或者六个月内提起行政诉讼。'

/** Reasons that are often given, to begin with. */
const templates: Partial<Record<Offer['type'], readonly string[]>> = {
  'not-accept': ['申请事项依法不需要取得行政许可。', '申请事项依法不属于本机关职权范围，请向有权机关申请。'],
  'ask-supplement': ['经营场所平面布局图：请标明面积和功能分区', '食品安全管理制度：请加盖公章或由经营者签名'],
  'do-step': ['材料齐全，符合法定形式。', '现场核查与申请材料一致。', '符合法定条件，准予许可。'],
  extend: ['案情复杂，需要进一步核实。'],
  deliver: ['窗口领取', '邮寄送达', '电子送达'],
}

interface ActFieldsProps {
  readonly view: CaseView
  readonly offer: Offer
  readonly fields: Fields
  readonly onChange: (fields: Fields) => void
}

/** The fields that an act needs. */
export function ActFields({ view, offer, fields, onChange }: ActFieldsProps) {
  const put = (change: Partial<Fields>) => onChange({ ...fields, ...change })
  const key = offer.type === 'ask-supplement' || offer.type === 'check' ? 'missing' : 'words'
  const asks = labels[offer.type]
  const chosen = offer.type === 'do-step' ? offer.outcomes.find((one) => one.key === fields.outcome) : undefined
  const told = view.channel === 'window' && (offer.type === 'suspend' || offer.type === 'extend')
  return (
    <>
      {offer.type === 'do-step' && (
        <Radio.Group
          aria-label="结果"
          options={offer.outcomes.map((one) => ({ value: one.key, label: one.name }))}
          value={fields.outcome}
          onChange={(event) => put({ outcome: event.target.value })}
        />
      )}
      {offer.type === 'suspend' && (
        <Radio.Group
          aria-label="中止的事由"
          options={offer.grounds.map((one) => ({ value: one.key, label: `${one.name}（${one.basis}）` }))}
          value={fields.ground}
          onChange={(event) => put({ ground: event.target.value })}
        />
      )}
      {offer.type === 'transfer' && (
        <SelectField
          name="transfer-to"
          label="转给哪个单位（必填）"
          choices={[
            { value: '', label: '请选择' },
            ...offer.units.map((unit) => ({ value: unit.key, label: unit.name })),
          ]}
          value={fields.to}
          onChange={(event) => put({ to: event.target.value })}
        />
      )}
      {offer.type === 'extend' && (
        <p className="row">
          <label htmlFor="extend-by">延长</label>
          <InputNumber
            id="extend-by"
            min={1}
            max={offer.most}
            value={fields.days}
            onChange={(days) => put({ days: days ?? 1 })}
          />
          {units[offer.unit]}，最多 {offer.most}（{offer.basis}）
        </p>
      )}
      {asks !== undefined && !(offer.type === 'ask-supplement' && view.lacking.length > 0) && (
        <>
          <Text
            label={chosen?.reasons ? `${asks}（必填）` : asks}
            rows={3}
            value={fields[key]}
            onChange={(text) => put({ [key]: text })}
          />
          <Templates
            texts={templates[offer.type] ?? []}
            onPick={(text) =>
              put({ [key]: key === 'missing' && fields.missing !== '' ? `${fields.missing}\n${text}` : text })
            }
          />
        </>
      )}
      {offer.type === 'ask-supplement' && view.lacking.length > 0 && (
        <p>再次告知没有交齐的：{view.lacking.join('；')}</p>
      )}
      {offer.type === 'not-accept' && (
        <Text label="救济途径和期限（必填）" rows={2} value={fields.remedy} onChange={(remedy) => put({ remedy })} />
      )}
      {offer.type === 'correct' && (
        <Text label="更正的理由（必填）" rows={2} value={fields.remedy} onChange={(remedy) => put({ remedy })} />
      )}
      {told && (
        <Text
          label="书面告知申请人的日期（必填）"
          type="date"
          value={fields.noticedOn}
          onChange={(noticedOn) => put({ noticedOn })}
        />
      )}
    </>
  )
}

const units = { 'working-day': '个工作日', 'calendar-day': '日', month: '个月' } as const

const labels: Partial<Record<Offer['type'], string>> = {
  'do-step': '意见',
  'ask-supplement': '缺少什么，一行一项（必填）',
  check: '缺少什么，一行一项',
  'not-accept': '不予受理的理由（必填）',
  transfer: '转办的理由（必填）',
  extend: '延长的理由（必填）',
  terminate: '终止的理由（必填）',
  withdraw: '撤回的原因',
  correct: '更正后的文字（必填）',
  deliver: '送达方式（必填）',
}

interface TextProps {
  readonly label: string
  readonly value: string
  readonly rows?: number
  readonly type?: 'date'
  readonly onChange: (text: string) => void
}

function Text({ label, value, rows, type, onChange }: TextProps) {
  const id = useId()
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      {rows === undefined ? (
        <Input id={id} value={value} {...(type ? { type } : {})} onChange={(event) => onChange(event.target.value)} />
      ) : (
        <Input.TextArea
          id={id}
          rows={rows}
          maxLength={2000}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </div>
  )
}

function Templates({ texts, onPick }: { readonly texts: readonly string[]; readonly onPick: (text: string) => void }) {
  if (texts.length === 0) return null
  return (
    <p className="casewords">
      {texts.map((text) => (
        <button key={text} type="button" className="btn btn--sm btn--quiet" onClick={() => onPick(text)}>
          {text}
        </button>
      ))}
    </p>
  )
}
