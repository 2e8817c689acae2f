import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addressIn } from './addresses.ts'

const table = [
  ['a bare path', addressIn('en', '/gazette'), '/gazette?lang=en'],
  [
    'other questions stay',
    addressIn('zh', '/search?q=%E5%8A%9E%E4%BA%8B&page=2'),
    '/search?q=%E5%8A%9E%E4%BA%8B&page=2&lang=zh',
  ],
  ['an earlier language goes', addressIn('zh', '/?lang=en'), '/?lang=zh'],
] as const

for (const [name, got, expected] of table) {
  test(`addressIn: ${name}`, () => assert.equal(got, expected))
}
