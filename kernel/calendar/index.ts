export { daysInMonth, findPlainDate, type PlainDate, plainDate } from './plain-date.ts'
