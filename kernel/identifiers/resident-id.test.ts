import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { dayOfNumber } from '../calendar/index.ts'
import { maskResidentId, maskResidentIds, parseResidentId, residentIdCheck } from './resident-id.ts'

// The two examples of the standard's textbooks; no person has them.
const table: readonly (readonly [string, string, string])[] = [
  ['an X at the end', '11010519491231002X', '110105 1949-12-31 female'],
  ['a digit at the end', '440524188001010014', '440524 1880-01-01 male'],
  ['a small x and blanks', '110105 19491231 002x', '110105 1949-12-31 female'],
  ['a wrong check', '110105194912310021', 'check'],
  ['no such day', '110105194902300022', 'date'],
  ['fifteen digits', '110105491231002', 'form'],
  ['letters', '11010519491231OO2X', 'form'],
  ['nothing', '', 'form'],
]
for (const [name, text, expected] of table) {
  test(`resident id: ${name}`, () => {
    const reading = parseResidentId(text)
    const shown = reading.ok ? `${reading.value.division} ${reading.value.born} ${reading.value.sex}` : reading.code
    assert.equal(shown, expected)
  })
}

test('resident id: made numbers hold, any single wrong digit is found, no message repeats the number', () => {
  const made = fc
    .tuple(
      fc.integer({ min: 110000, max: 829999 }),
      fc.integer({ min: -20000, max: 20000 }),
      fc.integer({ min: 0, max: 999 }),
    )
    .map(
      ([division, born, serial]) =>
        `${division}${dayOfNumber(born).replaceAll('-', '')}${String(serial).padStart(3, '0')}`,
    )
  fc.assert(
    fc.property(made, fc.integer({ min: 0, max: 16 }), fc.integer({ min: 0, max: 9 }), (first17, at, digit) => {
      const id = first17 + residentIdCheck(first17)
      assert.ok(parseResidentId(id).ok)
      if (first17[at] === String(digit)) return
      const reading = parseResidentId(id.slice(0, at) + digit + id.slice(at + 1))
      assert.ok(!reading.ok)
      assert.doesNotMatch(reading.message, /\d{6}/)
    }),
  )
})

test('resident id: masked for the public', () => {
  assert.equal(maskResidentId('11010519491231002X'), '1***************2X')
  assert.equal(maskResidentId('1101'), '****')
  const text =
    '甲110105194912310021、乙44052418800101001４、丙440524 18800101 0014，113700000045046442，电话06358288953。'
  const masked =
    '甲1***************21、乙4***************14、丙4***************14，113700000045046442，电话06358288953。'
  assert.equal(maskResidentIds(text), masked)
})
