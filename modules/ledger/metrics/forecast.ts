import { daysBetween, type PlainDate } from '@guangyue/kernel/calendar'

export interface Point {
  readonly day: PlainDate
  readonly value: number
}

/** What a series would be on a day if it went on as it did, with the range in which it falls four times out of five. */
export interface Forecast {
  readonly value: number
  readonly low: number
  readonly high: number
}

/**
 * A straight line through the points by least squares, with the 80 % prediction interval of Student's t. Needs three
 * points on two days at least; says nothing (undefined) of fewer, or of a day before the last point. `points` by day.
 */
export function forecast(points: readonly Point[], day: PlainDate): Forecast | undefined {
  const first = points[0]?.day
  const last = points.at(-1)?.day
  if (points.length < 3 || first === undefined || last === undefined || first === last || day <= last) return undefined
  const xs = points.map((point) => daysBetween(first, point.day))
  const n = points.length
  const meanX = sum(xs) / n
  const meanY = sum(points.map(({ value }) => value)) / n
  const spread = sum(xs.map((x) => (x - meanX) ** 2))
  const slope = sum(points.map(({ value }, at) => ((xs[at] ?? 0) - meanX) * (value - meanY))) / spread
  const left = sum(points.map(({ value }, at) => (value - meanY - slope * ((xs[at] ?? 0) - meanX)) ** 2))
  const x = daysBetween(first, day)
  const value = meanY + slope * (x - meanX)
  const error = Math.sqrt((left / (n - 2)) * (1 + 1 / n + (x - meanX) ** 2 / spread))
  const half = tenPercent(n - 2) * error
  return { value, low: value - half, high: value + half }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

// Student's t beyond which 10 % lie on one side, by degrees of freedom.
const table = [3.078, 1.886, 1.638, 1.533, 1.476, 1.44, 1.415, 1.397, 1.383, 1.372]
const wide = [
  [15, 1.341],
  [20, 1.325],
  [30, 1.31],
  [60, 1.296],
] as const

function tenPercent(freedom: number): number {
  return table[freedom - 1] ?? wide.find(([up]) => freedom <= up)?.[1] ?? 1.282
}

type Op = '>=' | '<=' | '>' | '<' | '=' | 'about'

/** Whether a value reaches a target; `about` within a twentieth of it. */
export function reaches(value: number, { op, value: wanted }: { readonly op: Op; readonly value: number }): boolean {
  switch (op) {
    case '>=':
      return value >= wanted
    case '<=':
      return value <= wanted
    case '>':
      return value > wanted
    case '<':
      return value < wanted
    case '=':
      return value === wanted
    case 'about':
      return Math.abs(value - wanted) <= Math.abs(wanted) / 20
  }
}

export type Outlook = 'reached' | 'late' | 'on-course' | 'doubtful' | 'off-course' | 'missed' | 'unknown'

/**
 * How a target stands: reached by the newest value of its time; late when a later one reaches it, missed when none does
 * and its day has passed; before that by the forecast:
 * on course when the whole range reaches it, off course when none of it does.
 */
export function outlookOf(
  points: readonly Point[],
  target: { readonly day: PlainDate; readonly op: Op; readonly value: number },
  today: PlainDate,
): Outlook {
  const newest = points.filter(({ day }) => day <= target.day).at(-1)
  if (newest && reaches(newest.value, target)) return 'reached'
  if (today > target.day) {
    const latest = points.at(-1)
    if (latest && reaches(latest.value, target)) return 'late'
    return latest ? 'missed' : 'unknown'
  }
  const ahead = forecast(points, target.day)
  if (!ahead) return 'unknown'
  const ends = [reaches(ahead.low, target), reaches(ahead.high, target)]
  if (ends.every(Boolean)) return 'on-course'
  return ends.some(Boolean) || reaches(ahead.value, target) ? 'doubtful' : 'off-course'
}
