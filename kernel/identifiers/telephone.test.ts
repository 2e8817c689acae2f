import assert from 'node:assert/strict'
import { test } from 'node:test'
import { maskTelephone, parseTelephone } from './telephone.ts'

const table = [
  ['a mobile', '13800138000', '13800138000'],
  ['a mobile in groups', '138 0013-8000', '13800138000'],
  ['full-width figures', '１３８００１３８０００', '13800138000'],
  ['with the country', '+86 13800138000', '13800138000'],
  ['a fixed number', '0635-8288953', '0635-8288953'],
  ['a fixed number in brackets', '(0635)8288953', '0635-8288953'],
  ['a capital', '01088889999', '010-88889999'],
  ['an extension', '0635-8288953-801', '0635-8288953-801'],
  ['too short', '1380013800', undefined],
  ['no area code', '8288953', undefined],
  ['no mobile begins with 12', '12800138000', undefined],
  ['words', '见名片', undefined],
] as const

for (const [name, typed, value] of table) {
  test(`telephone: ${name}`, () => {
    const read = parseTelephone(typed)
    assert.equal(read.ok ? read.value : undefined, value)
  })
}

test('telephone: what is masked', () => {
  assert.equal(maskTelephone('13800138000'), '138******00')
  assert.equal(maskTelephone('0635-8288953'), '0635-*****53')
})
