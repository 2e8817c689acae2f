import { Button, Input, Select } from 'antd'
import { type EditTarget, type FieldFault, faultAt } from './task-edit.ts'
import { opWords } from './words.ts'

interface TargetFieldProps {
  readonly id: string
  /** Its place in the faults: `tasks.0.targets.1`. */
  readonly field: string
  readonly label: string
  readonly target: EditTarget
  readonly faults: readonly FieldFault[]
  readonly onChange: (target: EditTarget) => void
  readonly onRemove: () => void
}

const ops = Object.entries(opWords).map(([value, label]) => ({ value: value as EditTarget['op'], label }))

/** What is to be reached: metric, comparison, value and unit. */
export function TargetField({ id, field, label, target, faults, onChange, onRemove }: TargetFieldProps) {
  const wrong = { metric: faultAt(faults, `${field}.metric`), value: faultAt(faults, `${field}.value`) }
  const error = faultAt(faults, field)
  return (
    <div className="targetfield">
      <Input
        id={id}
        aria-label={`${label}：指标`}
        value={target.metric}
        placeholder="指标，如 全程电子化率"
        status={wrong.metric === undefined ? '' : 'error'}
        onChange={(event) => onChange({ ...target, metric: event.target.value })}
      />
      <Select
        aria-label={`${label}：比较`}
        value={target.op}
        options={ops}
        onChange={(op) => onChange({ ...target, op })}
      />
      <Input
        aria-label={`${label}：数值`}
        inputMode="decimal"
        value={target.value}
        placeholder="99"
        status={wrong.value === undefined ? '' : 'error'}
        aria-invalid={wrong.value !== undefined}
        onChange={(event) => onChange({ ...target, value: event.target.value })}
      />
      <Input
        aria-label={`${label}：单位`}
        value={target.unit}
        placeholder="%"
        onChange={(event) => onChange({ ...target, unit: event.target.value })}
      />
      <Button type="text" aria-label={`去掉${label}`} onClick={onRemove}>
        ×
      </Button>
      {error !== undefined && (
        <span className="field__error" role="alert">
          {error}
        </span>
      )}
    </div>
  )
}
