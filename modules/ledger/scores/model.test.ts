import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
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
    'an unknown condition gives no silent 0',
    'if 具有示范引领作用 then 5 else 0',
    {},
    null,
    false,
    ['具有示范引领作用'],
  ],
  [
    'what does not hang on the unknown is decided',
    'if 省评位居全省前列 and 具有示范引领作用 then 5 else 0',
    { 省评位居全省前列: false },
    '0',
    false,
    [],
  ],
  [
    'all that it hangs on is named',
    'if 省评位居全省前列 then 质量评价 else 0',
    {},
    null,
    false,
    ['省评位居全省前列', '质量评价'],
  ],
  [
    'an unknown number that is asked for is no 0 either',
    'if 质量评价 > 5 then 5 else 0',
    {},
    null,
    false,
    ['质量评价'],
  ],
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

test('a talk hangs on what nobody stated: it is pending; one condition that does not hold decides it', () => {
  const score = scorer([line('全省排名靠后 and 因不作为慢作为 and 造成不良影响', 'talk')])
  const [open] = score({ 全省排名靠后: true })
  assert.deepEqual([open?.talk, open?.reasons.missing], [false, ['因不作为慢作为', '造成不良影响']])
  const [decided] = score({ 因不作为慢作为: false })
  assert.deepEqual([decided?.talk, decided?.reasons.missing], [false, []])
})

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

const root = new URL('../../../packs/', import.meta.url)

async function demoLines(pack: string): Promise<readonly RuleLine[]> {
  const { lines } = JSON.parse(await readFile(new URL(`${pack}/demo/score-rules.json`, root), 'utf8'))
  return lines
}

for (const pack of ['sample', 'liaocheng-2021']) {
  test(`the rules of the demonstration of ${pack} can be read`, async () => {
    assert.deepEqual(faultsOf(await demoLines(pack)), [])
  })
}

const stood = {
  应报数: 4,
  按时签报数: 3,
  未报数: 1,
  退回数: 1,
  逾期任务数: 2,
  逾期未改发现数: 1,
  目标数: 3,
  达到目标数: 2,
}
/** Within the first eight before, the goal is the fifth, else the eighth. */
const ranked = (before: number, rank: number | null) => ({
  指标: '一项指标',
  上年名次: before,
  名次: rank,
  目标名次: before <= 8 ? 5 : 8,
})
const demonstrated = [
  // what is special                          stated                                             line        points  talk
  ['three of four in time', {}, 'on-time', '22.5', false],
  ['one of four missing', {}, 'complete', '15', false],
  ['returned once', {}, 'returned', '-1', false],
  ['two tasks late', {}, 'overdue-tasks', '-4', false],
  ['one finding late', {}, 'overdue-findings', '-2', false],
  ['two of three targets', {}, 'targets', '13.33', false],
  ['it leads in no indicator', { 省评指标: [] }, 'rank', '0', false],
  ['one of two indicators reached its goal', { 省评指标: [ranked(8, 5), ranked(9, 9)] }, 'rank', '5', false],
  ['both did', { 省评指标: [ranked(8, 5), ranked(9, 8)] }, 'rank', '10', false],
  ['one rank is not known', { 省评指标: [ranked(8, 5), ranked(9, null)] }, 'rank', null, false],
  ['high, but no example', { 省评位居全省前列: true, 具有示范引领作用: false }, 'bonus', '0', false],
  ['high and an example', { 省评位居全省前列: true, 具有示范引领作用: true }, 'bonus', '5', false],
  ['low, idle, harmful', { 全省排名靠后: true, 因不作为慢作为: true, 造成不良影响: true }, 'deduction', '-5', false],
  ['low, not idle', { 全省排名靠后: true, 因不作为慢作为: false, 造成不良影响: true }, 'talk', null, false],
  ['low, idle, harmful: talk', { 全省排名靠后: true, 因不作为慢作为: true, 造成不良影响: true }, 'talk', null, true],
] as const

for (const [what, stated, key, points, talk] of demonstrated) {
  test(`the rules of the real plan: ${what}`, async () => {
    const found = scorer(await demoLines('liaocheng-2021'))({ ...stood, ...stated }).find((one) => one.key === key)
    assert.deepEqual([found?.points, found?.talk], [points, talk])
  })
}
