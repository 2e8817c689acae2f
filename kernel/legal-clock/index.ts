export { answerClock, type ClockAnswer, type ClockId } from './contract.ts'
export {
  type ClockDay,
  type DayClockReading,
  type DayClockSummary,
  readDayClock,
  summariseDayClock,
} from './day-clock.ts'
export { type FixedDate, type FixedDateReading, readFixedDate } from './fixed-date.ts'
export {
  type ClockStretch,
  type HourClockReading,
  type HourCounting,
  type OfficeHours,
  readHourClock,
} from './hour-clock.ts'
export { lightOf, type Standing } from './light.ts'
export type {
  Clock,
  ClockEvent,
  ClockEventType,
  ClockFault,
  ClockReading,
  DayClock,
  DayUnit,
  HourClock,
  HourUnit,
  Light,
  Term,
} from './model.ts'
export { type DayBefore, lastDayBefore, type TermBefore } from './term-before.ts'
export { LONGEST } from './term-fault.ts'
