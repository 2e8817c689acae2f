import { ErrorNotice, useAct } from '@guangyue/platform/ui/desk'
import { Input, Modal, Select } from 'antd'
import { useState } from 'react'
import { breakDownTaskEndpoint } from '../../api.ts'
import { DateField } from '../date-field.tsx'
import type { Task } from '../shapes.ts'
import { unitFits, useUnits } from '../unit-options.ts'
import { isLate, type Part, partInput, partsFor, unitsOf } from './break-down.ts'

/** Breaks a task down to units: one part each, each with its own day. */
export function BreakDownDialog({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const [parts, setParts] = useState<readonly Part[]>([])
  const units = useUnits().filter(({ kind }) => kind === 'body')
  const act = useAct(breakDownTaskEndpoint, { onDone: onClose })
  const suggested = unitsOf(task)
  const ready =
    parts.length > 0 &&
    parts.every((part) => part.title.trim() !== '' && (!isLate(part, task.due) || part.lateReason.trim() !== ''))
  return (
    <Modal
      open
      width={760}
      title="分解到各单位"
      okText={parts.length === 0 ? '分解' : `分解为 ${parts.length} 项`}
      cancelText="返回"
      okButtonProps={{ disabled: !ready, loading: act.isPending }}
      onOk={() => act.mutate({ params: { id: task.id }, body: { parts: parts.map(partInput) } })}
      onCancel={onClose}
    >
      <div className="stack">
        <label htmlFor="part-units">由哪些单位分别承担</label>
        <Select
          id="part-units"
          mode="multiple"
          style={{ width: '100%' }}
          value={parts.map(({ unit }) => unit)}
          placeholder="输入单位名称"
          showSearch={{ filterOption: (typed, option) => option !== undefined && unitFits(typed, option) }}
          options={optionsOf(suggested, units)}
          onChange={(chosen) => setParts(partsFor(chosen, task, parts))}
        />
        {parts.map((part, at) => (
          <PartFields
            key={part.id}
            part={part}
            at={at}
            task={task}
            onChange={(changed) => setParts(parts.with(at, changed))}
          />
        ))}
        <ErrorNotice error={act.error} />
      </div>
    </Modal>
  )
}

function optionsOf(suggested: readonly string[], units: readonly { readonly name: string; readonly full: string }[]) {
  const first = suggested.map((name) => ({ value: name, label: name, full: name }))
  const rest = units
    .filter(({ name, full }) => !suggested.includes(name) && !suggested.includes(full))
    .map(({ name, full }) => ({ value: name, label: name, full }))
  return [...first, ...rest]
}

interface PartFieldsProps {
  readonly part: Part
  readonly at: number
  readonly task: Task
  readonly onChange: (part: Part) => void
}

function PartFields({ part, at, task, onChange }: PartFieldsProps) {
  return (
    <fieldset className="partfields">
      <legend>{part.unit}</legend>
      <Input
        aria-label={`${part.unit}的任务`}
        value={part.title}
        maxLength={300}
        onChange={(event) => onChange({ ...part, title: event.target.value })}
      />
      <DateField
        id={`part-due-${at}`}
        label={`${part.unit}的时限`}
        date={{ typed: part.due, from: null }}
        number=""
        measure={task.measureId}
        error={undefined}
        onChange={(date) => onChange({ ...part, due: date.typed })}
        onRemove={() => onChange({ ...part, due: '' })}
      />
      {isLate(part, task.due) && (
        <Input
          aria-label={`${part.unit}晚于上级任务时限的原因`}
          value={part.lateReason}
          maxLength={500}
          placeholder="晚于上级任务时限，请写明原因"
          onChange={(event) => onChange({ ...part, lateReason: event.target.value })}
        />
      )}
    </fieldset>
  )
}
