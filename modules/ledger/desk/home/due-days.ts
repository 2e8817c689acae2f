import type { TaskItem } from '../shapes.ts'

/** What falls due on which day of the calendar; `last` where something is on its last day or over. */
export function dueDays(
  tasks: readonly Pick<TaskItem, 'nextDue' | 'light'>[],
): Readonly<Record<string, 'due' | 'last'>> {
  const days: Record<string, 'due' | 'last'> = {}
  for (const { nextDue, light } of tasks) {
    if (nextDue === null) continue
    const last = light === 'red' || light === 'yellow'
    days[nextDue] = last || days[nextDue] === 'last' ? 'last' : 'due'
  }
  return days
}

/** Saturdays and Sundays; holidays are the calendar's, which the desk does not hold. */
export function isWeekend(day: string): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6
}
