import { dayNumber, dayOfNumber, findPlainDate, type PlainDate } from './plain-date.ts'

/** A moment, with the offset from UTC in which it was written, so that it is written back the same way. */
export interface Instant {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly ms: number
  /** Minutes east of UTC: 480 for +08:00. */
  readonly offset: number
}

/** Reads `2021-09-28T10:00:00+08:00` (seconds and their fraction may be missing, `Z` is +00:00), or undefined. */
export function findInstant(text: string): Instant | undefined {
  const match = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(?:Z|([+-])(\d\d):(\d\d))$/.exec(text)
  const day = findPlainDate(match?.[1] ?? '')
  if (!match || day === undefined) return undefined
  const [hour, minute, second, fraction] = [match[2], match[3], match[4] ?? 0, `0.${match[5] ?? 0}`].map(Number)
  const [offsetHours, offsetMinutes] = [match[7] ?? 0, match[8] ?? 0].map(Number)
  if (!(Number(hour) < 24 && Number(minute) < 60 && Number(second) < 60)) return undefined
  if (!(Number(offsetHours) < 15 && Number(offsetMinutes) < 60)) return undefined
  const offset = (match[6] === '-' ? -1 : 1) * (Number(offsetHours) * 60 + Number(offsetMinutes))
  const local =
    Number(hour) * HOUR + Number(minute) * MINUTE + Number(second) * 1000 + Math.round(Number(fraction) * 1000)
  return { ms: dayNumber(day) * DAY + local - offset * MINUTE, offset }
}

/** Writes an instant in its own offset; throws outside the years 0 to 9999. */
export function writeInstant({ ms, offset }: Instant): string {
  const local = ms + offset * MINUTE
  const day = dayOfNumber(Math.floor(local / DAY))
  const inDay = local - Math.floor(local / DAY) * DAY
  const two = (number: number): string => String(number).padStart(2, '0')
  const fraction = inDay % 1000 === 0 ? '' : `.${String(inDay % 1000).padStart(3, '0')}`
  const time = [Math.floor(inDay / HOUR), Math.floor(inDay / MINUTE) % 60, Math.floor(inDay / 1000) % 60]
    .map(two)
    .join(':')
  const away = Math.abs(offset)
  const zone = offset === 0 ? 'Z' : `${offset < 0 ? '-' : '+'}${two(Math.floor(away / 60))}:${two(away % 60)}`
  return `${day}T${time}${fraction}${zone}`
}

/** The civil day of an instant in its own offset. */
export function dayOfInstant({ ms, offset }: Instant): PlainDate {
  return dayOfNumber(Math.floor((ms + offset * MINUTE) / DAY))
}

const MINUTE = 60_000
const HOUR = 3_600_000
const DAY = 86_400_000
