/** The month so many months after another; both `YYYY-MM`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number - 1 + months, 1)).toISOString().slice(0, 7)
}

export interface Bar {
  /** Percent of the year from its first day, and how much of it. */
  readonly left: number
  readonly width: number
  readonly begunBefore: boolean
  readonly endsLater: boolean
}

/** Where a span of days lies in a year; undefined when no day of it does. Both days are included. */
export function barIn(year: number, from: string, to: string): Bar | undefined {
  const first = dayNumber(`${year}-01-01`)
  const length = dayNumber(`${year + 1}-01-01`) - first
  const start = dayNumber(from < to ? from : to) - first
  const end = dayNumber(to) - first + 1
  if (end <= 0 || start >= length) return undefined
  const left = Math.max(0, start)
  const right = Math.min(length, end)
  const percent = (days: number) => (days / length) * 100
  return { left: percent(left), width: percent(right - left), begunBefore: start < 0, endsLater: end > length }
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}
