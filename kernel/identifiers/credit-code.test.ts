import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { creditCodeCheck, organisationCodeCheck, parseCreditCode } from './credit-code.ts'

const published = [
  '11100000000013338W',
  '113700000045046442',
  '11370800MB28559184',
  '11430000006122244L',
  '11330105002500287C',
  '11100000000013661B',
  '91110000600037341L',
  '914403001922038216',
  '91330106673959654P',
  '91350100M000100Y43',
]
for (const code of published) {
  test(`credit code: ${code} holds, inside too`, () => {
    const reading = parseCreditCode(code)
    assert.ok(reading.ok)
    assert.deepEqual([reading.value.code, reading.value.warnings], [code, []])
  })
}

const table: readonly (readonly [string, string, string])[] = [
  ['a wrong check', '91370000169130784M', 'check'],
  ['a letter O for a nought', '911100006OO037341L', 'letters'],
  ['seventeen characters', '91110000600037341', 'length'],
  ['nothing', '', 'length'],
  ['a letter in the division', '9111A000600037341L', 'division'],
  ['small letters, blanks, full width', ' ９１１１ 0000600037341l', 'ok'],
]
for (const [name, text, code] of table) {
  test(`credit code: ${name}`, () => {
    const reading = parseCreditCode(text)
    assert.equal(reading.ok ? 'ok' : reading.code, code)
  })
}

test('credit code: parts, and what is only unusual', () => {
  const body = 'F1371500000000001'
  const reading = parseCreditCode(body + creditCodeCheck(body))
  assert.ok(reading.ok)
  const { code: _, warnings, ...parts } = reading.value
  assert.deepEqual(parts, { kind: 'F1', division: '371500', organisation: '000000001' })
  assert.equal(organisationCodeCheck('00000000'), '0')
  assert.deepEqual(warnings, ['其中的组织机构代码校验位不符', '登记管理部门代码“F”不在标准所列之内'])
})

test('credit code: any single wrong character and any two neighbours exchanged are found', () => {
  const letter = fc.constantFrom(...'0123456789ABCDEFGHJKLMNPQRTUWXY')
  const digit = fc.constantFrom(...'0123456789')
  const body = fc
    .tuple(
      fc.array(letter, { minLength: 2, maxLength: 2 }),
      fc.array(digit, { minLength: 6, maxLength: 6 }),
      fc.array(letter, { minLength: 9, maxLength: 9 }),
    )
    .map((parts) => parts.flat().join(''))
  fc.assert(
    fc.property(body, fc.integer({ min: 0, max: 16 }), letter, (first17, at, wrong) => {
      const code = first17 + creditCodeCheck(first17)
      assert.ok(parseCreditCode(code).ok)
      if (code[at] !== wrong) assert.ok(!parseCreditCode(code.slice(0, at) + wrong + code.slice(at + 1)).ok)
      const exchanged = code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)
      if (exchanged !== code) assert.ok(!parseCreditCode(exchanged).ok)
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => assert.equal(typeof parseCreditCode(text).ok, 'boolean')),
  )
})
