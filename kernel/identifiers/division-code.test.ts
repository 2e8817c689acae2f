import assert from 'node:assert/strict'
import { test } from 'node:test'
import { findDivisionCode } from './division-code.ts'

const table: readonly (readonly [string, string])[] = [
  ['370000', '370000 province null'],
  ['371500', '371500 prefecture 370000'],
  ['371502', '371502 county 371500'],
  ['371581', '371581 county 371500'],
  ['429004', '429004 county 429000'],
  ['371502001', '371502001 township 371502'],
  ['371502000', '371502 county 371500'],
  ['371502000000', '371502 county 371500'],
  ['371502001000', '371502001 township 371502'],
  ['371502001003', '371502001003 village 371502001'],
  ['370002', 'none'],
  ['000000', 'none'],
  ['990000', 'none'],
  ['37150', 'none'],
  ['3715AA', 'none'],
  ['', 'none'],
]
for (const [text, expected] of table) {
  test(`division code: ${text}`, () => {
    const found = findDivisionCode(text)
    assert.equal(found ? `${found.code} ${found.level} ${found.parent}` : 'none', expected)
  })
}
