import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarFrom, dayNumber, findInstant, type Instant, plainDate, writeInstant } from '../calendar/index.ts'
import { type OfficeHours, readHourClock } from './hour-clock.ts'
import type { ClockEvent, HourClock, HourUnit } from './model.ts'

const pack = new URL('../../packs/national/holidays.json', import.meta.url)
const calendar = calendarFrom(JSON.parse(readFileSync(pack, 'utf8')))
const officeHours: OfficeHours = [
  [510, 720],
  [840, 1050],
]
const counting = { calendar, officeHours }

/** `28 10:00` is a moment of September 2021 in Beijing; a month may stand before the day. */
function at(text: string): Instant {
  const [day = '', time] = text.split(' ')
  const instant = findInstant(`2021-${day.length > 2 ? day : `09-${day}`}T${time}:00+08:00`)
  assert.ok(instant, text)
  return instant
}

type Event = ClockEvent<Instant, HourUnit>
const suspended = (text: string): Event => ({ type: 'suspended', at: at(text), ground: '现场核查' })
const resumed = (text: string): Event => ({ type: 'resumed', at: at(text) })
const stopped = (text: string): Event => ({ type: 'stopped', at: at(text) })
const extended = (text: string, n: number, unit: HourUnit): Event => ({
  type: 'extended',
  at: at(text),
  by: { n, unit },
})

type Row = readonly [
  name: string,
  started: string,
  n: number,
  unit: HourUnit,
  events: readonly Event[],
  asOf: string,
  expected: string,
]
const table: readonly Row[] = [
  ['from the instant, over midnight', '28 10:00', 24, 'hour', [], '28 16:00', '2021-09-29T10:00:00+08:00 6 18 green'],
  ['not moved off a holiday', '30 10:00', 48, 'hour', [], '30 10:00', '2021-10-02T10:00:00+08:00 0 48 green'],
  ['at the very end', '28 10:00', 24, 'hour', [], '29 10:00', '2021-09-29T10:00:00+08:00 24 0 yellow'],
  ['past by a quarter', '28 10:00', 24, 'hour', [], '29 10:15', '2021-09-29T10:00:00+08:00 24.25 -0.25 red'],
  [
    'suspended time does not run',
    '28 10:00',
    24,
    'hour',
    [suspended('28 12:30'), resumed('28 14:00')],
    '28 15:00',
    '2021-09-29T11:30:00+08:00 3.5 20.5 green',
  ],
  ['while suspended', '28 10:00', 24, 'hour', [suspended('28 12:30')], '29 15:00', '— 2.5 21.5 paused'],
  ['stopped', '28 10:00', 24, 'hour', [stopped('28 12:30')], '30 15:00', '2021-09-29T10:00:00+08:00 2.5 21.5 stopped'],
  [
    'extended',
    '28 10:00',
    24,
    'hour',
    [extended('28 12:30', 24, 'hour')],
    '28 13:00',
    '2021-09-30T10:00:00+08:00 3 45 green',
  ],
  ['half an hour', '28 10:00', 0.5, 'hour', [], '28 10:00', '2021-09-28T10:30:00+08:00 0 0.5 yellow'],
  ['office hours, over noon', '28 11:00', 4, 'working-hour', [], '28 15:00', '2021-09-28T17:00:00+08:00 2 2 green'],
  [
    'office hours, started before opening',
    '28 07:00',
    1,
    'working-hour',
    [],
    '28 08:00',
    '2021-09-28T09:30:00+08:00 0 1 yellow',
  ],
  [
    'office hours, over National Day',
    '30 16:30',
    4,
    'working-hour',
    [],
    '30 17:30',
    '2021-10-08T11:30:00+08:00 1 3 green',
  ],
  [
    'office hours, suspended over noon',
    '28 11:00',
    4,
    'working-hour',
    [suspended('28 11:30'), resumed('28 14:30')],
    '28 15:00',
    '2021-09-29T09:00:00+08:00 1 3 green',
  ],
  [
    'office hours lean on a year not arranged',
    '10-11 08:30',
    450,
    'working-hour',
    [],
    '10-11 08:30',
    '2022-01-07T10:30:00+08:00 0 450 green 暂定',
  ],
]
for (const [name, started, n, unit, events, asOf, expected] of table) {
  test(`hour clock: ${name}`, () => {
    const reading = readHourClock({ started: at(started), term: { n, unit }, events }, at(asOf), counting)
    assert.ok(reading.ok)
    const { lastDay, used, left, light, provisional } = reading
    const shown = [lastDay ? writeInstant(lastDay) : '—', used, left, light, ...(provisional ? ['暂定'] : [])]
    assert.equal(shown.join(' '), expected)
  })
}

test('hour clock: refuses what it cannot count', () => {
  const clock: HourClock = { started: at('28 10:00'), term: { n: 4, unit: 'working-hour' }, events: [] }
  const codeOf = (asked: HourClock, hours = officeHours, asOf = at('28 12:00')): string => {
    const reading = readHourClock(asked, asOf, { calendar, officeHours: hours })
    return reading.ok ? 'ok' : reading.code
  }
  assert.equal(codeOf({ ...clock, events: [extended('28 11:00', 1, 'hour')] }), 'units-do-not-mix')
  assert.equal(codeOf({ ...clock, term: { n: 0, unit: 'hour' } }), 'term-out-of-range')
  assert.equal(codeOf({ ...clock, term: { n: Number.NaN, unit: 'hour' } }), 'term-out-of-range')
  assert.equal(codeOf(clock, []), 'out-of-calendar')
  assert.equal(codeOf(clock, officeHours, at('28 09:00')), 'not-started')
})

