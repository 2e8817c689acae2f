import type { Span } from '../shapes.ts'
import type { EditTask } from '../task-edit.ts'

/** Two tasks as one: the first keeps its name and identity; nothing that either says is lost. */
export function mergedTask(first: EditTask, second: EditTask): EditTask {
  const leads = unique([...first.leads, ...second.leads])
  return {
    ...first,
    span: first.span && second.span ? around(first.span, second.span) : (first.span ?? second.span),
    leads,
    supports: unique([...first.supports, ...second.supports]).filter((name) => !leads.includes(name)),
    dates: [...first.dates, ...second.dates],
    targets: [...first.targets, ...second.targets],
  }
}

/** All tasks of a measure as one that is called as the measure. */
export function mergedAll(tasks: readonly EditTask[], title: string): readonly EditTask[] {
  const [first, ...rest] = tasks
  return first ? [{ ...rest.reduce(mergedTask, first), title, span: null }] : tasks
}

export interface Cut {
  /** Identity of the second part. */
  readonly newId: string
  /** Place in the clause where the second part begins; without it the last date or target goes to the second part. */
  readonly at: number | null
  readonly text: string | null
  /** Where a date or target of the reading stands, by its index. */
  readonly placeOf: (kind: 'deadline' | 'target', index: number) => number | null
}

/** One task as two for the same parties; dates and targets go with the words that they stand in. */
export function splitTask(task: EditTask, cut: Cut): readonly [EditTask, EditTask] {
  const { at, text, newId } = cut
  if (at === null || text === null) return splitByLast(task, newId)
  const whole = task.span ?? { start: 0, end: text.length }
  if (at <= whole.start || at >= whole.end) return splitByLast(task, newId)
  const isAfter = (kind: 'deadline' | 'target', index: number | null) =>
    index !== null && (cut.placeOf(kind, index) ?? -1) >= at
  const later = { start: at, end: whole.end }
  return [
    {
      ...task,
      span: { start: whole.start, end: at },
      dates: task.dates.filter(({ from }) => !isAfter('deadline', from?.index ?? null)),
      targets: task.targets.filter(({ index }) => !isAfter('target', index)),
    },
    {
      ...task,
      id: newId,
      title: titleFrom(text, later),
      span: later,
      dates: task.dates.filter(({ from }) => isAfter('deadline', from?.index ?? null)),
      targets: task.targets.filter(({ index }) => isAfter('target', index)),
    },
  ]
}

function splitByLast(task: EditTask, newId: string): readonly [EditTask, EditTask] {
  const byDate = task.dates.length > 1
  const byTarget = !byDate && task.targets.length > 1
  return [
    {
      ...task,
      dates: byDate ? task.dates.slice(0, -1) : task.dates,
      targets: byTarget ? task.targets.slice(0, -1) : task.targets,
    },
    {
      ...task,
      id: newId,
      title: `${task.title}（续）`,
      dates: byDate ? task.dates.slice(-1) : [],
      targets: byTarget ? task.targets.slice(-1) : [],
    },
  ]
}

/** A name for a task from its words: the first that is no date, up to its comma, forty signs at most. */
export function titleFrom(text: string, { start, end }: Span): string {
  const parts = text
    .slice(start, end)
    .split(/[。；;，,：:\n]/)
    .map((part) => part.trim())
  const named = parts.find((part) => part.length > 3 && !/^.{0,8}[年月日底]前?$/.test(part)) ?? parts[0] ?? ''
  return named.slice(0, 40)
}

/** The lead that reports for all stands first. */
export function reportedBy(task: EditTask, name: string): EditTask {
  return { ...task, leads: [name, ...task.leads.filter((lead) => lead !== name)] }
}

function around(a: Span, b: Span): Span {
  return { start: Math.min(a.start, b.start), end: Math.max(a.end, b.end) }
}

function unique(names: readonly string[]): readonly string[] {
  return [...new Set(names)]
}
