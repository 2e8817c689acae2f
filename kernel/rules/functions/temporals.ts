import { type Decimal, findInteger, integer, roundDecimal, subtractDecimals } from '../number/decimal.ts'
import { findDateText, findDateTimeText, findDurationText, findTimeOf, findTimeText } from '../temporal/moment-text.ts'
import {
  DaysDuration,
  dayNumberOf,
  FeelDate,
  FeelDateTime,
  FeelTime,
  findFeelDate,
  LOCAL,
  MonthsDuration,
  SECOND,
  UTC,
  weekdayOfDate,
} from '../temporal/moments.ts'
import { FeelFunction, type Value } from '../value/value.ts'
import { define, defineForms } from './define.ts'

export const temporalFunctions: Readonly<Record<string, FeelFunction>> = {
  date: defineForms(
    define({ from: 'any' }, ({ from }) => dateFrom(from)),
    define({ year: 'number', month: 'number', day: 'number' }, ({ year, month, day }) =>
      findFeelDate(findInteger(year) ?? Number.NaN, findInteger(month) ?? 0, findInteger(day) ?? 0),
    ),
  ),
  time: defineForms(
    define({ from: 'any' }, ({ from }) => timeFrom(from)),
    define({ hour: 'number', minute: 'number', second: 'number', offset: 'any?' }, timeOfNumbers),
  ),
  'date and time': defineForms(
    define({ from: 'any' }, ({ from }) => {
      if (from instanceof FeelDate) return new FeelDateTime(from, new FeelTime(0, UTC))
      return typeof from === 'string' ? findDateTimeText(from) : from instanceof FeelDateTime ? from : undefined
    }),
    define({ date: 'date', time: 'time' }, ({ date, time }) => new FeelDateTime(dayOf(date), time)),
  ),
  duration: define({ from: 'any' }, ({ from }) => {
    if (from instanceof DaysDuration || from instanceof MonthsDuration) return from
    return typeof from === 'string' ? findDurationText(from) : undefined
  }),
  'years and months duration': define({ from: 'date', to: 'date' }, ({ from, to }) => monthsBetween(from, to)),
  'day of year': define({ date: 'date' }, ({ date }) => {
    const day = dayOf(date)
    return integer(dayNumberOf(day) - dayNumberOf(new FeelDate(day.year, 1, 1)) + 1)
  }),
  'day of week': define({ date: 'date' }, ({ date }) => weekdays[weekdayOfDate(dayOf(date)) - 1]),
  'month of year': define({ date: 'date' }, ({ date }) => months[dayOf(date).month - 1]),
  'week of year': define({ date: 'date' }, ({ date }) => integer(isoWeek(dayOf(date)))),
}

/** `now()` and `today()` of a stated moment: the kernel has no clock. */
export function clockFunctions(now: FeelDateTime | undefined): readonly [now: FeelFunction, today: FeelFunction] {
  if (now === undefined) return noClock
  return [new FeelFunction([], () => now), new FeelFunction([], () => now.date)]
}

const noClock = [new FeelFunction([], () => null), new FeelFunction([], () => null)] as const

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday']
const months = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
]

function dayOf(value: FeelDate | FeelDateTime): FeelDate {
  return value instanceof FeelDate ? value : value.date
}

function dateFrom(from: Value): Value | undefined {
  if (typeof from === 'string') return findDateText(from)
  return from instanceof FeelDate || from instanceof FeelDateTime ? dayOf(from) : undefined
}

function timeFrom(from: Value): Value | undefined {
  if (from instanceof FeelTime) return from
  if (from instanceof FeelDateTime) return from.time
  if (from instanceof FeelDate) return new FeelTime(0, UTC)
  return typeof from === 'string' ? findTimeText(from.startsWith('T') ? from.slice(1) : from) : undefined
}

function timeOfNumbers(args: { hour: Decimal; minute: Decimal; second: Decimal; offset: Value | undefined }) {
  const { offset } = args
  if (offset !== undefined && !(offset instanceof DaysDuration)) return undefined
  const place = offset === undefined ? LOCAL : { offset: Number(offset.nanos / BigInt(SECOND)) }
  const whole = roundDecimal(args.second, 0, 'floor')
  const fraction = roundDecimal(subtractDecimals(args.second, whole), 9, 'down')
  const nanos = Number(fraction.coefficient) * 10 ** (9 - fraction.scale)
  const [hour = -1, minute = -1, second = -1] = [args.hour, args.minute, whole].map(findInteger)
  return findTimeOf(hour, minute, second, nanos, place)
}

/** Whole months from one day to another; negative when the second is earlier. */
function monthsBetween(from: FeelDate | FeelDateTime, to: FeelDate | FeelDateTime): MonthsDuration {
  const [start, end] = [dayOf(from), dayOf(to)]
  const total = (end.year - start.year) * 12 + end.month - start.month
  const rest = end.day - start.day
  if (total > 0 && rest < 0) return new MonthsDuration(total - 1)
  return new MonthsDuration(total < 0 && rest > 0 ? total + 1 : total)
}

/** ISO 8601: the week with the year's first Thursday is the first. */
function isoWeek(date: FeelDate): number {
  const thursday = dayNumberOf(date) - weekdayOfDate(date) + 4
  const year = [date.year - 1, date.year, date.year + 1].findLast(
    (candidate) => dayNumberOf(new FeelDate(candidate, 1, 1)) <= thursday,
  )
  return Math.floor((thursday - dayNumberOf(new FeelDate(year ?? date.year, 1, 1))) / 7) + 1
}
