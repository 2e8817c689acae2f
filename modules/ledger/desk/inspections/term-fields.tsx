import { useMe } from '@guangyue/platform/ui/desk'
import { Input, InputNumber, Segmented } from 'antd'

/** A term as it is typed: working days, or a day. */
export interface TypedTerm {
  readonly by: 'days' | 'due'
  readonly days: number | null
  readonly due: string
}

export const fiveDays: TypedTerm = { by: 'days', days: 5, due: '' }

/** As it is sent; undefined while nothing is given. */
export function termOf({ by, days, due }: TypedTerm): { days: number } | { due: string } | undefined {
  if (by === 'days') return days === null ? undefined : { days }
  return due === '' ? undefined : { due }
}

interface TermFieldsProps {
  readonly value?: TypedTerm
  readonly onChange?: (term: TypedTerm) => void
}

/** How long the owner has: so many working days from today, or a day; a control of a form. */
export function TermFields({ value = fiveDays, onChange }: TermFieldsProps) {
  const { today } = useMe()
  return (
    <div className="row">
      <Segmented<TypedTerm['by']>
        aria-label="期限的写法"
        value={value.by}
        options={[
          { value: 'days', label: '工作日' },
          { value: 'due', label: '日期' },
        ]}
        onChange={(by) => onChange?.({ ...value, by })}
      />
      {value.by === 'days' ? (
        <>
          <InputNumber
            aria-label="几个工作日"
            min={1}
            max={365}
            precision={0}
            value={value.days}
            onChange={(days) => onChange?.({ ...value, days })}
          />
          <span>个工作日</span>
        </>
      ) : (
        <Input
          aria-label="整改日期"
          className="dayfield"
          type="date"
          min={today}
          value={value.due}
          onChange={(event) => onChange?.({ ...value, due: event.target.value })}
        />
      )}
    </div>
  )
}
