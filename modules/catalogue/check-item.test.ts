import assert from 'node:assert/strict'
import { test } from 'node:test'
import { itemOf, liaochengPack, type Made } from './catalogue-made.ts'
import { checkItem } from './check-item.ts'
import { bodyKeysOf, readCataloguePack } from './read-pack.ts'

const file = 'items/food-business.json'

const table: readonly (readonly [string, (item: Made) => void, string, RegExp])[] = [
  // what is wrong             how                                                        where                what is said
  ['a word for a number', (item) => Object.assign(item, { online: '四' }), 'online', /./],
  ['an element left out', (item) => Reflect.deleteProperty(item, 'result'), 'result', /./],
  ['an element not known', (item) => Object.assign(item, { colour: '红' }), '', /colour/],
  ['an unknown body', (item) => Object.assign(item, { body: 'moon' }), 'body', /没有单位 moon/],
  [
    'an unknown body of a step',
    (item) => Object.assign(item.procedure.stages[0]?.steps[1] ?? {}, { unit: 'moon' }),
    'procedure.stages.0.steps.1.unit',
    /moon/,
  ],
  [
    'promised longer than the statute',
    (item) => Object.assign(item.procedure.terms, { promised: { n: 21, unit: 'working-day' } }),
    'procedure',
    /承诺期限长于法定期限/,
  ],
  ['a procedure without an end', (item) => item.procedure.stages.pop(), 'procedure', /最后的阶段/],
  [
    'a condition with an unknown field',
    (item) => Object.assign(item.conditions[0] ?? {}, { when: '月球面积 > 3' }),
    'conditions.0.when',
    /月球面积/,
  ],
  [
    'a condition that is no expression',
    (item) => Object.assign(item.materials[0] ?? {}, { when: '经营面积 >' }),
    'materials.0.when',
    /经营面积/,
  ],
  [
    'a guard with an unknown field',
    (item) => Object.assign(item.procedure.stages[0]?.steps[1] ?? {}, { when: '月球 = true' }),
    'procedure',
    /月球/,
  ],
  [
    'a field of a repeated page, used outside it',
    (item) => Object.assign(item.conditions[0] ?? {}, { when: '岗位 = "厨师"' }),
    'conditions.0.when',
    /岗位/,
  ],
  [
    'a name given twice',
    (item) => Object.assign(item.form[1]?.fields[0] ?? {}, { key: '企业名称' }),
    'form.1.fields.0.key',
    /重复/,
  ],
  [
    'a choice without choices',
    (item) => Object.assign(item.form[1]?.fields[1] ?? {}, { type: 'choice' }),
    'form.1.fields.1.choices',
    /可选的值/,
  ],
  [
    'a fee without a basis',
    (item) => Object.assign(item, { fee: { charged: true, text: '10元', basis: [] } }),
    'fee.basis',
    /依据/,
  ],
  ['wholly on line with a visit', (item) => Object.assign(item, { online: 4, visits: 1 }), 'visits', /全程网办/],
  ['a file named otherwise', (item) => Object.assign(item, { code: 'food' }), 'code', /food\.json/],
  [
    'an end before the beginning',
    (item) => Object.assign(item, { effective_from: '2021-07-01', effective_to: '2021-06-01' }),
    'effective_to',
    /失效日期/,
  ],
]

for (const [name, change, path, message] of table) {
  test(`an item is refused with its place: ${name}`, async () => {
    const checked = checkItem(file, await itemOf('food-business', change), await bodyKeysOf(liaochengPack))
    assert.ok('faults' in checked)
    const found = checked.faults.find((fault) => fault.path === path)
    assert.equal(found?.file, file, JSON.stringify(checked.faults))
    assert.match(found?.message ?? '', message)
    assert.doesNotMatch(found?.message ?? '', /expected|Invalid|Required/)
  })
}

test("the first city's items have no fault", async () => {
  const read = await readCataloguePack(liaochengPack, await bodyKeysOf(liaochengPack))
  assert.deepEqual(read.faults, [])
  assert.equal(read.items.length, read.files)
})
