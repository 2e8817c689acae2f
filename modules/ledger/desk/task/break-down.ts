import { looserThan } from '../../api.ts'
import type { LedgerBody, Task } from '../shapes.ts'
import type { EditTarget } from '../task-edit.ts'
import { partiesInWords } from './parties.ts'

/** A part while it is being set up. */
export interface Part {
  readonly id: string
  readonly unit: string
  readonly title: string
  readonly due: string
  readonly targets: readonly EditTarget[]
}

/** Units that a task may be broken down to: every support and every member of a group. */
export function unitsOf({ parties }: Pick<Task, 'parties'>): readonly string[] {
  const { supports, groups } = partiesInWords(parties)
  return [...new Set([...supports, ...groups.flatMap(({ members }) => members)])]
}

/** What was chosen, with each group's members in its place; each unit once. */
export function expanded(chosen: readonly string[], units: readonly LedgerBody[]): readonly string[] {
  const groups = new Map(units.filter(({ kind }) => kind === 'group').map((group) => [group.name, group.memberNames]))
  return [...new Set(chosen.flatMap((name) => groups.get(name) ?? [name]))]
}

type Above = Pick<Task, 'title' | 'due' | 'targets'>

/** One part for each unit, with the task's own day and figures; parts that were there already stay as they are typed. */
export function partsFor(units: readonly string[], from: Above, old: readonly Part[]): readonly Part[] {
  return units.map(
    (unit) =>
      old.find((part) => part.unit === unit) ?? {
        id: crypto.randomUUID(),
        unit,
        title: `${from.title}（${unit}）`.slice(0, 300),
        due: from.due ?? '',
        targets: from.targets.map((target) => ({ ...target, value: String(target.value), index: null })),
      },
  )
}

/** In what a part is later or looser than its task, as the server will say; a phrase for a day is the server's to judge. */
export function differsFrom(part: Part, above: Above): readonly string[] {
  const typed = part.due.trim()
  const due = typed === '' ? null : /^\d{4}-\d{2}-\d{2}$/.test(typed) ? typed : above.due
  return looserThan({ due, targets: part.targets.map((target) => ({ ...target, value: Number(target.value) })) }, above)
}

/** Whether every field that the server needs is filled in. */
export function isWhole({ title, targets }: Part): boolean {
  const filled = targets.every(({ metric, value }) => metric.trim() !== '' && /^-?\d+(\.\d+)?$/.test(value.trim()))
  return title.trim() !== '' && filled
}

/** As the server takes it; the reason goes to the parts that differ. */
export function partInput({ id, unit, title, due, targets }: Part, reason: string) {
  const day = /^\d{4}\D/.test(due.trim())
  return {
    id,
    title: title.trim(),
    leads: [{ name: unit }],
    supports: [],
    dates: due.trim() === '' ? [] : [day ? { phrase: '', due: due.trim() } : { phrase: due.trim(), due: null }],
    targets: targets.map((target) => ({ ...target, metric: target.metric.trim(), value: Number(target.value) })),
    lateReason: reason.trim() || null,
  }
}
