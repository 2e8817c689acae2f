import { addDays, addMonths, type Calendar, type KnownCalendar, type PlainDate } from '../calendar/index.ts'
import type { DayUnit, Term } from './model.ts'

/** What is asked of a term that runs backwards: "7日前" of a hearing on `event`, as known on `asOf`. */
export interface TermBefore {
  readonly event: PlainDate
  readonly term: Term<DayUnit>
  readonly asOf: PlainDate
}

/**
 * The last day on which something due "n days before" an event is in time. The day of the event is not counted and n whole
 * days (working days, months) lie between; the day found is never moved, for a later one would be too late.
 */
export function lastDayBefore({ event, term, asOf }: TermBefore, calendar: Calendar): DayBefore {
  const known = calendar.asKnownOn(asOf)
  const first = firstWholeDay(event, term, known)
  const provisional = [first, addDays(event, -1)].some((day) => known.isProvisional(day))
  return { lastDay: addDays(first, -1), provisional: term.unit === 'working-day' && provisional }
}

export interface DayBefore {
  readonly lastDay: PlainDate
  readonly provisional: boolean
}

function firstWholeDay(event: PlainDate, { n, unit }: Term<DayUnit>, known: KnownCalendar): PlainDate {
  if (unit === 'working-day') return known.addWorkingDays(event, -n)
  return unit === 'month' ? addMonths(event, -n) : addDays(event, -n)
}
