import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOfInstant, findInstant, writeInstant } from './instant.ts'

const table: readonly (readonly [string, string, string])[] = [
  // written                       written back                 moment
  ['2021-09-28T10:00:00+08:00', '2021-09-28T10:00:00+08:00', '2021-09-28T02:00:00.000Z'],
  ['2021-09-28T10:00+08:00', '2021-09-28T10:00:00+08:00', '2021-09-28T02:00:00.000Z'],
  ['2021-09-28T00:00:00Z', '2021-09-28T00:00:00Z', '2021-09-28T00:00:00.000Z'],
  ['2021-01-01T00:30:00+08:00', '2021-01-01T00:30:00+08:00', '2020-12-31T16:30:00.000Z'],
  ['2021-09-28T10:00:00.25-03:30', '2021-09-28T10:00:00.250-03:30', '2021-09-28T13:30:00.250Z'],
]
for (const [text, back, moment] of table) {
  test(`instant: ${text}`, () => {
    const instant = findInstant(text)
    assert.ok(instant)
    assert.equal(new Date(instant.ms).toISOString(), moment)
    assert.equal(writeInstant(instant), back)
    assert.equal(dayOfInstant(instant), text.slice(0, 10))
  })
}

const none = [
  '2021-09-28',
  '2021-09-28T10:00:00',
  '2021-02-30T10:00:00+08:00',
  '2021-09-28T24:00:00+08:00',
  '2021-09-28T10:60:00+08:00',
  '2021-09-28T10:00:60Z',
  '2021-09-28T10:00:00+99:00',
  '2021-09-28 10:00:00+08:00',
  '',
]
for (const text of none) test(`instant: none in “${text}”`, () => assert.equal(findInstant(text), undefined))

test('instant: written and read again', () => {
  const instant = fc.record({
    ms: fc.integer({ min: -60_000_000_000_000, max: 250_000_000_000_000 }),
    offset: fc.integer({ min: -14 * 60, max: 14 * 60 }),
  })
  fc.assert(fc.property(instant, (value) => assert.deepEqual(findInstant(writeInstant(value)), { ...value })))
})
