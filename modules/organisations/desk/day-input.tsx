import { DatePicker } from 'antd'
import dayjs from 'dayjs'

interface DayInputProps {
  readonly id?: string
  /** `YYYY-MM-DD`. */
  readonly value?: string | null
  readonly onChange?: (day: string | null) => void
}

/** A civil day, typed or picked. */
export function DayInput({ id, value, onChange }: DayInputProps) {
  return (
    <DatePicker
      {...(id !== undefined && { id })}
      value={value ? dayjs(value) : null}
      placeholder="例如 2021-07-01"
      style={{ width: 180 }}
      onChange={(day) => onChange?.(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
