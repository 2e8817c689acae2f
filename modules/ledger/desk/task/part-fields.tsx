import { Input } from 'antd'
import { DateField } from '../date-field.tsx'
import type { Task } from '../shapes.ts'
import { TargetField } from '../target-field.tsx'
import { differsFrom, type Part } from './break-down.ts'

interface PartFieldsProps {
  readonly part: Part
  readonly at: number
  readonly task: Task
  readonly onChange: (part: Part) => void
}

/** What one unit takes on: title, day, figures; and in what it falls short of the task. */
export function PartFields({ part, at, task, onChange }: PartFieldsProps) {
  const { unit, targets } = part
  const differs = differsFrom(part, task)
  return (
    <fieldset className="partfields">
      <legend>{unit}</legend>
      <Input
        aria-label={`${unit}的任务`}
        value={part.title}
        maxLength={300}
        onChange={(event) => onChange({ ...part, title: event.target.value })}
      />
      <DateField
        id={`part-due-${at}`}
        label={`${unit}的时限`}
        date={{ typed: part.due, from: null }}
        number=""
        measure={task.measureId}
        error={undefined}
        onChange={(date) => onChange({ ...part, due: date.typed })}
        onRemove={() => onChange({ ...part, due: '' })}
      />
      {targets.map((target, index) => (
        <TargetField
          key={index}
          id={`part-target-${at}-${index}`}
          field=""
          label={`${unit}的目标${targets.length > 1 ? index + 1 : ''}`}
          target={target}
          faults={[]}
          onChange={(changed) => onChange({ ...part, targets: targets.with(index, changed) })}
          onRemove={() => onChange({ ...part, targets: targets.toSpliced(index, 1) })}
        />
      ))}
      {differs.length > 0 && <p className="partfields__differs">{differs.join('；')}</p>}
    </fieldset>
  )
}
