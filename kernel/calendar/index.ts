export {
  type Calendar,
  calendarFrom,
  calendarOf,
  type DayExplanation,
  type KnownCalendar,
} from './calendar.ts'
export { dayInWords, dayOfYearInWords, monthInWords, monthOfYearInWords } from './day-words.ts'
export {
  type DeadlineContext,
  type DeadlinePhrase,
  type DeadlinePhraseKind,
  parseDeadlinePhrase,
  readDeadlines,
} from './deadline-phrase.ts'
export { type HolidayNotice, type HolidayNotices, readHolidayNotices } from './holiday-notice.ts'
export { dayOfInstant, findInstant, type Instant, writeInstant } from './instant.ts'
export {
  addDays,
  addMonths,
  compareDays,
  type DayNumber,
  dayNumber,
  dayOfMonth,
  dayOfNumber,
  daysBetween,
  daysInMonth,
  findDateOf,
  findPlainDate,
  firstOfMonth,
  isLeapYear,
  lastOfMonth,
  monthOf,
  type PlainDate,
  plainDate,
  weekdayOf,
  weekdayOfNumber,
  yearOf,
  yearOfNumber,
} from './plain-date.ts'
