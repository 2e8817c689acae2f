import { daysBetween, type PlainDate, plainDate } from '@guangyue/kernel/calendar'
import type { TaskState } from './steps.ts'

/** red: past its date. yellow: within NEAR_DAYS. none: no date of its own, never green. done, paused: by its state. */
export type Light = 'red' | 'yellow' | 'green' | 'none' | 'paused' | 'done'

/** Calendar days before a date from which it is near; the chain on the clauses takes a week too. */
export const NEAR_DAYS = 7

/**
 * The light of one date on a day. The worst of a task's dates is that of its earliest date not yet reached, so the
 * list computes the same in one comparison (see the store).
 */
export function lightOfDate(due: string | null, asOf: string): Light {
  if (due === null) return 'none'
  const left = daysBetween(plainDate(asOf), plainDate(due))
  if (left < 0) return 'red'
  return left <= NEAR_DAYS ? 'yellow' : 'green'
}

const withoutLight: readonly TaskState[] = ['proposed', 'refused', 'cancelled', 'merged', 'split']

/** What a task shows. A task reported complete is measured by the day of its report, not by today. */
export function lightOfTask(
  task: { readonly state: TaskState; readonly nextDue: string | null; readonly reportedOn: string | null },
  today: string,
): Light {
  if (task.state === 'verified' || task.state === 'closed') return 'done'
  if (task.state === 'suspended') return 'paused'
  if (withoutLight.includes(task.state)) return 'none'
  return lightOfDate(task.nextDue, task.state === 'reported' ? (task.reportedOn ?? today) : today)
}

const order: Readonly<Record<Light, number>> = { red: 0, yellow: 1, green: 2, none: 3, paused: 4, done: 5 }

/** The worst of several lights; none when there is no light at all. */
export function worst(lights: readonly Light[]): Light {
  return lights.toSorted((a, b) => order[a] - order[b])[0] ?? 'none'
}

interface OwnDate {
  readonly due: string | null
  readonly phrase: string
  readonly inherited: boolean
  readonly reachedOn: string | null
}

/** The dates that a task row keeps: the earliest not yet reached (or the last of all), and the last with its phrase. */
export function datesOf(milestones: readonly OwnDate[]): {
  nextDue: string | null
  due: string | null
  duePhrase: string | null
} {
  const own = milestones.filter(({ inherited }) => !inherited)
  const dated = own.filter(({ due }) => due !== null).toSorted((a, b) => ((a.due ?? '') < (b.due ?? '') ? -1 : 1))
  const last = dated.at(-1)
  const next = dated.find(({ reachedOn }) => reachedOn === null) ?? last
  return { nextDue: next?.due ?? null, due: last?.due ?? null, duePhrase: (last ?? own[0])?.phrase ?? null }
}

/** Days from today to a date, negative when it has passed. */
export function daysLeft(due: string | null, today: PlainDate): number | null {
  return due === null ? null : daysBetween(today, plainDate(due))
}
