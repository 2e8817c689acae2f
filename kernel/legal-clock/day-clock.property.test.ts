import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { addDays, calendarFrom, type PlainDate, plainDate } from '../calendar/index.ts'
import { readDayClock, summariseDayClock } from './day-clock.ts'
import type { ClockEvent, DayClock, DayUnit, Term } from './model.ts'
import { referenceReading } from './reference.ts'

const pack = new URL('../../packs/national/holidays.json', import.meta.url)
const calendar = calendarFrom(JSON.parse(readFileSync(pack, 'utf8')))

const unit = fc.constantFrom<DayUnit>('working-day', 'calendar-day', 'month')
const term: fc.Arbitrary<Term<DayUnit>> = unit.chain((unit) =>
  fc.integer({ min: 1, max: unit === 'month' ? 7 : 45 }).map((n) => ({ n, unit })),
)
/** An event so many days after the one before. */
const step = fc.record({
  days: fc.integer({ min: 0, max: 25 }),
  type: fc.constantFrom(
    'suspended',
    'suspended',
    'resumed',
    'resumed',
    'extended',
    'transferred',
    'restarted',
    'stopped',
  ),
  by: term,
})
const question = fc
  .record({
    // Around months, years, Spring Festivals, amendments, and beyond the last notice.
    started: fc
      .oneof(
        fc.integer({ min: 0, max: 7600 }),
        fc.constantFrom(4755, 4760, 5475, 5480, 7230, 7300, 7340, 4500, 360, 365, 3285, 3290),
      )
      .map((days) => addDays(plainDate('2006-12-01'), days)),
    term,
    steps: fc.array(step, { maxLength: 8 }),
    asOfDays: fc.integer({ min: 0, max: 160 }),
    extendInOwnUnit: fc.boolean(),
    shuffle: fc.boolean(),
  })
  .map(({ started, term, steps, asOfDays, extendInOwnUnit, shuffle }) => {
    let at: PlainDate = started
    const events = steps.map(({ days, type, by }): ClockEvent<PlainDate, DayUnit> => {
      at = addDays(at, days)
      if (type === 'extended') return { type, at, by: extendInOwnUnit ? { n: by.n, unit: term.unit } : by }
      if (type === 'transferred') return { type, at, to: '另一机关' }
      return { type: type as 'suspended' | 'resumed' | 'restarted' | 'stopped', at }
    })
    const oneAday = new Set(events.map((event) => event.at)).size === events.length
    const clock: DayClock = { started, term, events: shuffle && oneAday ? events.toReversed() : events }
    return { clock, asOf: addDays(started, asOfDays) }
  })

test('day clock: agrees with the slow reference over random histories', () => {
  fc.assert(
    fc.property(question, ({ clock, asOf }) => {
      const reading = summariseDayClock(clock, asOf, calendar)
      assert.ok(reading.ok)
      const { lastDay, provisional, used, left, light } = reading
      const known = calendar.asKnownOn(asOf)
      const expected = referenceReading(clock, asOf, (day) => known.explain(plainDate(day)))
      assert.deepEqual({ lastDay, provisional, used, left, light }, expected)
    }),
    { numRuns: 2000 },
  )
})

test('day clock: what must hold of any reading', () => {
  fc.assert(
    fc.property(question, ({ clock, asOf }) => {
      const reading = readDayClock(clock, asOf, calendar)
      assert.ok(reading.ok)
      const { explanation, lastDay, left, light, total, used } = reading
      const counted = explanation.filter((day) => day.counted)

      // Every day once, in order, each counted or with a reason.
      for (const [index, day] of explanation.entries()) {
        assert.equal(day.day, addDays(explanation[0]?.day ?? asOf, index))
        assert.equal(day.counted, day.why === null)
      }
      assert.deepEqual(
        counted.map((day) => day.ordinal),
        counted.map((_, index) => index + 1),
      )
      if (light === 'stopped') return
      if (lastDay === null) {
        assert.equal(light, 'paused')
        assert.equal(counted.length, used)
      } else {
        assert.equal(explanation.at(-1)?.day, lastDay)
        assert.ok(explanation.at(-1)?.works, 'the last day is a working day')
        assert.equal(light === 'red', asOf > lastDay)
        if (light !== 'red') assert.equal(used + left, counted.length)
        assert.ok(counted.length >= total)
        if (reading.termEnd === lastDay) assert.equal(counted.length, total)
      }
    }),
    { numRuns: 2000 },
  )
})

test('day clock: what happens after the as-of day does not exist', () => {
  fc.assert(
    fc.property(question, ({ clock, asOf }) => {
      const past = { ...clock, events: clock.events.filter((event) => event.at <= asOf) }
      assert.deepEqual(readDayClock(clock, asOf, calendar), readDayClock(past, asOf, calendar))
    }),
  )
})

test('day clock: while suspended, nothing moves', () => {
  fc.assert(
    fc.property(question, fc.integer({ min: 0, max: 400 }), ({ clock, asOf }, days) => {
      const events = [...clock.events.filter((event) => event.at <= asOf), { type: 'suspended', at: asOf } as const]
      const [then, later] = [asOf, addDays(asOf, days)].map((day) =>
        summariseDayClock({ ...clock, events }, day, calendar),
      )
      assert.ok(then?.ok && later?.ok)
      if (then.light !== 'paused') return
      assert.deepEqual([later.lastDay, later.used, later.light], [null, then.used, 'paused'])
    }),
  )
})
