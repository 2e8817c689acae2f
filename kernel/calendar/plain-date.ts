/** A civil day as text `YYYY-MM-DD`. Made only by this file, so that it always names a day that exists. */
export type PlainDate = string & { readonly plainDate: unique symbol }

/** A day as a number for counting loops: days since 1970-01-01, negative before. */
export type DayNumber = number

/** Takes `YYYY-MM-DD`; refuses (throws, a bug in the caller) what is no day of the Gregorian calendar. */
export function plainDate(text: string): PlainDate {
  const day = findPlainDate(text)
  if (day === undefined) throw new RangeError(`no such day: ${text}`)
  return day
}

/** The day that `text` names, or undefined. */
export function findPlainDate(text: string): PlainDate | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  return findDateOf(Number(match[1]), Number(match[2]), Number(match[3]))
}

/** The day of these numbers (years 0 to 9999, month 1 to 12), or undefined where there is none: 30 February. */
export function findDateOf(year: number, month: number, day: number): PlainDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined
  if (year < 0 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return undefined
  return write(year, month, day)
}

/** Days in a month of the Gregorian calendar; month 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
}

export function yearOf(day: PlainDate): number {
  return Number(day.slice(0, 4))
}

/** 1 to 12. */
export function monthOf(day: PlainDate): number {
  return Number(day.slice(5, 7))
}

/** 1 to 31. */
export function dayOfMonth(day: PlainDate): number {
  return Number(day.slice(8, 10))
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: PlainDate): number {
  return weekdayOfNumber(dayNumber(day))
}

export function weekdayOfNumber(day: DayNumber): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

export function dayNumber(day: PlainDate): DayNumber {
  const year = yearOf(day)
  const month = monthOf(day)
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0
  return daysBeforeYear(year) + daysBeforeMonth(month) + leapDay + dayOfMonth(day) - 1 - EPOCH
}

/** The day of a number; refuses (throws) what lies outside the years 0 to 9999. */
export function dayOfNumber(number: DayNumber): PlainDate {
  const year = yearOfNumber(number)
  if (year < 0 || year > 9999) throw new RangeError(`day ${number} lies outside the years 0 to 9999`)
  let left = number + EPOCH - daysBeforeYear(year)
  let month = 1
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month)
    month += 1
  }
  return write(year, month, left + 1)
}

export function yearOfNumber(day: DayNumber): number {
  const days = day + EPOCH
  const guess = Math.floor(days / 365.2425)
  if (days < daysBeforeYear(guess)) return guess - 1
  return days >= daysBeforeYear(guess + 1) ? guess + 1 : guess
}

/** `days` later, or earlier when negative; throws outside the years 0 to 9999. */
export function addDays(day: PlainDate, days: number): PlainDate {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same day-number so many months on (back when negative), or that month's last day (民法典第二百零二条). */
export function addMonths(day: PlainDate, months: number): PlainDate {
  const index = yearOf(day) * 12 + monthOf(day) - 1 + months
  const year = Math.floor(index / 12)
  if (year < 0 || year > 9999) throw new RangeError(`${months} months from ${day} lie outside the years 0 to 9999`)
  const month = index - year * 12 + 1
  return write(year, month, Math.min(dayOfMonth(day), daysInMonth(year, month)))
}

/** Days from `from` to `to`: 1 from a day to the next, negative when `to` is earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayNumber(to) - dayNumber(from)
}

/** For sorting: negative when `a` is earlier. Texts of days sort as days, so `<` and `>` serve as well. */
export function compareDays(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

export function firstOfMonth(day: PlainDate): PlainDate {
  return write(yearOf(day), monthOf(day), 1)
}

export function lastOfMonth(day: PlainDate): PlainDate {
  return write(yearOf(day), monthOf(day), daysInMonth(yearOf(day), monthOf(day)))
}

/** Days from 1 January of year 0 to 1 January 1970. */
const EPOCH = 719528

function daysBeforeYear(year: number): number {
  const leapYears = Math.floor((year + 3) / 4) - Math.floor((year + 99) / 100) + Math.floor((year + 399) / 400)
  return year * 365 + leapYears
}

/** In a common year. */
function daysBeforeMonth(month: number): number {
  return month < 3 ? (month - 1) * 31 : Math.floor((153 * month - 2) / 5) - 32
}

function write(year: number, month: number, day: number): PlainDate {
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}` as PlainDate
}

function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}
