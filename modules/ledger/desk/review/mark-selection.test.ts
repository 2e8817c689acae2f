import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blankTask } from '../task-edit.ts'
import { namesIn, targetFrom, withSelection } from './mark-selection.ts'

const select = (text: string) => ({ text, start: 0, end: text.length })

const lists = [
  ['a list', '市教育局、市财政局，各县（市、区）人民政府', ['市教育局', '市财政局', '各县（市、区）人民政府']],
  ['in its brackets', '（责任部门：市教育局、市财政局）', ['市教育局', '市财政局']],
  ['with its label', '牵头部门：市行政审批局、市税务局；责任部门：市公安局', ['市行政审批局', '市税务局', '市公安局']],
  ['和 is part of a name', '市自然资源和规划局', ['市自然资源和规划局']],
  ['who does what', '市教育局牵头', ['市教育局']],
  ['nothing', '、。', []],
] as const
for (const [name, words, expected] of lists) {
  test(`namesIn: ${name}`, () => assert.deepEqual(namesIn(words), expected))
}

const targets = [
  ['率达99%以上', '率', '>=', '99', '%'],
  ['6月底前确保全程电子化率达99%以上', '全程电子化率', '>=', '99', '%'],
  ['办理时间压缩至0.5个工作日以内', '办理时间', '<=', '0.5', '个工作日'],
  ['差错率不超过1%', '差错率', '<=', '1', '%'],
  ['新增企业突破300家', '新增企业突破', '>', '300', '家'],
  ['满意度明显提升', '满意度明显提升', '>=', '', ''],
] as const
for (const [phrase, metric, op, value, unit] of targets) {
  test(`targetFrom: ${phrase}`, () =>
    assert.deepEqual(targetFrom(phrase), { phrase, metric, op, value, unit, index: null }))
}

test('withSelection: a lead is no longer a support', () => {
  const task = { ...blankTask('a'), leads: ['甲局'], supports: ['乙局'] }
  assert.deepEqual(withSelection(task, 'lead', select('乙局')), { ...task, leads: ['甲局', '乙局'], supports: [] })
})

test('withSelection: the same date or target twice is one', () => {
  const once = withSelection(blankTask('a'), 'deadline', select('6月底前，'))
  assert.deepEqual(once.dates, [{ typed: '6月底前', from: null }])
  assert.equal(withSelection(once, 'deadline', select('6月底前')), once)
  const aimed = withSelection(blankTask('a'), 'target', select('率达99%以上'))
  assert.equal(withSelection(aimed, 'target', select('率达99%以上')), aimed)
})

test('withSelection: nothing selected changes nothing', () => {
  const task = blankTask('a')
  assert.equal(withSelection(task, 'target', select('  ')), task)
})
