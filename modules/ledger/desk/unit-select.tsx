import { Select, type SelectProps } from 'antd'
import { unitFits, useUnits } from './unit-options.ts'

interface UnitSelectProps
  extends Pick<SelectProps, 'id' | 'value' | 'onChange' | 'placeholder' | 'mode' | 'allowClear'> {
  readonly label?: string
  /** Stand first in the list. */
  readonly first?: readonly string[]
}

/** A unit, or several, chosen by any part of its name; a control of a form. */
export function UnitSelect({ label, first = [], ...control }: UnitSelectProps) {
  const units = useUnits().filter(({ kind }) => kind === 'body')
  const ahead = units.filter(({ id }) => first.includes(id))
  const rest = units.filter(({ id }) => !first.includes(id))
  return (
    <Select
      aria-label={label}
      popupMatchSelectWidth={280}
      showSearch={{ filterOption: (typed, option) => option !== undefined && unitFits(typed, option) }}
      options={[...ahead, ...rest].map(({ id, name, full }) => ({ value: id, label: name, full }))}
      {...control}
    />
  )
}
