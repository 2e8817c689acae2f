import type { ClockDay } from '@guangyue/platform/ui'

const DAY = 86_400_000

/** Days of a term up to so many days are drawn one by one; longer ones as a line. */
const DRAWN_DAYS = 28

/** The calendar days from two days before the nearer end to the farther one; null when they are too many to draw. */
export function daysToDraw(today: string, due: string): readonly ClockDay[] | null {
  const [from, to] = today < due ? [today, due] : [due, today]
  const span = (at(to) - at(from)) / DAY
  if (!(span >= 0 && span <= DRAWN_DAYS)) return null
  return Array.from({ length: span + 3 }, (_, index) => {
    const date = dayAt(at(from) + (index - 2) * DAY)
    if (date > due) return { date, kind: 'over' as const, number: (at(date) - at(due)) / DAY }
    if (date <= today) return { date, kind: 'counted' as const }
    return { date, kind: 'left' as const, number: (at(due) - at(date)) / DAY }
  })
}

export interface Stop {
  readonly day: string
  readonly label: string
  readonly kind: 'start' | 'today' | 'due'
}

export interface PlacedStop extends Stop {
  /** 0 to 100 along the line. */
  readonly place: number
}

/** Days along a line, in their order; alone in the middle when all are one day. */
export function placed(stops: readonly Stop[]): readonly PlacedStop[] {
  const sorted = [...stops].sort((a, b) => a.day.localeCompare(b.day))
  const first = at(sorted[0]?.day ?? '')
  const length = at(sorted.at(-1)?.day ?? '') - first
  return sorted.map((stop) => ({ ...stop, place: length > 0 ? ((at(stop.day) - first) / length) * 100 : 50 }))
}

function at(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}

function dayAt(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
