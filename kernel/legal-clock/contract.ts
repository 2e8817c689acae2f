import {
  type Calendar,
  findInstant,
  findPlainDate,
  type Instant,
  type PlainDate,
  writeInstant,
} from '../calendar/index.ts'
import { summariseDayClock } from './day-clock.ts'
import { readHourClock } from './hour-clock.ts'
import type { Clock, ClockEvent, DayUnit, Light, Term } from './model.ts'
import { termFault } from './term-fault.ts'

export type ClockAnswer =
  | {
      readonly id: ClockId
      /** A day, or an instant for terms in hours; null while suspended. */
      readonly lastDay: string | null
      readonly provisional: boolean
      readonly used: number
      readonly left: number
      readonly light: Light
    }
  | { readonly id: ClockId; readonly error: string }

/** As it came in; null where there was none that is text or a number. */
export type ClockId = string | number | null

/**
 * Answers one line of the `clock` command: JSON text, or what such text was parsed into.
 * `{ id, started, term: { n, unit }, events: [{ type, on, n, unit }], asOf }`, units `working-day`, `calendar-day`, `month`
 * and `hour`; with `hour` all times are instants with offset, and used and left may be fractions of hours.
 * Total: what cannot be answered gives `{ id, error }` in Chinese. That includes an `asOf` before the start (events after it do
 * not exist, so there is no clock yet), an event before the start, and days mixed with hours. Events that change nothing,
 * such as a resumption while running, are passed over (`foldEvents`).
 */
export function answerClock(line: unknown, calendar: Calendar): ClockAnswer {
  const value = typeof line === 'string' ? parseJson(line) : line
  if (!isRecord(value)) return { id: null, error: '这一行不是 JSON 对象' }
  const id = typeof value.id === 'string' || typeof value.id === 'number' ? value.id : null
  try {
    return { id, ...answer(value, calendar) }
  } catch (error) {
    if (error instanceof Unreadable) return { id, error: error.message }
    throw error
  }
}

type Fields = Readonly<Record<string, unknown>>
type Answer =
  | { error: string }
  | Pick<Extract<ClockAnswer, { light: Light }>, 'lastDay' | 'provisional' | 'used' | 'left' | 'light'>

/** A field that cannot be read; caught in `answerClock`, so that no other function has to pass faults along. */
class Unreadable extends Error {}

function answer(line: Fields, calendar: Calendar): Answer {
  if (readTerm(line.term, 'term').unit === 'hour') {
    const asOf = readInstant(line.asOf, 'asOf')
    const reading = readHourClock(readClock(line, readInstant, readHourTerm), asOf, { calendar, officeHours: [] })
    if (!reading.ok) return { error: reading.message }
    const { lastDay, provisional, used, left, light } = reading
    return { lastDay: lastDay && writeInstant(lastDay), provisional, used, left, light }
  }
  const asOf = readDay(line.asOf, 'asOf')
  const reading = summariseDayClock(readClock(line, readDay, readDayTerm), asOf, calendar)
  if (!reading.ok) return { error: reading.message }
  const { lastDay, provisional, used, left, light } = reading
  return { lastDay, provisional, used, left, light }
}

type Read<T> = (value: unknown, field: string) => T

function readClock<At, Unit>(line: Fields, readAt: Read<At>, readTerm: Read<Term<Unit>>): Clock<At, Unit> {
  const events = line.events ?? []
  if (!Array.isArray(events)) throw new Unreadable('events 应为列表')
  if (events.length > MOST_EVENTS) throw new Unreadable(`events 最多 ${MOST_EVENTS} 条，这里有 ${events.length} 条`)
  return {
    started: readAt(line.started, 'started'),
    term: readTerm(line.term, 'term'),
    events: events.map((event: unknown, index) => readEvent(event, `events[${index}]`)),
  }

  function readEvent(event: unknown, field: string): ClockEvent<At, Unit> {
    if (!isRecord(event)) throw new Unreadable(`${field} 应为对象`)
    const at = readAt(event.on, `${field}.on`)
    switch (event.type) {
      case 'suspended':
      case 'resumed':
      case 'stopped':
        return { type: event.type, at }
      case 'extended':
        return { type: 'extended', at, by: readTerm(event, field) }
      default:
        throw new Unreadable(
          `${field}.type 应为 suspended（中止）、resumed（恢复）、extended（延长）或 stopped（终止），这里是 ${show(event.type)}`,
        )
    }
  }
}

function readDayTerm(value: unknown, field: string): Term<DayUnit> {
  const { n, unit } = readTerm(value, field)
  if (unit === 'hour') throw new Unreadable(`${field}：以日或月计的期限不能按小时延长`)
  return { n, unit }
}

function readHourTerm(value: unknown, field: string): Term<'hour'> {
  const { n, unit } = readTerm(value, field)
  if (unit !== 'hour') throw new Unreadable(`${field}：以小时计的期限只能按小时延长`)
  return { n, unit }
}

function readTerm(value: unknown, field: string): Term<DayUnit | 'hour'> {
  if (!isRecord(value)) throw new Unreadable(`${field} 应写明 n 和 unit，例如 {"n":7,"unit":"working-day"}`)
  const unit = readUnit(value.unit, `${field}.unit`)
  if (typeof value.n !== 'number') throw new Unreadable(`${field}.n 应为数，这里是 ${show(value.n)}`)
  const term = { n: value.n, unit }
  const fault = termFault([term])
  if (fault) throw new Unreadable(`${field}：${fault.message}`)
  return term
}

function readUnit(value: unknown, field: string): DayUnit | 'hour' {
  if (value === 'working-day' || value === 'calendar-day' || value === 'month' || value === 'hour') return value
  throw new Unreadable(
    `${field} 应为 working-day（工作日）、calendar-day（自然日）、month（月）或 hour（小时），这里是 ${show(value)}`,
  )
}

function readDay(value: unknown, field: string): PlainDate {
  const day = typeof value === 'string' ? findPlainDate(value) : undefined
  if (day === undefined) throw new Unreadable(`${field} 应为存在的日期，写作 2021-09-28，这里是 ${show(value)}`)
  return withinYears(day, { field, year: Number(day.slice(0, 4)) })
}

function readInstant(value: unknown, field: string): Instant {
  const instant = typeof value === 'string' ? findInstant(value) : undefined
  if (instant === undefined) {
    throw new Unreadable(`${field} 应为带时区的时刻，写作 2021-09-28T10:00:00+08:00，这里是 ${show(value)}`)
  }
  return withinYears(instant, { field, year: Number(String(value).slice(0, 4)) })
}

/** Clocks of other centuries are slips of the pen. */
function withinYears<T>(value: T, { field, year }: { field: string; year: number }): T {
  if (year < 1900 || year > 2199) throw new Unreadable(`${field} 应在 1900 年至 2199 年之间，这里是 ${year} 年`)
  return value
}

function show(value: unknown): string {
  if (value === undefined) return '空缺'
  if (typeof value === 'object' && value !== null) return Array.isArray(value) ? '列表' : '对象'
  const text = typeof value === 'string' ? JSON.stringify(value) : String(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const MOST_EVENTS = 200
