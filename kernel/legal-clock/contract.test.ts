import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarFrom } from '../calendar/index.ts'
import { answerClock } from './contract.ts'

const pack = new URL('../../packs/national/holidays.json', import.meta.url)
const calendar = calendarFrom(JSON.parse(readFileSync(pack, 'utf8')))

const good = { id: 'a', started: '2021-09-28', term: { n: 7, unit: 'working-day' }, events: [], asOf: '2021-10-11' }
const hours = {
  id: 7,
  started: '2021-09-28T10:00:00+08:00',
  term: { n: 24, unit: 'hour' },
  asOf: '2021-09-28T16:00:00+08:00',
}

const answers: readonly (readonly [string, object, object])[] = [
  ['working days', good, { id: 'a', lastDay: '2021-10-13', provisional: false, used: 5, left: 2, light: 'yellow' }],
  [
    'a suspension',
    { ...good, events: [{ type: 'suspended', on: '2021-09-30' }] },
    { id: 'a', lastDay: null, provisional: false, used: 2, left: 5, light: 'paused' },
  ],
  [
    'an extension and a stop',
    {
      ...good,
      events: [
        { type: 'extended', on: '2021-09-30', n: 3, unit: 'working-day' },
        { type: 'stopped', on: '2021-10-08' },
      ],
    },
    { id: 'a', lastDay: '2021-10-18', provisional: false, used: 3, left: 7, light: 'stopped' },
  ],
  [
    'no events at all',
    { ...good, events: undefined },
    { id: 'a', lastDay: '2021-10-13', provisional: false, used: 5, left: 2, light: 'yellow' },
  ],
  [
    'hours',
    hours,
    { id: 7, lastDay: '2021-09-29T10:00:00+08:00', provisional: false, used: 6, left: 18, light: 'green' },
  ],
  [
    'hours in another offset keep that of the start',
    { ...hours, asOf: '2021-09-28T08:00:00Z' },
    { id: 7, lastDay: '2021-09-29T10:00:00+08:00', provisional: false, used: 6, left: 18, light: 'green' },
  ],
]
for (const [name, line, answer] of answers) {
  test(`clock contract: ${name}`, () => {
    assert.deepEqual(answerClock(JSON.stringify(line), calendar), answer)
    assert.deepEqual(Object.keys(answerClock(line, calendar)), Object.keys(answer))
  })
}

const event = (fields: object): object => ({ ...good, events: [fields] })
const errors: readonly (readonly [unknown, string | number | null, RegExp])[] = [
  ['', null, /不是 JSON 对象/],
  ['{"id":"a"', null, /不是 JSON 对象/],
  ['[1]', null, /不是 JSON 对象/],
  [null, null, /不是 JSON 对象/],
  [{}, null, /term 应写明 n 和 unit/],
  [{ ...good, id: { a: 1 }, asOf: '' }, null, /asOf 应为存在的日期.*""/],
  [{ ...good, term: { n: 7, unit: 'week' } }, 'a', /term\.unit 应为 working-day.*"week"/],
  [{ ...good, term: { n: '7', unit: 'month' } }, 'a', /term\.n 应为数，这里是 "7"/],
  [{ ...good, term: { n: 0, unit: 'month' } }, 'a', /term：期限的 n 应为正整数/],
  [{ ...good, term: { n: -1, unit: 'month' } }, 'a', /term：期限的 n 应为正整数/],
  [{ ...good, term: { n: 1.5, unit: 'working-day' } }, 'a', /term：期限的 n 应为正整数/],
  [{ ...good, term: { n: 1e9, unit: 'working-day' } }, 'a', /不超过一百年/],
  [{ ...hours, term: { n: 1e9, unit: 'hour' } }, 7, /不超过一百年/],
  [{ ...good, started: '2021-02-29' }, 'a', /started 应为存在的日期.*2021-02-29/],
  [{ ...good, started: '0021-02-28' }, 'a', /started 应在 1900 年至 2199 年之间/],
  [{ ...good, asOf: undefined }, 'a', /asOf 应为存在的日期.*空缺/],
  [{ ...good, asOf: '2021-09-27' }, 'a', /查询日早于起算日/],
  [{ ...good, events: {} }, 'a', /events 应为列表/],
  [{ ...good, events: Array(201).fill({ type: 'resumed', on: '2021-09-30' }) }, 'a', /events 最多 200 条/],
  [event({ type: 'paused', on: '2021-09-30' }), 'a', /events\[0\]\.type 应为 suspended.*"paused"/],
  [event({ type: 'suspended', on: '2021-09-31' }), 'a', /events\[0\]\.on 应为存在的日期/],
  [event({ type: 'suspended', on: '2021-09-27' }), 'a', /有事件早于起算日/],
  [event({ type: 'extended', on: '2021-09-30' }), 'a', /events\[0\]\.unit 应为/],
  [event({ type: 'extended', on: '2021-12-30', n: -3, unit: 'month' }), 'a', /events\[0\]：期限的 n/],
  [event({ type: 'extended', on: '2021-09-30', n: 3, unit: 'hour' }), 'a', /不能按小时延长/],
  [`{"id":"a","term":{"n":1,"unit":${'['.repeat(200_000)}${']'.repeat(200_000)}}}`, 'a', /term\.unit 应为.*列表/],
  [{ ...hours, asOf: '2021-09-29' }, 7, /asOf 应为带时区的时刻/],
  [{ ...hours, started: '2021-09-28T10:00:00' }, 7, /started 应为带时区的时刻/],
]
for (const [line, id, message] of errors) {
  test(`clock contract refuses ${JSON.stringify(line)?.slice(0, 90)}`, () => {
    const answer = answerClock(line, calendar)
    assert.equal(answer.id, id)
    assert.match('error' in answer ? answer.error : 'no error', message)
  })
}

test('clock contract: total on anything', () => {
  const shape = fc.record(
    {
      id: fc.anything(),
      started: fc.oneof(fc.constant('2021-09-28'), fc.constant('2199-12-31'), fc.anything()),
      term: fc.oneof(fc.constant({ n: 1200, unit: 'month' }), fc.anything()),
      events: fc.oneof(fc.array(fc.anything()), fc.anything()),
      asOf: fc.oneof(fc.constant('2199-12-31'), fc.anything()),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(fc.oneof(shape, fc.anything(), fc.string(), fc.json()), (line) => {
      const answer = answerClock(line, calendar)
      assert.ok('error' in answer ? answer.error.length > 0 : Number.isFinite(answer.left))
    }),
    { numRuns: 500 },
  )
})
