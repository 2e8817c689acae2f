import assert from 'node:assert/strict'
import { test } from 'node:test'
import { jsonOf, type Plain, valueOfPlain } from '../value/json.ts'
import { type FeelContext, isContext } from '../value/value.ts'
import { decide } from './decide.ts'
import { explain } from './explain.ts'
import type { HitPolicy, ModelForm, TableForm } from './forms.ts'
import { loadModel } from './load.ts'

function contextOf(plain: Plain): FeelContext {
  const value = valueOfPlain(plain)
  return isContext(value) ? value : assert.fail('facts are a context')
}

const award: ModelForm = {
  name: '奖励',
  types: [
    { name: '级别', type: 'string', allowed: '"国家级", "省级"' },
    {
      name: '项目',
      fields: [
        { name: '级别', type: '级别' },
        { name: '获得 日期', type: 'date' },
      ],
    },
  ],
  inputs: [
    { name: '项目', type: '项目' },
    { name: '已获金额', type: 'number' },
  ],
  functions: [
    {
      name: '不低于零',
      parameters: [{ name: '金额', type: 'number' }],
      body: { kind: 'expression', text: 'max(金额, 0)' },
    },
  ],
  decisions: [
    {
      name: '标准',
      type: 'number',
      needs: ['项目'],
      basis: '某办字〔2021〕1号 第二条',
      logic: {
        kind: 'table',
        hitPolicy: 'U',
        inputs: [{ text: '项目.级别' }],
        outputs: [{}],
        rules: [
          { when: ['"国家级"'], give: ['100'], basis: '某办字〔2021〕1号 第二条 第一款' },
          { when: ['"省级"'], give: ['30'], basis: '某办字〔2021〕1号 第二条 第二款' },
        ],
      },
    },
    {
      name: '应奖',
      needs: ['标准', '已获金额', '不低于零'],
      logic: { kind: 'expression', text: '不低于零(标准 - 已获金额)', basis: '某办字〔2021〕1号 第五条' },
    },
  ],
}

test('model: a decision through a table, a function and another decision', () => {
  const { model, faults } = loadModel(award)
  assert.deepEqual(faults, [])
  const facts = contextOf({ 项目: { 级别: '国家级', '获得 日期': null }, 已获金额: 30 })
  assert.equal(jsonOf(decide(model, '应奖', facts)), '70')
})

test('model: the reasons, with rows, bases, facts read and where they came from', () => {
  const { model } = loadModel(award)
  const facts = contextOf({ 项目: { 级别: '省级', '获得 日期': null }, 已获金额: 50 })
  const sources = new Map([
    ['项目', '申报表'],
    ['已获金额', '兑付台账'],
  ])
  const { value, steps } = explain(model, '应奖', facts, { sources })
  assert.equal(jsonOf(value), '0')
  const seen = steps.map(({ element, hits, reads, warnings }) => ({
    element,
    hits,
    reads: reads.filter(({ source }) => source !== undefined).map(({ name, source }) => `${name} ← ${source}`),
    warnings,
  }))
  assert.deepEqual(seen, [
    {
      element: '标准',
      hits: [
        { basis: '某办字〔2021〕1号 第二条' },
        { row: 2, label: undefined, basis: '某办字〔2021〕1号 第二条 第二款' },
      ],
      reads: ['项目.级别 ← 申报表'],
      warnings: [],
    },
    { element: '不低于零', hits: [], reads: [], warnings: [] },
    { element: '应奖', hits: [{ basis: '某办字〔2021〕1号 第五条' }], reads: ['已获金额 ← 兑付台账'], warnings: [] },
  ])
})

