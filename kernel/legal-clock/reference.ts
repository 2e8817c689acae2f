import type { DayExplanation, PlainDate } from '../calendar/index.ts'
import type { DayClock, Light } from './model.ts'

/**
 * For tests only: a second reading of the definition, slow and by another way of thinking. It lives through the days one by
 * one with the machine's own `Date`, keeps a state (running or suspended) instead of intervals, walks a month term forward
 * from the printed day-number instead of counting its days, and asks the calendar nothing but what kind of day a day is.
 */
export function referenceReading(
  clock: DayClock,
  asOf: PlainDate,
  explain: (day: string) => DayExplanation,
): ReferenceReading {
  const real = clock.events.filter((event) => event.at <= asOf).toSorted((a, b) => a.at.localeCompare(b.at))
  const restart = real.findLastIndex((event) => event.type === 'restarted')
  const begun = restart < 0 ? clock.started : (real[restart]?.at ?? clock.started)
  const life = liveThrough(real.slice(restart + 1), begun)
  const terms = [clock.term, ...life.extensions]

  // The last day, were nothing more to happen.
  let end: string = begun
  const unitOfDay: string[] = []
  for (const [index, term] of terms.entries()) {
    const previous = terms[index - 1]
    // Months given one after the other are one number of months from where the first of them began.
    const months = term.unit === 'month' ? runOfMonths(terms, index) : undefined
    if (term.unit === 'month' && previous?.unit === 'month') continue
    const from = end
    if (months !== undefined) {
      end = sameDayNumber(from, months)
      for (let day = next(from); day <= end; day = next(day)) if (life.isSuspended(day)) end = next(end)
    } else {
      for (let left = term.n; left > 0; ) {
        end = next(end)
        if (!life.isSuspended(end) && (term.unit === 'calendar-day' || explain(end).works)) left -= 1
      }
    }
    for (let day = next(from); day <= end; day = next(day)) unitOfDay.push(term.unit)
  }
  const termEnd = end
  const unitOn = (day: string): string => unitOfDay[gap(begun, day) - 1] ?? unitOfDay.at(-1) ?? ''
  const isCounted = (day: string): boolean =>
    !life.isSuspended(day) && (unitOn(day) !== 'working-day' || explain(day).works)
  let last = termEnd
  while (!explain(last).works || life.isSuspended(last)) last = next(last)

  const here = [asOf, life.stopped, life.suspendedSince].filter((day) => day !== null).toSorted()[0] ?? asOf
  const used = daysAfter(begun, here).filter(isCounted).length
  const left =
    here > last ? -daysAfter(last, here).filter(isCounted).length : daysAfter(here, last).filter(isCounted).length
  const total = daysAfter(begun, termEnd).filter(isCounted).length
  const looksAt = (day: string): boolean =>
    !life.isSuspended(day) && (unitOn(day) === 'working-day' || day >= termEnd) && explain(day).provisional
  return {
    lastDay: life.suspendedSince ? null : last,
    provisional: daysAfter(begun, life.suspendedSince ? here : last).some(looksAt),
    used,
    left: left === 0 ? 0 : left,
    light: lightFor(life, { left, total, past: here > last }),
  }
}

export interface ReferenceReading {
  readonly lastDay: string | null
  readonly provisional: boolean
  readonly used: number
  readonly left: number
  readonly light: Light
}

interface Life {
  readonly extensions: DayClock['term'][]
  readonly isSuspended: (day: string) => boolean
  readonly suspendedSince: string | null
  readonly stopped: string | null
}

/** Goes from event to event as a clerk would, marking each day that begins with the clock suspended. */
function liveThrough(events: DayClock['events'], begun: string): Life {
  const suspendedDays = new Set<string>()
  const extensions: DayClock['term'][] = []
  let suspendedSince: string | null = null
  let stopped: string | null = null
  let day = begun
  for (const event of events) {
    while (day < event.at) {
      day = next(day)
      if (suspendedSince !== null && stopped === null) suspendedDays.add(day)
    }
    if (stopped !== null) continue
    if (event.type === 'suspended') suspendedSince ??= event.at
    if (event.type === 'resumed') suspendedSince = null
    if (event.type === 'extended') extensions.push(event.by)
    if (event.type === 'stopped') stopped = event.at
  }
  // A suspension that has not ended marks no day: the last day is asked as if the clock ran on.
  const marked = new Set(
    [...suspendedDays].filter((suspended) => suspendedSince === null || suspended <= suspendedSince),
  )
  return { extensions, isSuspended: (asked) => marked.has(asked), suspendedSince, stopped }
}

function lightFor(life: Life, { left, total, past }: { left: number; total: number; past: boolean }): Light {
  if (life.stopped !== null) return 'stopped'
  if (life.suspendedSince !== null) return 'paused'
  if (past) return 'red'
  return left * 5 <= total || left <= 1 || (left - 1) * 5 < total ? 'yellow' : 'green'
}

function runOfMonths(terms: DayClock['term'][], index: number): number {
  const rest = terms.slice(index)
  const other = rest.findIndex((term) => term.unit !== 'month')
  return (other < 0 ? rest : rest.slice(0, other)).reduce((sum, term) => sum + term.n, 0)
}

function sameDayNumber(day: string, months: number): string {
  const [year = 0, month = 0, date = 0] = day.split('-').map(Number)
  for (let tried = date; ; tried -= 1) {
    const found = new Date(Date.UTC(year, month - 1 + months, tried))
    if (found.getUTCMonth() === (month - 1 + months) % 12) return found.toISOString().slice(0, 10)
  }
}

function daysAfter(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = next(from); day <= to; day = next(day)) days.push(day)
  return days
}

function gap(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

function next(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
}
