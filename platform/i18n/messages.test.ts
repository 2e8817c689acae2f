import assert from 'node:assert/strict'
import { test } from 'node:test'
import { faultsOf, messages } from './messages.ts'

const say = messages(
  { plain: '目录', counted: '共 {n} 项，第 {page} 页' },
  { plain: 'Contents', counted: 'Page {page}, {n} in all' },
)

const table = [
  ['Chinese', say('zh', 'plain'), '目录'],
  ['English', say('en', 'plain'), 'Contents'],
  ['places in their own order', say('en', 'counted', { n: 252, page: 1 }), 'Page 1, 252 in all'],
  ['zero is a value', say('zh', 'counted', { n: 0, page: 1 }), '共 0 项，第 1 页'],
  ['a missing parameter stays visible', say('zh', 'counted', { n: 3 }), '共 3 项，第 {page} 页'],
  ['a value is not read as a message', say('zh', 'counted', { n: '{page}', page: 2 }), '共 {page} 项，第 2 页'],
] as const

for (const [name, got, expected] of table) {
  test(`messages: ${name}`, () => assert.equal(got, expected))
}

const faulty = [
  ['alike', { zh: { a: '第{n}天' }, en: { a: 'Day {n}' } }, []],
  ['a key less', { zh: { a: '甲', b: '乙' }, en: { a: 'A' } }, ['b: missing in one language']],
  ['an empty message', { zh: { a: '甲' }, en: { a: '' } }, ['a: missing in one language']],
  ['another place', { zh: { a: '{n}项' }, en: { a: '{m} things' } }, ['a: {n} against {m}']],
] as const

for (const [name, area, expected] of faulty) {
  test(`faultsOf: ${name}`, () => assert.deepEqual(faultsOf(area), expected))
}
