import { Button, Popover, Select } from 'antd'
import { useState } from 'react'
import type { LedgerBody } from './shapes.ts'
import { unitFits, useUnits } from './unit-options.ts'

interface UnitPickerProps {
  /** What the button says. */
  readonly label: string
  readonly kind: 'body' | 'any'
  /** A button where it is the first thing to do. */
  readonly look?: 'button' | 'link'
  readonly onPick: (unit: LedgerBody) => void
}

/** A button that opens the list of units and gives the one that was chosen. */
export function UnitPicker({ label, kind, look = 'link', onPick }: UnitPickerProps) {
  const [open, setOpen] = useState(false)
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      destroyOnHidden
      title="选择单位"
      content={
        <UnitSelect
          kind={kind}
          onPick={(unit) => {
            setOpen(false)
            onPick(unit)
          }}
        />
      }
    >
      <Button type={look === 'link' ? 'link' : 'default'}>{label}</Button>
    </Popover>
  )
}

function UnitSelect({ kind, onPick }: Pick<UnitPickerProps, 'kind' | 'onPick'>) {
  const units = useUnits().filter((unit) => kind === 'any' || unit.kind === 'body')
  return (
    <Select
      autoFocus
      defaultOpen
      aria-label="单位名称"
      style={{ width: 280 }}
      placeholder="输入名称查找"
      showSearch={{ filterOption: (typed, option) => option !== undefined && unitFits(typed, option) }}
      options={units.map(({ id, name, full }) => ({ value: id, label: name, full }))}
      onChange={(id) => {
        const unit = units.find((one) => one.id === id)
        if (unit) onPick(unit)
      }}
    />
  )
}
