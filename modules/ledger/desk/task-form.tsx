import { Button, Input, Select } from 'antd'
import { DateField } from './date-field.tsx'
import { FieldRow } from './field-row.tsx'
import { PartyField } from './party-field.tsx'
import type { Party } from './shapes.ts'
import { TargetField } from './target-field.tsx'
import { type EditTask, type FieldFault, faultAt } from './task-edit.ts'
import { dutyWord } from './words.ts'

interface TaskFormProps {
  readonly task: EditTask
  /** Its place among the tasks of the form. */
  readonly at: number
  readonly faults: readonly FieldFault[]
  readonly known: ReadonlyMap<string, Party>
  readonly measure?: string
  /** ① for a date of the reading; only where the clause stands beside the form. */
  readonly numberOf?: (index: number) => string
  readonly onChange: (task: EditTask) => void
}

/** Every field of a task; used for drafts, corrections, parts and tasks by hand. */
export function TaskForm({ task, at, faults, known, measure, numberOf, onChange }: TaskFormProps) {
  const field = `tasks.${at}`
  const id = (name: string) => `task-${at}-${name}`
  return (
    <div className="taskform">
      <FieldRow id={id('title')} label="任务" error={faultAt(faults, `${field}.title`)}>
        <Input
          id={id('title')}
          value={task.title}
          maxLength={300}
          status={faultAt(faults, `${field}.title`) === undefined ? '' : 'error'}
          onChange={(event) => onChange({ ...task, title: event.target.value })}
        />
      </FieldRow>
      <FieldRow id={id('leads')} label="牵头" error={faultAt(faults, `${field}.leads`)}>
        <PartyField
          id={id('leads')}
          as="lead"
          names={task.leads}
          known={known}
          placeholder={numberOf ? '输入单位名称，或在原文中选中后按 1' : '输入单位名称'}
          error={faultAt(faults, `${field}.leads`)}
          onChange={(leads) =>
            onChange({ ...task, leads, supports: task.supports.filter((name) => !leads.includes(name)) })
          }
        />
      </FieldRow>
      {task.leads.length > 1 && (
        <FieldRow id={id('duty')} label="责任制">
          <Select
            id={id('duty')}
            value={task.leads[0] ?? ''}
            options={task.leads.map((name) => ({ value: name, label: dutyWord(first(name, task.leads)) }))}
            onChange={(name) => onChange({ ...task, leads: first(name, task.leads) })}
          />
        </FieldRow>
      )}
      <FieldRow id={id('supports')} label="责任" error={faultAt(faults, `${field}.supports`)}>
        <PartyField
          id={id('supports')}
          as="support"
          names={task.supports}
          known={known}
          placeholder="没有可不填"
          error={faultAt(faults, `${field}.supports`)}
          onChange={(supports) => onChange({ ...task, supports })}
        />
      </FieldRow>
      <Dates {...{ task, field, faults, measure, numberOf, onChange }} id={id('date')} />
      <Targets {...{ task, field, faults, onChange }} id={id('target')} />
    </div>
  )
}

function first(name: string, leads: readonly string[]): readonly string[] {
  return [name, ...leads.filter((lead) => lead !== name)]
}

interface PartProps extends Pick<TaskFormProps, 'task' | 'faults' | 'onChange'> {
  readonly id: string
  readonly field: string
}

function Dates(props: PartProps & Pick<TaskFormProps, 'numberOf' | 'measure'>) {
  const { task, id, field, faults, measure, numberOf, onChange } = props
  const own = faultAt(
    faults.filter((fault) => fault.field === `${field}.dates`),
    `${field}.dates`,
  )
  return (
    <FieldRow label="时限" error={own}>
      <div className="stack">
        {task.dates.map((date, index) => (
          <DateField
            key={index}
            id={`${id}-${index}`}
            label={`第 ${index + 1} 个时限`}
            date={date}
            number={date.from?.index == null ? '' : (numberOf?.(date.from.index) ?? '')}
            measure={measure}
            error={faultAt(faults, `${field}.dates.${index}`)}
            onChange={(changed) => onChange({ ...task, dates: task.dates.with(index, changed) })}
            onRemove={() => onChange({ ...task, dates: task.dates.toSpliced(index, 1) })}
          />
        ))}
        <Button
          type="link"
          size="small"
          onClick={() => onChange({ ...task, dates: [...task.dates, { typed: '', from: null }] })}
        >
          {task.dates.length === 0 ? (numberOf ? '原文未定时限，加一个' : '没有时限，加一个') : '再加一个时限'}
        </Button>
      </div>
    </FieldRow>
  )
}

function Targets({ task, id, field, faults, onChange }: PartProps) {
  return (
    <FieldRow label="目标">
      <div className="stack">
        {task.targets.map((target, index) => (
          <TargetField
            key={index}
            id={`${id}-${index}`}
            field={`${field}.targets.${index}`}
            label={`第 ${index + 1} 个目标`}
            target={target}
            faults={faults}
            onChange={(changed) => onChange({ ...task, targets: task.targets.with(index, changed) })}
            onRemove={() => onChange({ ...task, targets: task.targets.toSpliced(index, 1) })}
          />
        ))}
        <Button type="link" size="small" onClick={() => onChange({ ...task, targets: [...task.targets, emptyTarget] })}>
          {task.targets.length === 0 ? '没有数值目标，加一个' : '再加一个目标'}
        </Button>
      </div>
    </FieldRow>
  )
}

const emptyTarget = { phrase: '', metric: '', op: '>=', value: '', unit: '', index: null } as const
