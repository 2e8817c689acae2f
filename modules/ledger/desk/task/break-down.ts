import type { Task } from '../shapes.ts'
import { partiesInWords } from './parties.ts'

/** A part while it is being set up. */
export interface Part {
  readonly id: string
  readonly unit: string
  readonly title: string
  readonly due: string
  readonly lateReason: string
}

/** Units that a task may be broken down to: every support and every member of a group. */
export function unitsOf({ parties }: Pick<Task, 'parties'>): readonly string[] {
  const { supports, groups } = partiesInWords(parties)
  return [...new Set([...supports, ...groups.flatMap(({ members }) => members)])]
}

/** One part for each unit, with the task's own day; parts that were there already stay as they are typed. */
export function partsFor(
  units: readonly string[],
  from: Pick<Task, 'title' | 'due'>,
  old: readonly Part[],
): readonly Part[] {
  return units.map(
    (unit) =>
      old.find((part) => part.unit === unit) ?? {
        id: crypto.randomUUID(),
        unit,
        title: `${from.title}（${unit}）`.slice(0, 300),
        due: from.due ?? '',
        lateReason: '',
      },
  )
}

/** A part whose day is after the task's needs a reason. */
export function isLate(part: Part, due: string | null): boolean {
  return due !== null && /^\d{4}-\d{2}-\d{2}$/.test(part.due) && part.due > due
}

/** As the server takes it. */
export function partInput({ id, unit, title, due, lateReason }: Part) {
  const day = /^\d{4}\D/.test(due.trim())
  return {
    id,
    title: title.trim(),
    leads: [{ name: unit }],
    supports: [],
    dates: due.trim() === '' ? [] : [day ? { phrase: '', due: due.trim() } : { phrase: due.trim(), due: null }],
    targets: [],
    lateReason: lateReason.trim() || null,
  }
}
