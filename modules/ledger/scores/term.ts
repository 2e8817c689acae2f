import { addDays, type Calendar, daysBetween, type PlainDate } from '@guangyue/kernel/calendar'
import { type DayClockReading, readDayClock } from '@guangyue/kernel/legal-clock'

/** 政府督查工作条例 17: objections within 30 days of the conclusion, decided within 30 days. */
const TERM_DAYS = 30
const basis = [{ document: '政府督查工作条例', path: ['第十七条'] }]

/** The clock of such a term: calendar days, the first not counted, a last day on which nobody works moved on. */
export function termClock(
  { from, until }: { readonly from: PlainDate; readonly until: PlainDate | null },
  { today, calendar }: { readonly today: PlainDate; readonly calendar: Calendar },
): DayClockReading {
  const events = until === null ? [] : [{ type: 'stopped' as const, at: until }]
  const reading = readDayClock(
    { started: from, term: { n: TERM_DAYS, unit: 'calendar-day' }, basis, events },
    today,
    calendar,
  )
  if (!reading.ok) throw new TypeError(reading.message)
  return reading
}

const LONGEST_OVER = 90

/** The same as a screen draws it, day by day; past the last day the days since are drawn as well, at most 90. */
export function clockOf(
  term: Parameters<typeof termClock>[0],
  known: Parameters<typeof termClock>[1],
): {
  lastDay: PlainDate
  used: number
  left: number
  light: DayClockReading['light']
  provisional: boolean
  days: {
    date: PlainDate
    kind: 'counted' | 'not-counted' | 'left' | 'over'
    number: number | null
    why: string | null
  }[]
} {
  const { explanation, used, left, light, provisional, lastDay } = termClock(term, known)
  const end = term.until ?? known.today
  const days = explanation.map(({ day, counted, ordinal, why }) => {
    const kind = counted ? (day <= end ? ('counted' as const) : ('left' as const)) : ('not-counted' as const)
    return { date: day, kind, number: ordinal, why: why === 'first-day' ? '始日' : null }
  })
  const last = lastDay ?? end
  const late = Math.max(0, Math.min(LONGEST_OVER, daysBetween(last, end)))
  const over = Array.from({ length: late }, (_, at) => {
    return { date: addDays(last, at + 1), kind: 'over' as const, number: at + 1, why: null }
  })
  return { lastDay: last, used, left, light, provisional, days: [...days, ...over] }
}

/** The last day of a term that begins on a day, as the calendar was known on a day. */
export function lastDayOf(
  from: PlainDate,
  known: { readonly today: PlainDate; readonly calendar: Calendar },
): PlainDate {
  const { lastDay } = termClock({ from, until: null }, known)
  if (lastDay === null) throw new TypeError('this clock is never suspended')
  return lastDay
}
