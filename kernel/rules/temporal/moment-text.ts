import {
  DAY,
  DaysDuration,
  dayNumberOf,
  type FeelDate,
  FeelDateTime,
  FeelTime,
  findDateOfNumber,
  findFeelDate,
  LOCAL,
  MIDNIGHT,
  MonthsDuration,
  type Place,
  SECOND,
} from './moments.ts'
import { isZone } from './zones.ts'

/** Reads `2021-06-30`, with a sign or up to nine digits for far years; undefined where there is no such day. */
export function findDateText(text: string): FeelDate | undefined {
  const match = /^(-?)(\d{4}|[1-9]\d{4,8})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const year = Number(match[2])
  return findFeelDate(match[1] === '-' ? -year : year, Number(match[3]), Number(match[4]))
}

/** Reads `13:20:00`, with a fraction, and `Z`, `+08:00` or `@Asia/Shanghai` after it. */
export function findTimeText(text: string): FeelTime | undefined {
  const match = /^(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|z|[-+]\d{2}:\d{2}(?::\d{2})?|@.+)?$/.exec(text)
  if (!match) return undefined
  const [hour, minute, second] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const fraction = Number((match[4] ?? '').padEnd(9, '0').slice(0, 9))
  const place = findPlace(match[5])
  return place && findTimeOf(hour, minute, second, fraction, place)
}

/** The time of these numbers, or undefined where there is none. */
export function findTimeOf(
  hour: number,
  minute: number,
  second: number,
  nanos: number,
  place: Place,
): FeelTime | undefined {
  if (![hour, minute, second].every((part) => Number.isInteger(part) && part >= 0)) return undefined
  if (hour > 23 || minute > 59 || second > 59) return undefined
  return new FeelTime((hour * 3600 + minute * 60 + second) * SECOND + nanos, place)
}

function findPlace(text: string | undefined): Place | undefined {
  if (text === undefined) return LOCAL
  if (text === 'Z' || text === 'z') return { offset: 0 }
  if (text.startsWith('@')) return isZone(text.slice(1)) ? { zone: text.slice(1) } : undefined
  const [hours = 0, minutes = 0, seconds = 0] = text.slice(1).split(':').map(Number)
  if (hours > 18 || minutes > 59 || seconds > 59) return undefined
  const offset = hours * 3600 + minutes * 60 + seconds
  if (offset > 18 * 3600) return undefined
  return { offset: text.startsWith('-') ? -offset : offset }
}

/** Reads a date, or a date, `T` and a time; a bare date means midnight. */
export function findDateTimeText(text: string): FeelDateTime | undefined {
  const at = text.indexOf('T')
  const date = findDateText(at < 0 ? text : text.slice(0, at))
  if (!date) return undefined
  if (at < 0) return new FeelDateTime(date, MIDNIGHT)
  const timeText = text.slice(at + 1)
  // 24:00 is midnight of the day after
  if (timeText.startsWith('24:00:00')) {
    const next = findDateOfNumber(dayNumberOf(date) + 1)
    const midnight = findTimeText(timeText.replace('24', '00'))
    return next && midnight && midnight.nanos === 0 ? new FeelDateTime(next, midnight) : undefined
  }
  const time = findTimeText(timeText)
  return time && new FeelDateTime(date, time)
}

/** Reads `P1Y2M` or `P1DT2H3M4.5S`, with a minus before it for a negative one. */
export function findDurationText(text: string): DaysDuration | MonthsDuration | undefined {
  const months = /^(-?)P(?=\d)(?:(\d+)Y)?(?:(\d+)M)?$/.exec(text)
  if (months) {
    const total = Number(months[2] ?? 0) * 12 + Number(months[3] ?? 0)
    return Number.isSafeInteger(total) ? new MonthsDuration(signed(months[1], total)) : undefined
  }
  const days = /^(-?)P(?=\d|T\d)(?:(\d+)D)?(?:T(?=\d)(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)(?:\.(\d*))?S)?)?$/.exec(text)
  if (!days) return undefined
  const part = (index: number) => BigInt(days[index] ?? 0)
  const seconds = part(2) * 86_400n + part(3) * 3_600n + part(4) * 60n + part(5)
  const nanos = seconds * BigInt(SECOND) + BigInt((days[6] ?? '').padEnd(9, '0').slice(0, 9))
  return new DaysDuration(days[1] === '-' ? -nanos : nanos)
}

/** A literal of the form @"…": a date, a time, a date and time or a duration, by its shape. */
export function findMoment(text: string) {
  return findDateText(text) ?? findTimeText(text) ?? findDateTimeText(text) ?? findDurationText(text)
}

export function writeDate({ year, month, day }: FeelDate): string {
  const digits = String(Math.abs(year)).padStart(4, '0')
  return `${year < 0 ? '-' : ''}${digits}-${two(month)}-${two(day)}`
}

export function writeTime({ nanos, place }: FeelTime): string {
  const seconds = Math.floor(nanos / SECOND)
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`
  return clock + fractionText(nanos % SECOND) + placeText(place)
}

export function writeDateTime({ date, time }: FeelDateTime): string {
  return `${writeDate(date)}T${writeTime(time)}`
}

export function writeMonths({ months }: MonthsDuration): string {
  const size = Math.abs(months)
  const text = `${some(Math.floor(size / 12), 'Y')}${some(size % 12, 'M')}`
  return `${months < 0 ? '-' : ''}P${text === '' ? '0M' : text}`
}

export function writeDays({ nanos }: DaysDuration): string {
  const size = nanos < 0n ? -nanos : nanos
  const day = BigInt(DAY)
  const rest = Number(size % day)
  const seconds = Math.floor(rest / SECOND)
  const fraction = fractionText(rest % SECOND)
  const secondsText = seconds % 60 > 0 || fraction !== '' ? `${seconds % 60}${fraction}S` : ''
  const time = `${some(Math.floor(seconds / 3600), 'H')}${some(Math.floor(seconds / 60) % 60, 'M')}${secondsText}`
  const days = size / day > 0n ? `${size / day}D` : ''
  const text = `${days}${time === '' ? '' : `T${time}`}`
  return `${nanos < 0n ? '-' : ''}P${text === '' ? 'T0S' : text}`
}

function placeText({ offset, zone }: Place): string {
  if (zone !== undefined) return `@${zone}`
  if (offset === undefined) return ''
  if (offset === 0) return 'Z'
  const size = Math.abs(offset)
  const seconds = size % 60 > 0 ? `:${two(size % 60)}` : ''
  return `${offset < 0 ? '-' : '+'}${two(Math.floor(size / 3600))}:${two(Math.floor(size / 60) % 60)}${seconds}`
}

function fractionText(nanos: number): string {
  return nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`
}

function some(count: number, unit: string): string {
  return count > 0 ? `${count}${unit}` : ''
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

function signed(sign: string | undefined, size: number): number {
  return sign === '-' && size !== 0 ? -size : size
}
