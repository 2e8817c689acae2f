import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankTask, type EditDate } from '../task-edit.ts'
import { mergedAll, mergedTask, reportedBy, splitTask, titleFrom } from './rearrange.ts'

const text = '深化品牌。6月底前，全面实现电子印章赠送。7月底前，实现掌上开办。'
const date = (index: number): EditDate => ({
  typed: '',
  from: { phrase: '', kind: 'by', due: null, start: null, rule: null, index },
})
const places = [5, 21]
const cut = { newId: 'b', text, placeOf: (_kind: string, index: number) => places[index] ?? null }
const whole = { ...blankTask('a'), title: '深化品牌', leads: ['甲', '乙'], dates: [date(0), date(1)] }

test('splitTask: at a place, dates go with their words', () => {
  const [first, second] = splitTask(whole, { ...cut, at: 21 })
  assert.deepEqual(first, { ...whole, span: { start: 0, end: 21 }, dates: [date(0)] })
  assert.deepEqual(second, {
    ...whole,
    id: 'b',
    title: '实现掌上开办',
    span: { start: 21, end: text.length },
    dates: [date(1)],
  })
})

test('splitTask: without a place the last date goes', () => {
  const [first, second] = splitTask(whole, { ...cut, at: null })
  assert.deepEqual([first.dates, second.dates, second.title], [[date(0)], [date(1)], '深化品牌（续）'])
})

test('splitTask: a place outside the task is no place', () => {
  const [first] = splitTask({ ...whole, span: { start: 0, end: 10 } }, { ...cut, at: 21 })
  assert.deepEqual(first.span, { start: 0, end: 10 })
})

test('mergedTask: nothing is lost, no party twice, a lead is no support', () => {
  const one = { ...blankTask('a'), title: '一', span: { start: 0, end: 9 }, leads: ['甲'], supports: ['乙'] }
  const two = { ...blankTask('b'), title: '二', span: { start: 12, end: 20 }, leads: ['乙'], supports: ['甲', '丙'] }
  assert.deepEqual(mergedTask(one, two), {
    ...one,
    span: { start: 0, end: 20 },
    leads: ['甲', '乙'],
    supports: ['丙'],
    dates: [],
    targets: [],
  })
})

test('mergedAll: one task that is called as the measure', () => {
  const [only, ...none] = mergedAll(splitTask(whole, { ...cut, at: 21 }), '深化品牌')
  assert.deepEqual([only?.title, only?.span, only?.dates, none], ['深化品牌', null, [date(0), date(1)], []])
})

const titles = [
  ['after its date', '6月底前，全面实现电子印章赠送。', '全面实现电子印章赠送'],
  ['only a date', '年底前。', '年底前'],
  ['nothing', '', ''],
] as const
for (const [name, words, expected] of titles) {
  test(`titleFrom: ${name}`, () => assert.equal(titleFrom(words, { start: 0, end: words.length }), expected))
}

test('reportedBy: the chosen lead stands first, all stay', () => {
  assert.deepEqual(reportedBy(whole, '乙').leads, ['乙', '甲'])
})
