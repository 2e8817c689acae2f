import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonText } from './json-text.ts'

const table: readonly (readonly [string, unknown, string])[] = [
  ['plain text stays', { a: '渡口', b: [1, null] }, '{"a":"渡口","b":[1,null]}'],
  ['half a pair', '甲\ud83d乙', '"甲\ufffd乙"'],
  ['a whole pair', '😀', '"😀"'],
  ['NUL', 'a\u0000b', '"ab"'],
  ['a text that speaks of escapes', String.raw`\ud800 and \u0000`, String.raw`"\\ud800 and \\u0000"`],
]
for (const [name, value, json] of table) test(`json text: ${name}`, () => assert.equal(jsonText(value), json))
