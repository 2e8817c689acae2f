import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIssue } from '@guangyue/kernel/gazette-text'
import { goalOf } from './goals.ts'
import type { Reading } from './ledger.ts'

/** A clause as it is read in a document of our own. */
function read(sentence: string): Reading {
  const text = `某市人民政府办公室关于印发试验方案的通知
某政办发〔2021〕3号
试验方案
一、一件事
（一）办好一件事。${sentence}（牵头部门：市公安局）
某市人民政府办公室
2021年6月1日
`
  const [measure] = parseIssue(text, {}).measures
  assert.ok(measure, sentence)
  return { ...measure, text: measure.text, line: null, leadByRule: null }
}

const goals = (sentence: string) => {
  const reading = read(sentence)
  return reading.targets.map((target) => goalOf(target, reading))
}

const conditions = [
  '建筑面积在300平方米以下（含）或者投资额在80万元以下（含）的工程，可以不办理手续。',
  '全市2000平方米以下的场所采取简易方式办理。',
  '150万元以下的货物项目免收保证金。',
  '对符合条件、年产值首次突破5亿元的企业给予奖励。',
  '对小型工程只由牵头部门组织开展1次联合检查。',
]
for (const sentence of conditions) {
  test(`which things are meant is no goal: ${sentence}`, () => {
    const found = goals(sentence)
    assert.ok(found.length > 0, 'there is a figure')
    assert.ok(
      found.every((goal) => goal === null),
      JSON.stringify(found),
    )
  })
}

const table = [
  // sentence                                          name               by            baseline
  ['9月底前，供水环节由4个逐步压减至2个。', '供水环节', '2021-09-30', 4],
  ['年底前，线上办理率达到90%以上。', '线上办理率', '2021-12-31', null],
  ['差错率控制在1%以下。', '差错率', null, null],
  ['办理时间不超过3个工作日。', '办理时间', null, null],
  ['对企业变更登记压缩至1个工作日。', '对企业变更登记', null, null],
] as const
for (const [sentence, name, by, baseline] of table) {
  test(`a goal: ${sentence}`, () => assert.deepEqual(goals(sentence), [{ name, by, baseline }]))
}

test('a year at the head governs the sentences behind it, until the next', () => {
  const found = goals(
    '2021年，加工业产值增长5%以上，竞争力增强。创建示范企业3家以上。到2025年，龙头企业达到50家以上。户均增收2000元以上。',
  )
  assert.deepEqual(
    found.map((goal) => [goal?.name, goal?.by]),
    [
      ['加工业产值增长', '2021-12-31'],
      ['创建示范企业', '2021-12-31'],
      ['龙头企业', '2025-12-31'],
      ['户均增收', '2025-12-31'],
    ],
  )
})

test('facts without text are goals with the day and the start that the pack says', () => {
  const target = {
    phrase: '',
    metric: '办电环节',
    op: '<=' as const,
    value: 2,
    unit: '个',
    by: '2021-07-31',
    baseline: 3,
  }
  const reading = { ...read('办好。'), text: null, targets: [target], marks: [] }
  assert.deepEqual(goalOf(target, reading), { name: '办电环节', by: '2021-07-31', baseline: 3 })
})
