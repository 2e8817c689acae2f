import assert from 'node:assert/strict'
import { test } from 'node:test'
import { missingWord, outcomeWord } from './score-words.ts'

const reasons = (...missing: string[]) => ({ facts: {}, basis: null, missing })
const known = reasons()

test('a line comes to points, to a talk, or to nothing; what hangs on an unknown fact is pending, never a number', () => {
  assert.equal(outcomeWord({ points: '20.5', talk: false, reasons: known }, 'points'), '20.5 分')
  assert.equal(outcomeWord({ points: null, talk: false, reasons: known }, 'points'), '没有分值')
  assert.equal(outcomeWord({ points: null, talk: true, reasons: known }, 'talk'), '约谈')
  assert.equal(outcomeWord({ points: null, talk: false, reasons: known }, 'talk'), '不约谈')
  for (const kind of ['points', 'talk'] as const) {
    assert.equal(outcomeWord({ points: null, talk: false, reasons: reasons('质量评价') }, kind), '待定')
  }
  assert.equal(missingWord({ reasons: known }), '')
  assert.equal(
    missingWord({ reasons: reasons('全省排名靠后', '造成不良影响') }),
    '待定：全省排名靠后、造成不良影响没有登记，由人确定后才计分',
  )
})
