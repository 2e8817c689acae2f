import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addDays, type PlainDate, plainDate } from '@guangyue/kernel/calendar'
import fc from 'fast-check'
import { datesOf, type Light, lightOfDate, lightOfTask, worst } from './light.ts'
import type { TaskState } from './steps.ts'

const today = plainDate('2021-07-06')

const table: readonly (readonly [string, TaskState, string | null, string | null, Light])[] = [
  // what is special                  state          date          reported      light
  ['no date is none, never green', 'in-progress', null, null, 'none'],
  ['the day before today', 'assigned', '2021-07-05', null, 'red'],
  ['today is still in time', 'assigned', '2021-07-06', null, 'yellow'],
  ['seven days ahead is near', 'assigned', '2021-07-13', null, 'yellow'],
  ['eight days ahead is not', 'assigned', '2021-07-14', null, 'green'],
  ['reported in time, not yet verified', 'reported', '2021-06-30', '2021-06-20', 'green'],
  ['reported late', 'reported', '2021-06-30', '2021-07-02', 'red'],
  ['verified after its date', 'verified', '2021-06-30', null, 'done'],
  ['closed without a date', 'closed', null, null, 'done'],
  ['suspended past its date', 'suspended', '2021-06-30', null, 'paused'],
  ['cancelled past its date', 'cancelled', '2021-06-30', null, 'none'],
]

for (const [name, state, nextDue, reportedOn, light] of table) {
  test(`light: ${name}`, () => assert.equal(lightOfTask({ state, nextDue, reportedOn }, today), light))
}

const day = fc.integer({ min: -60, max: 60 }).map((days): PlainDate => addDays(today, days))
const milestone = fc.record({
  due: fc.option(day),
  phrase: fc.constant('某日前'),
  inherited: fc.boolean(),
  reachedOn: fc.option(fc.constant('2021-07-01'), { freq: 2 }),
})

test('light: a task shows the worst of its own dates not yet reached; inherited ones never decide', () => {
  fc.assert(
    fc.property(fc.array(milestone, { maxLength: 6 }), (milestones) => {
      const { nextDue } = datesOf(milestones)
      const own = milestones.filter(({ inherited, due }) => !inherited && due !== null)
      const open = own.filter(({ reachedOn }) => reachedOn === null)
      if (own.length === 0) assert.equal(nextDue, null)
      if (open.length > 0)
        assert.equal(lightOfDate(nextDue, today), worst(open.map(({ due }) => lightOfDate(due, today))))
    }),
  )
})
