import type { Fault } from '../shapes.ts'
import type { EditTask, FieldFault } from '../task-edit.ts'

const fields = {
  'lead-missing': 'leads',
  'lead-unknown': 'leads',
  'lead-several': 'leads',
  'lead-group-empty': 'leads',
  'rule-lead': 'leads',
  'name-unknown': 'supports',
  'name-several': 'supports',
  'group-incomplete': null,
  'year-unknown': 'dates',
  reading: null,
  'reading-changed': null,
} as const satisfies Record<Fault['code'], 'leads' | 'supports' | 'dates' | null>

/** A measure's faults at the fields of its tasks; those of no field are left out. */
export function faultsAtFields(faults: readonly Fault[], tasks: readonly EditTask[]): readonly FieldFault[] {
  return faults.flatMap(({ code, task, message, name }) => {
    const at = tasks.findIndex(({ id }) => id === task)
    const field = fields[code] ?? groupField(tasks[at], name)
    return at < 0 || field === null ? [] : [{ field: `tasks.${at}.${field}`, message }]
  })
}

function groupField(task: EditTask | undefined, name: string | null): 'leads' | 'supports' | null {
  if (!task || name === null) return null
  if (task.leads.includes(name)) return 'leads'
  return task.supports.includes(name) ? 'supports' : null
}

/** The server names a task by place or by identity; here always by place. */
export function byPlace(faults: readonly FieldFault[], tasks: readonly EditTask[]): readonly FieldFault[] {
  return faults.map(({ field, message }) => {
    const [top, which = '', ...rest] = field.split('.')
    const at = tasks.findIndex(({ id }) => id === which)
    return { field: at < 0 ? field : [top, at, ...rest].join('.'), message }
  })
}
