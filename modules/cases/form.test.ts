import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { type Answers, checkForm, type FormPage, MOST_ANSWERS, readAnswers, shownPages } from './form.ts'
import { maskAnswer } from './mask.ts'
import { foodAnswers } from './test-cases.ts'

const item = JSON.parse(
  await readFile(new URL('../../packs/liaocheng-2021/items/food-business.json', import.meta.url), 'utf8'),
)
const pages: readonly FormPage[] = item.form

type Made = Record<string, Record<string, string | boolean | string[]>[]>

const table: readonly [name: string, change: (answers: Made) => void, faults: readonly string[]][] = [
  ['all right', () => {}, []],
  [
    'a wrong check digit',
    (form) => put(form, '主体', { 统一社会信用代码: '91350100M000100Y44' }),
    ['统一社会信用代码：'],
  ],
  [
    'an answer that is no choice',
    (form) => put(form, '主体', { 主体业态: '夜市' }),
    ['主体业态：请从所列的选项中选择'],
  ],
  ['nothing where something is needed', (form) => put(form, '场所', { 经营面积: '  ' }), ['经营面积：请填写']],
  ['words for a number', (form) => put(form, '场所', { 经营面积: '八十六' }), ['经营面积：请填写数字']],
  ['a field that comes with an answer', (form) => put(form, '场所', { 是否网络经营: true }), ['网址：请填写']],
  ['a page to be filled in at least once', (form) => void form.从业人员?.splice(0), ['“从业人员”至少填一份']],
  ['a telephone of ten digits', (form) => put(form, '经办人', { 经办人电话: '1380013800' }), ['经办人电话：']],
  ['a page that is not there', (form) => void delete form.经办人, ['经办人姓名：', '经办人身份证号：', '经办人电话：']],
]

function put(form: Made, page: string, more: Made[string][number]): void {
  form[page] = [{ ...form[page]?.[0], ...more }]
}

for (const [name, change, expected] of table) {
  test(`form: ${name}`, () => {
    const answers: Made = foodAnswers()
    change(answers)
    const { faults } = checkForm(pages, answers, new Set())
    assert.equal(faults.length, expected.length, JSON.stringify(faults))
    for (const [at, start] of expected.entries()) assert.ok(faults[at]?.message.startsWith(start), faults[at]?.message)
  })
}

test('form: what does not concern the case is not kept, and what is kept is written in one way', () => {
  const answers: Made = foodAnswers()
  put(answers, '场所', { 网址: 'https://example.cn', 经营面积: ' １２０ ', 别的: '不认识的项目' })
  answers.无此页 = [{}]
  const { kept } = checkForm(pages, answers, new Set())
  assert.deepEqual(kept.场所, [{ 经营地址: '东昌府区兴华西路12号', 经营面积: '120', 是否网络经营: false }])
  assert.deepEqual(Object.keys(kept), ['主体', '场所', '从业人员', '经办人'])
})

test('form: a field is shown when its condition holds, and not before it can be weighed', () => {
  const fieldsOf = (answers: Answers) =>
    shownPages(pages, answers)
      .find(({ page }) => page.key === '场所')
      ?.entries[0]?.fields.map(({ key }) => key)
  assert.deepEqual(fieldsOf({}), ['经营地址', '经营面积', '是否网络经营'])
  assert.deepEqual(fieldsOf({ 场所: [{ 是否网络经营: true }] }), ['经营地址', '经营面积', '是否网络经营', '网址'])
})

test('form: one with too many fields, too long a text or another shape is none', () => {
  const many = Object.fromEntries(Array.from({ length: MOST_ANSWERS + 1 }, (_, at) => [`f${at}`, '1']))
  assert.equal(readAnswers({ 主体: [many] }), undefined)
  assert.equal(readAnswers({ 主体: [{ 企业名称: '长'.repeat(2001) }] }), undefined)
  assert.equal(readAnswers({ 主体: { 企业名称: '甲' } }), undefined)
  assert.equal(readAnswers({ 主体: [{ 企业名称: { a: 1 } }] }), undefined)
  assert.equal(readAnswers([]), undefined)
  assert.deepEqual(readAnswers(foodAnswers()), foodAnswers())
})

test('mask: numbers of persons, telephones and addresses, and ids in running text', () => {
  assert.equal(maskAnswer('id-number', '11010519491231002X'), '1***************2X')
  assert.equal(maskAnswer('phone', '13800138000'), '138******00')
  assert.equal(maskAnswer('address', '东昌府区兴华西路12号'), '东昌府区******')
  assert.equal(maskAnswer('text', '身份证11010519491231002X的林某'), '身份证1***************2X的林某')
  assert.equal(maskAnswer('credit-code', '91350100M000100Y43'), '91350100M000100Y43')
})
