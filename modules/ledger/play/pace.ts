import { addDays, daysBetween, type PlainDate } from '@guangyue/kernel/calendar'
import { type Play, sloppy } from './play.ts'
import type { PlayTask } from './store.ts'

/** The day on which the lead of a task will say that it is done; null where it never will within its date. */
export function endOf(play: Play, task: PlayTask): PlainDate | null {
  const { draws, habits } = play
  const { tasks } = habits
  const name = ['end', task.name, task.due ?? ''] as const
  if (task.due === null) return addDays(task.assignedOn, draws.whole(...tasks.undatedDays, ...name))
  const key = play.cast.units.get(task.leadId)?.body.key ?? ''
  const drawn = draws.share('fate', ...name)
  const never = sloppy(play, key, tasks.never)
  if (drawn < never) return null
  if (drawn < never + sloppy(play, key, tasks.late)) return addDays(task.due, draws.whole(...tasks.lateDays, ...name))
  const early = addDays(task.due, -draws.whole(...tasks.earlyDays, ...name))
  const days = [early, addDays(task.assignedOn, 4)].sort()
  return workdayBy(play, [task.due, days[1] ?? early].sort()[0] ?? task.due)
}

/** The day itself, or the last working day before it. */
export function workdayBy({ calendar }: Pick<Play, 'calendar'>, day: PlainDate): PlainDate {
  return calendar.isWorkingDay(day) ? day : calendar.addWorkingDays(day, -1)
}

/** How much of a task is done on a day, in percent of what its unit will do; never all of it. */
export function percentOn(play: Play, task: Pick<PlayTask, 'name' | 'assignedOn' | 'due'>): number {
  const last = task.due ?? addDays(task.assignedOn, 240)
  const ratio = daysBetween(task.assignedOn, play.today) / Math.max(1, daysBetween(task.assignedOn, last))
  const pace = 0.75 + 0.4 * play.draws.share('pace', task.name)
  return Math.max(5, Math.min(95, Math.round(ratio * pace * 100)))
}

/** Fills `{name}` in a text. */
export function fillIn(text: string, values: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))
}
