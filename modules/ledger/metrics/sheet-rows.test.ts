import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { readFilled } from './sheet-rows.ts'

const metrics = [
  { id: 'm1', name: '网办率', unit: '%' },
  { id: 'm2', name: '停电时间', unit: '小时' },
]
const read = (...rows: string[][]) =>
  readFilled([['填报表'], ['指标', '日期', '数值', '指标编号'], ...rows], { metrics, today: plainDate('2021-07-06') })

test('rows with a day and a value, however written; rows without both are left out', () => {
  assert.deepEqual(
    read(
      ['网办率', '2021-06-30', '81.5', 'm1'],
      ['停电时间', '', '', 'm2'],
      ['停电时间', '2021年6月5日', '1,234.5小时', 'm2'],
      ['网办率', '2021/5/31', '80%', 'm1'],
    ),
    {
      filled: [
        { line: 3, metricId: 'm1', day: '2021-06-30', value: 81.5 },
        { line: 5, metricId: 'm2', day: '2021-06-05', value: 1234.5 },
        { line: 6, metricId: 'm1', day: '2021-05-31', value: 80 },
      ],
      faults: [],
    },
  )
})

const faulty = [
  ['an id that is not held', ['网办率', '2021-06-30', '1', 'm9'], '第 3 行 D 列', /不在您可以填报/],
  ['an id put on another name', ['网办率', '2021-06-30', '1', 'm2'], '第 3 行 A 列', /停电时间.*不符/],
  ['a day that is none', ['网办率', '2021-06-31', '1', 'm1'], '第 3 行 B 列', /不是日期/],
  ['a day to come', ['网办率', '2021-07-07', '1', 'm1'], '第 3 行 B 列', /以后的日期/],
  ['no day', ['网办率', '', '1', 'm1'], '第 3 行 B 列', /没有填日期/],
  ['no value', ['网办率', '2021-06-30', '', 'm1'], '第 3 行 C 列', /没有填数值/],
  ['words', ['网办率', '2021-06-30', '约八成', 'm1'], '第 3 行 C 列', /不是数字/],
  ['beyond all figures', ['网办率', '2021-06-30', '1e300', 'm1'], '第 3 行 C 列', /不是数字/],
] as const
for (const [name, row, place, message] of faulty) {
  test(`told by its cell: ${name}`, () => {
    const found = read([...row])
    assert.deepEqual([found?.filled.length, found?.faults.length, found?.faults[0]?.place], [0, 1, place])
    assert.match(found?.faults[0]?.message ?? '', message)
  })
}

test('the same day of the same metric twice is told at the second', () => {
  const row = ['网办率', '2021-06-30', '1', 'm1']
  const found = read(row, [...row])
  assert.deepEqual(found?.filled.length, 1)
  assert.match(found?.faults[0]?.message ?? '', /第 3 行/)
})

test('another sheet is not read', () => {
  assert.equal(readFilled([['指标', '数值']], { metrics, today: plainDate('2021-07-06') }), null)
})
