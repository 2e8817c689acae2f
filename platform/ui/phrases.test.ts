import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { phrasesOf } from './phrases.ts'

test('a title breaks between words, never before 的通知 or inside a name that no dictionary has', () => {
  const title = '关于印发澜川市优化营商环境创新突破行动实施方案的通知'
  assert.ok(phrasesOf(title).includes('创新'))
  assert.equal(phrasesOf(title).at(-1), '方案的通知')
  assert.ok(phrasesOf(title).some((phrase) => phrase.includes('澜川')))
})

test('nothing is added to a title or lost', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (title) => phrasesOf(title).join('') === title))
})
