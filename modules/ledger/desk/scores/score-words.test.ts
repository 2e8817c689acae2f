import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingWord, outcomeWord } from './score-words.ts'

const reasons = (...missing: string[]) => ({ facts: {}, basis: null, missing })

test('a line comes to points, to a talk, or to nothing; a missing fact is said and never a number', () => {
  assert.equal(outcomeWord({ points: '20.5', talk: false }, 'points'), '20.5 分')
  assert.equal(outcomeWord({ points: null, talk: false }, 'points'), '没有分值')
  assert.equal(outcomeWord({ points: null, talk: true }, 'talk'), '约谈')
  assert.equal(outcomeWord({ points: null, talk: false }, 'talk'), '不约谈')
  assert.equal(missingWord({ points: '3', reasons: reasons() }, 'points'), '')
  assert.equal(missingWord({ points: null, reasons: reasons('质量评价') }, 'points'), '质量评价没有登记，这一项不计分')
  assert.equal(missingWord({ points: '0', reasons: reasons('质量评价') }, 'points'), '质量评价没有登记，按没有计算')
  assert.equal(
    missingWord({ points: null, reasons: reasons('全省排名靠后', '造成不良影响') }, 'talk'),
    '全省排名靠后、造成不良影响没有登记，不作认定',
  )
})
