import { Chart } from './chart.tsx'

/** A figure over time against what it is to reach. */
export interface Course {
  readonly name: string
  readonly unit: string
  /** By day, `YYYY-MM-DD`. */
  readonly points: readonly { readonly day: string; readonly value: number }[]
  readonly targets: readonly CourseTarget[]
  /** Of a course without a day to reach anything by. */
  readonly undated: readonly { readonly text: string; readonly value: number }[]
}

export interface CourseTarget {
  readonly day: string
  /** ≥90%. */
  readonly text: string
  readonly value: number
  /** What is expected on that day; null where too little is known. */
  readonly forecast: { readonly value: number; readonly low: number; readonly high: number } | null
}

interface CourseChartProps {
  readonly course: Course
  /** The legal day: far targets, after the next one, would press the series together and are left out. */
  readonly today: string
  readonly size?: 'small'
}

/** The series, its targets until the next one, and what is to be expected on their days. Nothing without a point. */
export function CourseChart({ course, today, size }: CourseChartProps) {
  const { unit, points, targets, undated } = course
  if (points.length === 0) return null
  const next = targets.find(({ day }) => day >= today)
  const shown = next === undefined ? targets : targets.filter(({ day }) => day <= next.day)
  const at = (day: string) => ({ at: dayNumber(day), label: axisDay(day, today) })
  return (
    <Chart
      size={size}
      heard={heardOf(course)}
      unit={unit.length <= 2 ? unit : ''}
      points={points.map(({ day, value }) => ({ ...at(day), value: Number(value.toFixed(2)) }))}
      target={targets.length === 0 ? undated[0]?.value : undefined}
      targets={shown.map(({ day, value }) => ({ ...at(day), value }))}
      ahead={shown.flatMap(({ day, forecast }) => (forecast === null ? [] : [{ ...at(day), ...forecast }]))}
    />
  )
}

function heardOf({ name, unit, points, targets, undated }: Course): string {
  const written = (value = 0) => `${Number(value.toFixed(2))}${unit}`
  const course = `${name} ${written(points[0]?.value)} → ${written(points.at(-1)?.value)}`
  return [course, ...targets.map(({ day, text }) => `${day} ${text}`), ...undated.map(({ text }) => text)].join('；')
}

/** Days since 1970. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000
}

/** Under the axis: the day within the year of `today`, the month in another. */
function axisDay(day: string, today: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return day.startsWith(today.slice(0, 4)) ? `${month}/${date}` : `${year}.${month}`
}