test('model: what a function reads, and the row of its table that hit, are among the reasons', () => {
  const table: TableForm = {
    kind: 'table',
    hitPolicy: 'F',
    inputs: [{ text: '数 >= 门槛' }],
    outputs: [{}],
    rules: [
      { when: ['true'], give: ['"达标"'], basis: '第三条' },
      { when: ['-'], give: ['"未达标"'] },
    ],
  }
  const { model } = loadModel({
    name: '达标',
    inputs: [{ name: '门槛' }, { name: '数' }],
    functions: [{ name: '评', parameters: [{ name: '数' }], needs: ['门槛'], body: table }],
    decisions: [{ name: '结论', needs: ['评', '数'], logic: { kind: 'expression', text: '评(数)' } }],
  })
  const { value, steps } = explain(model, '结论', contextOf({ 门槛: 5, 数: 7 }))
  assert.equal(value, '达标')
  const [step] = steps
  assert.deepEqual(
    [step?.element, step?.hits, step?.reads.map(({ name, value: read }) => [name, jsonOf(read)])],
    ['评', [{ row: 1, label: undefined, basis: '第三条' }], [['门槛', '5']]],
  )
})

test('model: a fact outside its type is null, and nothing is awarded', () => {
  const { model } = loadModel(award)
  const facts = contextOf({ 项目: { 级别: '县级', '获得 日期': null }, 已获金额: 0 })
  assert.equal(decide(model, '标准', facts), null)
})

test('model: faults name the part and the place; what has one is null', () => {
  const { model, faults } = loadModel({
    name: '坏',
    decisions: [
      { name: '甲', logic: { kind: 'expression', text: '1 +' } },
      { name: '乙', needs: ['丙'], logic: { kind: 'expression', text: '丙 + 1' } },
      { name: '丁', needs: ['戊'], logic: { kind: 'expression', text: '戊' } },
      { name: '戊', needs: ['丁'], logic: { kind: 'expression', text: '丁' } },
    ],
  })
  assert.deepEqual(faults, [
    { part: '决策“甲”', from: 3, to: 3, message: '此处应为一个值，读到的是结尾' },
    { part: '“乙”', from: 0, to: 0, message: '所需的“丙”不存在' },
    { part: '“丁”', from: 0, to: 0, message: '互相依赖，成了一圈：丁 → 戊 → 丁' },
  ])
  assert.deepEqual(
    ['甲', '乙', '丁'].map((name) => decide(model, name, new Map())),
    [null, null, null],
  )
})

const rules: TableForm['rules'] = [
  { when: ['< 10'], give: ['"低"', '1'] },
  { when: ['[5..20]'], give: ['"高"', '2'] },
  { when: ['7'], give: ['"中"', '3'] },
]

const policies: readonly (readonly [policy: HitPolicy, input: number, expected: unknown])[] = [
  ['U', 3, '低'],
  ['U', 7, null],
  ['A', 15, '高'],
  ['A', 7, null],
  ['P', 7, '高'],
  ['F', 7, '低'],
  ['R', 7, ['低', '高', '中']],
  ['O', 7, ['高', '中', '低']],
  ['C', 7, ['低', '高', '中']],
  ['U', 99, '无'],
]
for (const [hitPolicy, input, expected] of policies) {
  test(`model: hit policy ${hitPolicy} for ${input}`, () => {
    const outputs = [{ allowed: '"高", "中", "低"', default: '"无"' }]
    assert.deepEqual(outcome({ kind: 'table', hitPolicy, inputs: [{ text: 'x' }], outputs, rules }, input), expected)
  })
}

const aggregates: readonly (readonly [policy: HitPolicy, input: number, expected: unknown])[] = [
  ['C+', 7, '6'],
  ['C<', 7, '1'],
  ['C>', 7, '3'],
  ['C#', 7, '3'],
  ['C+', 99, null],
  ['C#', 99, '0'],
]
for (const [hitPolicy, input, expected] of aggregates) {
  test(`model: hit policy ${hitPolicy} for ${input}`, () => {
    const numbers = rules.map(({ when, give }) => ({ when, give: give.slice(1) }))
    const table: TableForm = { kind: 'table', hitPolicy, inputs: [{ text: 'x' }], outputs: [{}], rules: numbers }
    assert.deepEqual(outcome(table, input), expected)
  })
}

function outcome(logic: TableForm, x: number): unknown {
  const { model, faults } = loadModel({
    name: '表',
    inputs: [{ name: 'x' }],
    decisions: [{ name: 'd', needs: ['x'], logic }],
  })
  assert.deepEqual(faults, [])
  return jsonOf(decide(model, 'd', contextOf({ x })))
}
