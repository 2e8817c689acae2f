import type { DateRead, DraftTask, Party, Span, TargetRead } from './shapes.ts'

// A task while it is being typed: text as it stands in the fields, whatever it says. Reading it is the server's.

export interface EditDate {
  /** What stands in the field. */
  readonly typed: string
  /** What was read or saved; sent back whole when the field still shows it. */
  readonly from: DateRead | null
}

export interface EditTarget {
  readonly phrase: string
  readonly metric: string
  readonly op: TargetRead['op']
  readonly value: string
  readonly unit: string
  readonly index: number | null
}

export interface EditTask {
  readonly id: string
  readonly title: string
  readonly span: Span | null
  /** Names; the first lead reports for all. */
  readonly leads: readonly string[]
  readonly supports: readonly string[]
  readonly dates: readonly EditDate[]
  readonly targets: readonly EditTarget[]
}

/** What of a date stands in its field: the day, else the phrase. */
export function shownDate({ due, phrase }: Pick<DateRead, 'due' | 'phrase'>): string {
  return due ?? phrase
}

export function editOf(task: Omit<DraftTask, 'leads' | 'supports'> & Parties): EditTask {
  return {
    id: task.id,
    title: task.title,
    span: task.span,
    leads: task.leads.map(({ name }) => name),
    supports: task.supports.map(({ name }) => name),
    dates: task.dates.map((date) => ({ typed: shownDate(date), from: date })),
    targets: task.targets.map((target) => ({ ...target, value: String(target.value) })),
  }
}

interface Parties {
  readonly leads: readonly Pick<Party, 'name'>[]
  readonly supports: readonly Pick<Party, 'name'>[]
}

/** An empty task for the same parties. */
export function blankTask(id: string, like?: EditTask): EditTask {
  return { id, title: '', span: null, leads: like?.leads ?? [], supports: like?.supports ?? [], dates: [], targets: [] }
}

/** As the server takes it. A target whose value is no number must have been refused before. */
export function inputOf(task: EditTask) {
  return {
    id: task.id,
    title: task.title.trim(),
    span: task.span,
    leads: task.leads.map((name) => ({ name })),
    supports: task.supports.map((name) => ({ name })),
    dates: task.dates.map(dateInputOf),
    targets: task.targets.map((target) => ({ ...target, metric: target.metric.trim(), value: Number(target.value) })),
  }
}

/** A day typed over a printed phrase keeps the phrase beside it; words typed over it replace it. */
export function dateInputOf({ typed, from }: EditDate) {
  const text = typed.trim()
  const index = from?.index ?? null
  if (from && text === shownDate(from)) return { phrase: from.phrase, due: from.due, index }
  if (looksLikeDay(text)) return { phrase: from?.phrase ?? '', due: text, index }
  return { phrase: text, due: null, index }
}

function looksLikeDay(text: string): boolean {
  return /^\d{4}\s*[-/.年]/.test(text.trim())
}

export interface FieldFault {
  /** `tasks.0.targets.1.value` */
  readonly field: string
  readonly message: string
}

/** What cannot even be sent, by field. */
export function faultsBeforeSending(tasks: readonly EditTask[]): readonly FieldFault[] {
  return tasks.flatMap((task, at) => [
    ...(task.title.trim() === '' ? [{ field: `tasks.${at}.title`, message: '请写明任务，如“建成共享平台”' }] : []),
    ...task.targets.flatMap((target, index) => targetFaults(target, `tasks.${at}.targets.${index}`)),
  ])
}

function targetFaults({ metric, value }: EditTarget, field: string): readonly FieldFault[] {
  return [
    ...(metric.trim() === '' ? [{ field: `${field}.metric`, message: '请写明指标，如“全程电子化率”' }] : []),
    ...(value.trim() === '' || !Number.isFinite(Number(value))
      ? [{ field: `${field}.value`, message: '数值请填数字，如 99 或 0.5；单位另填' }]
      : []),
  ]
}

/** The faults of one field, or of anything below it, in one sentence. */
export function faultAt(faults: readonly FieldFault[], field: string): string | undefined {
  const own = faults.filter((fault) => fault.field === field || fault.field.startsWith(`${field}.`))
  return own.length === 0 ? undefined : own.map(({ message }) => message).join('；')
}