test('hour clock: the explanation gives stretches', () => {
  const events = [suspended('28 11:30'), resumed('28 14:30')]
  const clock: HourClock = { started: at('28 11:00'), term: { n: 3, unit: 'working-hour' }, events }
  const reading = readHourClock(clock, at('28 15:00'), counting)
  assert.ok(reading.ok)
  assert.deepEqual(
    reading.explanation.map(({ from, to, counted, ground }) =>
      [writeInstant(from).slice(8, 16), writeInstant(to).slice(8, 16), counted, ground].join(' '),
    ),
    ['28T11:00 28T11:30 true ', '28T11:30 28T14:30 false 现场核查', '28T14:30 28T17:00 true '],
  )
})

test('hour clock: agrees with a count minute by minute', () => {
  const step = fc.record({
    minutes: fc.integer({ min: 0, max: 900 }),
    type: fc.constantFrom('suspended', 'resumed', 'extended', 'stopped'),
  })
  const question = fc.record({
    started: fc.integer({ min: 0, max: 20000 }).map((minutes) => at('24 00:00').ms + minutes * 60_000),
    minutes: fc.integer({ min: 1, max: 2400 }),
    unit: fc.constantFrom<HourUnit>('hour', 'working-hour'),
    steps: fc.array(step, { maxLength: 6 }),
    asOf: fc.integer({ min: 0, max: 6000 }),
  })
  fc.assert(
    fc.property(question, ({ started, minutes, unit, steps, asOf }) => {
      let moment = started
      const events = steps.map(({ minutes: gap, type }): Event => {
        moment += gap * 60_000
        const instant = { ms: moment, offset: 480 }
        return type === 'extended'
          ? { type, at: instant, by: { n: 2, unit } }
          : { type: type as 'stopped', at: instant }
      })
      const clock: HourClock = { started: { ms: started, offset: 480 }, term: { n: minutes / 60, unit }, events }
      const reading = readHourClock(clock, { ms: started + asOf * 60_000, offset: 480 }, counting)
      assert.ok(reading.ok)
      const expected = minuteByMinute(clock, started + asOf * 60_000)
      const rounded = {
        lastDay: reading.lastDay?.ms ?? null,
        used: Math.round(reading.used * 60),
        left: Math.round(reading.left * 60),
      }
      assert.deepEqual(rounded, expected)
    }),
    { numRuns: 400 },
  )
})

/** Lives through the minutes: each runs when the office is open and nothing is suspended. */
function minuteByMinute(clock: HourClock, asOf: number): { lastDay: number | null; used: number; left: number } {
  const events = clock.events.filter((event) => event.at.ms <= asOf)
  const stopIndex = events.findIndex((event) => event.type === 'stopped')
  const stop = events[stopIndex]?.at.ms
  const heard = stopIndex < 0 ? events : events.slice(0, stopIndex)
  const paused: [number, number][] = []
  let since: number | null = null
  let total = Math.round(clock.term.n * 60)
  for (const event of heard) {
    if (event.type === 'suspended') since ??= event.at.ms
    if (event.type === 'extended') total += event.by.n * 60
    if (event.type === 'resumed' && since !== null) {
      paused.push([since, event.at.ms])
      since = null
    }
  }
  const runs = (ms: number): boolean => {
    if (paused.some(([from, to]) => from <= ms && ms < to)) return false
    if (clock.term.unit === 'hour') return true
    const local = ms + 480 * 60_000
    const minute = Math.floor(local / 60_000) % 1440
    const known = calendar.asKnownOn(plainDate('2021-09-24'))
    return (
      known.worksOn(Math.floor(local / 86_400_000)) &&
      officeHours.some(([opens, closes]) => opens <= minute && minute < closes)
    )
  }
  let last = clock.started.ms
  for (let left = total; left > 0; last += 60_000) if (runs(last)) left -= 1
  const count = (from: number, to: number): number => {
    let ran = 0
    for (let ms = from; ms < to; ms += 60_000) if (runs(ms)) ran += 1
    return ran
  }
  const here = Math.min(asOf, stop ?? asOf, since ?? asOf)
  const left = here > last ? 0 - count(last, here) : count(here, last)
  return { lastDay: since === null ? last : null, used: count(clock.started.ms, here), left }
}

test('hour clock: days are those of the start’s own offset', () => {
  const started = findInstant('2021-09-30T20:00:00Z')
  assert.ok(started)
  const clock: HourClock = { started, term: { n: 1, unit: 'working-hour' }, events: [] }
  const reading = readHourClock(clock, started, counting)
  assert.ok(reading.ok && reading.lastDay)
  assert.equal(writeInstant(reading.lastDay), '2021-10-08T09:30:00Z')
  assert.equal(dayNumber(plainDate('2021-10-08')), Math.floor(reading.lastDay.ms / 86_400_000))
})
