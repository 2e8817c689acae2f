import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sm3 } from 'sm-crypto-v2'
import { isSignedSm2 } from './index.ts'

test('SM3: the two examples of GB/T 32905', () => {
  assert.equal(sm3('abc'), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  assert.equal(sm3('abcd'.repeat(16)), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

test('SM2: the example of GB/T 32918.5 holds, and nothing beside it', () => {
  const example = {
    text: 'message digest',
    publicKey:
      '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13',
    signature:
      '3046022100f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3022100b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa',
  }
  assert.equal(isSignedSm2(example), true)
  for (const changed of [
    { text: 'message digesu' },
    { publicKey: example.publicKey.replace('0409', '0408') },
    { publicKey: '' },
    { signature: `${example.signature.slice(0, -2)}ab` },
    { signature: '' },
  ]) {
    assert.equal(isSignedSm2({ ...example, ...changed }), false)
  }
})
