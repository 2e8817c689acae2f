import assert from 'node:assert/strict'
import { test } from 'node:test'
import { dutyWord, leadsWord, lightWord, supportsWord } from './words.ts'

const lights = [
  ['overdue', { light: 'red', daysLeft: -6 }, '逾期 6 天'],
  ['the last day', { light: 'yellow', daysLeft: 0 }, '今天到期'],
  ['on time', { light: 'green', daysLeft: 25 }, '还剩 25 天'],
  ['done says nothing of days', { light: 'done', daysLeft: -3 }, '办结'],
  ['no date is never on time', { light: 'none', daysLeft: null }, '未定时限'],
] as const
for (const [name, task, expected] of lights) {
  test(`lightWord: ${name}`, () => assert.equal(lightWord(task), expected))
}

const duties = [
  [[], '未定牵头单位', ''],
  [['甲局'], '单独牵头', '甲局'],
  [['甲局', '乙局'], '双牵头，由甲局汇总报送', '甲局、乙局'],
  [['甲局', '乙局', '丙局'], '多牵头，由甲局汇总报送', '甲局 等 3'],
] as const
for (const [leads, duty, short] of duties) {
  test(`dutyWord, leadsWord: ${leads.length}`, () =>
    assert.deepEqual([dutyWord(leads), leadsWord(leads)], [duty, short]))
}

const party = (name: string, kind: 'body' | 'group' | 'unknown' = 'body', members: readonly number[] = []) => ({
  name,
  kind,
  members,
})
const supports = [
  ['none', [], ''],
  ['few by name', [party('甲'), party('乙')], '甲、乙'],
  [
    'many counted, groups with their members, unknown ones said',
    [party('甲'), party('乙'), party('丙'), party('丁'), party('各县', 'group', [1, 2]), party('某局', 'unknown')],
    '4 个单位、各县（2）、某局（待认定）',
  ],
] as const
for (const [name, parties, expected] of supports) {
  test(`supportsWord: ${name}`, () => assert.equal(supportsWord(parties), expected))
}
