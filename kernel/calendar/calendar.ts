import { type HolidayNotice, readHolidayNotices } from './holiday-notice.ts'
import { type DayNumber, dayNumber, dayOfNumber, type PlainDate, weekdayOfNumber, yearOf } from './plain-date.ts'

/** All notices on days off that are on record. What was known differs from day to day, so it is asked as of a day. */
export interface Calendar {
  /** The calendar as it was known on a day: with the notices published on that day or before. */
  asKnownOn(day: PlainDate): KnownCalendar
}

export interface KnownCalendar {
  isWorkingDay(day: PlainDate): boolean
  /** The same for counting loops. */
  worksOn(day: DayNumber): boolean
  /** True in a year whose own notice is not known: weekdays are then taken for working days. */
  isProvisional(day: PlainDate): boolean
  isProvisionalYear(year: number): boolean
  explain(day: PlainDate): DayExplanation
  /** Working days after `from` up to and including `to`; 0 when `to` is not later. */
  countWorkingDays(from: PlainDate, to: PlainDate): number
  /** The n-th working day after `day`, or before it when n is negative; the day itself for 0. */
  addWorkingDays(day: PlainDate, n: number): PlainDate
  /** The day itself when it is a working day, else the next one. */
  workingDayFrom(day: PlainDate): PlainDate
}

export interface DayExplanation {
  readonly day: PlainDate
  readonly works: boolean
  /** `holiday` and `make-up` (a weekend day worked in exchange) come from a notice, the others from the week. */
  readonly kind: 'weekday' | 'weekend' | 'holiday' | 'make-up'
  readonly notice: HolidayNotice | null
  readonly provisional: boolean
}

/** Takes the parsed JSON of `holidays.json`; refuses (throws, a broken pack) what `readHolidayNotices` finds fault with. */
export function calendarFrom(data: unknown): Calendar {
  const read = readHolidayNotices(data)
  if (!read.ok) throw new TypeError(read.faults.join('；'))
  return calendarOf(read.notices)
}

/** `notices` in order of publication. */
export function calendarOf(notices: readonly HolidayNotice[]): Calendar {
  // What is known changes only when a notice comes out, so there is one known calendar for each number of notices.
  const known = new Map<number, KnownCalendar>()
  return {
    asKnownOn(day) {
      const count = notices.filter((notice) => notice.published <= day).length
      const calendar = known.get(count) ?? knownCalendar(notices.slice(0, count))
      known.set(count, calendar)
      return calendar
    },
  }
}

interface Ruling {
  readonly works: boolean
  readonly notice: HolidayNotice
}

function knownCalendar(notices: readonly HolidayNotice[]): KnownCalendar {
  const rulings = rulingsOf(notices)
  const years = new Set(notices.map((notice) => notice.year))
  const worksOn = (day: DayNumber): boolean => rulings.get(day)?.works ?? weekdayOfNumber(day) < 6
  const isProvisionalYear = (year: number): boolean => !years.has(year)

  return {
    isWorkingDay: (day) => worksOn(dayNumber(day)),
    worksOn,
    isProvisional: (day) => isProvisionalYear(yearOf(day)),
    isProvisionalYear,
    explain(day) {
      const ruling = rulings.get(dayNumber(day))
      const works = worksOn(dayNumber(day))
      const kind = ruling ? (works ? 'make-up' : 'holiday') : works ? 'weekday' : 'weekend'
      return { day, works, kind, notice: ruling?.notice ?? null, provisional: isProvisionalYear(yearOf(day)) }
    },
    countWorkingDays(from, to) {
      let count = 0
      for (let day = dayNumber(from) + 1; day <= dayNumber(to); day += 1) if (worksOn(day)) count += 1
      return count
    },
    addWorkingDays(start, n) {
      let day = dayNumber(start)
      for (let left = Math.abs(n); left > 0; ) {
        day += Math.sign(n)
        if (worksOn(day)) left -= 1
      }
      return dayOfNumber(day)
    },
    workingDayFrom(start) {
      let day = dayNumber(start)
      while (!worksOn(day)) day += 1
      return dayOfNumber(day)
    },
  }
}

/** Later notices take the place of earlier ones, day by day. */
function rulingsOf(notices: readonly HolidayNotice[]): ReadonlyMap<DayNumber, Ruling> {
  const rulings = new Map<DayNumber, Ruling>()
  for (const notice of notices) {
    for (const day of [...notice.cancelsOff, ...notice.cancelsWork]) rulings.delete(dayNumber(day))
    for (const day of notice.off) rulings.set(dayNumber(day), { works: false, notice })
    for (const day of notice.work) rulings.set(dayNumber(day), { works: true, notice })
  }
  return rulings
}
