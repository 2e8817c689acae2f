import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { faultsOf, type RuleLine, scorer } from './model.ts'

const line = (text: string, kind: RuleLine['kind'] = 'points'): RuleLine => ({
  key: 'a',
  title: '一行',
  kind,
  text,
  basis: '四（四）',
  officePoints: true,
})

const table = [
  // what is special            text                                                   facts                points  talk   missing
  [
    'a share, exact',
    'if 应报数 = 0 then 0 else 40 * 按时签报数 / 应报数',
    { 应报数: 8, 按时签报数: 1 },
    '5',
    false,
    [],
  ],
  ['nothing owed', 'if 应报数 = 0 then 0 else 40 * 按时签报数 / 应报数', { 应报数: 0 }, '0', false, []],
  ['a missing fact invents no number', '质量评价 * 2', {}, null, false, ['质量评价']],
  [
    'within the first eight the goal is the fifth',
    'if 省评名次 <= (if 上年省评名次 <= 8 then 5 else 8) then 5 else 0',
    { 省评名次: 6, 上年省评名次: 8 },
    '0',
    false,
    [],
  ],
  [
    'after them the goal is the eighth',
    'if 省评名次 <= (if 上年省评名次 <= 8 then 5 else 8) then 5 else 0',
    { 省评名次: 8, 上年省评名次: 9 },
    '5',
    false,
    [],
  ],
] as const

for (const [name, text, facts, points, talk, missing] of table) {
  test(`score line: ${name}`, () => {
    const [scored] = scorer([line(text)])(facts)
    assert.deepEqual([scored?.points, scored?.talk, scored?.reasons.missing], [points, talk, missing])
  })
}

test('a talk is called for by all three conditions together', () => {
  const score = scorer([line('全省排名靠后 and 因不作为慢作为 and 造成不良影响', 'talk')])
  fc.assert(
    fc.property(fc.boolean(), fc.boolean(), fc.boolean(), (a, b, c) => {
      const [scored] = score({ 全省排名靠后: a, 因不作为慢作为: b, 造成不良影响: c })
      assert.equal(scored?.talk, a && b && c)
      assert.equal(scored?.points, null)
    }),
  )
})

test('the same facts give the same lines for ever', () => {
  const score = scorer([line('round half up(40 * 按时签报数 / 应报数, 2) - 退回数')])
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), fc.nat(999), fc.nat(99), (owed, signed, returned) => {
      const facts = { 应报数: owed, 按时签报数: signed, 退回数: returned }
      assert.deepEqual(score(facts), scorer([line('round half up(40 * 按时签报数 / 应报数, 2) - 退回数')])(facts))
    }),
  )
})

test('a line that cannot be read, or a key used twice, is a fault in Chinese', () => {
  const faults = faultsOf([line('按时签报数 +'), line('1'), { ...line('不知道的名称'), key: 'b' }])
  assert.deepEqual(
    faults.map(({ at }) => at),
    [0, 1, 2],
  )
  for (const { message } of faults) assert.match(message, /[\u4e00-\u9fa5]/)
})
