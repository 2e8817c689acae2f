import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { calendarFrom, plainDate } from '../calendar/index.ts'
import { readDayClock } from './day-clock.ts'
import type { ClockEvent, DayUnit } from './model.ts'

const pack = new URL('../../packs/national/holidays.json', import.meta.url)
const calendar = calendarFrom(JSON.parse(readFileSync(pack, 'utf8')))

type Event = ClockEvent<ReturnType<typeof plainDate>, DayUnit>
const suspended = (at: string): Event => ({ type: 'suspended', at: plainDate(at), ground: '专家评审' })
const resumed = (at: string): Event => ({ type: 'resumed', at: plainDate(at) })
const stopped = (at: string): Event => ({ type: 'stopped', at: plainDate(at) })
const restarted = (at: string): Event => ({ type: 'restarted', at: plainDate(at) })
const transferred = (at: string): Event => ({ type: 'transferred', at: plainDate(at), to: '市行政审批局' })
const extended = (at: string, n: number, unit: DayUnit): Event => ({
  type: 'extended',
  at: plainDate(at),
  by: { n, unit },
})

/** `7w` seven working days, `7d` calendar days, `7m` months. */
function term(text: string): { n: number; unit: DayUnit } {
  const unit = ({ w: 'working-day', d: 'calendar-day', m: 'month' } as const)[text.at(-1) as 'w' | 'd' | 'm']
  return { n: Number.parseInt(text, 10), unit }
}

type Row = readonly [
  name: string,
  started: string,
  term: string,
  events: readonly Event[],
  asOf: string,
  expected: string,
]
// expected: last day, used, left, light, and “暂定” when provisional
const table: readonly Row[] = [
  ['over National Day with its make-up Saturday', '2021-09-28', '7w', [], '2021-10-11', '2021-10-13 5 2 yellow'],
  ['started on a make-up Sunday', '2021-09-26', '1w', [], '2021-09-26', '2021-09-27 0 1 yellow'],
  ['started on a holiday', '2021-10-03', '1w', [], '2021-10-03', '2021-10-08 0 1 yellow'],
  ['the last day is a make-up Saturday', '2021-09-30', '2w', [], '2021-10-09', '2021-10-09 2 0 yellow'],
  ['as of the start', '2021-03-01', '20w', [], '2021-03-01', '2021-03-29 0 20 green'],
  ['green until a fifth is left', '2021-03-01', '20w', [], '2021-03-19', '2021-03-29 14 6 green'],
  ['yellow at a fifth', '2021-03-01', '20w', [], '2021-03-23', '2021-03-29 16 4 yellow'],
  ['a fifth is rounded up', '2021-03-01', '6w', [], '2021-03-05', '2021-03-09 4 2 yellow'],
  ['yellow on the last day', '2021-03-01', '5w', [], '2021-03-08', '2021-03-08 5 0 yellow'],
  ['past, but no working day since: red, none over', '2021-03-05', '5w', [], '2021-03-13', '2021-03-12 5 0 red'],
  ['past by one working day', '2021-03-05', '5w', [], '2021-03-15', '2021-03-12 6 -1 red'],

  ['calendar days, ending on a Sunday', '2021-06-18', '2d', [], '2021-06-18', '2021-06-21 0 3 green'],
  ['calendar days, ending in National Day', '2021-09-25', '7d', [], '2021-09-30', '2021-10-08 5 8 green'],
  ['in the days by which the last day was moved', '2021-09-25', '7d', [], '2021-10-05', '2021-10-08 10 3 green'],
  ['calendar days, ending on a make-up Saturday', '2021-09-29', '10d', [], '2021-09-29', '2021-10-09 0 10 green'],

  ['a month', '2021-06-18', '1m', [], '2021-06-18', '2021-07-19 0 31 green'],
  ['a month from the 31st', '2021-05-31', '1m', [], '2021-05-31', '2021-06-30 0 30 green'],
  ['a month to the end of February', '2022-01-31', '1m', [], '2022-01-31', '2022-02-28 0 28 green'],
  ['a month to a leap day', '2024-01-31', '1m', [], '2024-01-31', '2024-02-29 0 29 green'],
  ['twelve months from a leap day', '2020-02-29', '12m', [], '2021-02-28', '2021-03-01 365 1 yellow'],
  [
    'a month moved on by the days suspended',
    '2021-06-18',
    '1m',
    [suspended('2021-06-20'), resumed('2021-06-30')],
    '2021-07-01',
    '2021-07-28 3 27 green',
  ],
  [
    'a suspension inside the days moved on',
    '2021-06-01',
    '1m',
    [suspended('2021-06-29'), resumed('2021-07-05'), suspended('2021-07-06'), resumed('2021-07-08')],
    '2021-07-08',
    '2021-07-09 29 1 yellow',
  ],

  [
    'the day of suspension counts, that of resumption does not',
    '2021-09-28',
    '7w',
    [suspended('2021-09-30'), resumed('2021-10-09')],
    '2021-10-11',
    '2021-10-15 3 4 green',
  ],
  ['while suspended', '2021-09-28', '7w', [suspended('2021-09-30')], '2021-10-11', '— 2 5 paused'],
  ['suspended on the as-of day', '2021-09-28', '7w', [suspended('2021-09-30')], '2021-09-30', '— 2 5 paused'],
  [
    'suspended on the day of the start',
    '2021-09-28',
    '7w',
    [suspended('2021-09-28'), resumed('2021-09-29')],
    '2021-09-30',
    '2021-10-14 1 6 green',
  ],
  [
    'suspended and resumed on one day',
    '2021-09-28',
    '7w',
    [suspended('2021-09-30'), resumed('2021-09-30')],
    '2021-10-11',
    '2021-10-13 5 2 yellow',
  ],
  [
    'resumed and suspended on one day',
    '2021-03-01',
    '5w',
    [suspended('2021-03-02'), resumed('2021-03-04'), suspended('2021-03-04'), resumed('2021-03-05')],
    '2021-03-08',
    '2021-03-11 2 3 green',
  ],
  ['suspended past the last day', '2021-03-05', '5w', [suspended('2021-03-16')], '2021-03-30', '— 7 -2 paused'],
  [
    'the last day never moves onto a suspended day',
    '2021-09-25',
    '7d',
    [suspended('2021-10-05'), resumed('2021-10-12')],
    '2021-10-12',
    '2021-10-13 10 1 yellow',
  ],
  [
    'suspended during a suspension',
    '2021-09-28',
    '7w',
    [suspended('2021-09-30'), suspended('2021-10-08'), resumed('2021-10-09')],
    '2021-10-11',
    '2021-10-15 3 4 green',
  ],
  ['resumed while running', '2021-09-28', '7w', [resumed('2021-09-29')], '2021-10-11', '2021-10-13 5 2 yellow'],
  [
    'out of order',
    '2021-09-28',
    '7w',
    [resumed('2021-10-09'), suspended('2021-09-30')],
    '2021-10-11',
    '2021-10-15 3 4 green',
  ],
  [
    'later events do not exist',
    '2021-09-28',
    '7w',
    [suspended('2021-10-12'), stopped('2021-10-13')],
    '2021-10-11',
    '2021-10-13 5 2 yellow',
  ],

  [
    'extended',
    '2021-03-01',
    '20w',
    [extended('2021-03-20', 10, 'working-day')],
    '2021-03-22',
    '2021-04-13 15 15 green',
  ],
  [
    'an extension is added before the last day is moved',
    '2021-09-25',
    '7d',
    [extended('2021-10-01', 1, 'calendar-day')],
    '2021-10-01',
    '2021-10-08 6 7 green',
  ],
  [
    'months are added to months',
    '2021-01-31',
    '1m',
    [extended('2021-02-10', 1, 'month')],
    '2021-02-10',
    '2021-03-31 10 49 green',
  ],
  [
    'calendar days after working days',
    '2021-03-01',
    '5w',
    [extended('2021-03-03', 10, 'calendar-day')],
    '2021-03-10',
    '2021-03-18 7 8 green',
  ],
  [
    'extended while suspended',
    '2021-09-28',
    '7w',
    [suspended('2021-09-30'), extended('2021-10-08', 3, 'working-day')],
    '2021-10-11',
    '— 2 8 paused',
  ],
  [
    'extended past the last day',
    '2021-03-05',
    '5w',
    [extended('2021-03-16', 5, 'working-day')],
    '2021-03-16',
    '2021-03-19 7 3 green',
  ],

  ['stopped in time', '2021-09-28', '7w', [stopped('2021-09-30')], '2021-10-20', '2021-10-13 2 5 stopped'],
  ['stopped late', '2021-03-05', '5w', [stopped('2021-03-16')], '2021-03-30', '2021-03-12 7 -2 stopped'],
  [
    'stopped while suspended',
    '2021-09-28',
    '7w',
    [suspended('2021-09-30'), stopped('2021-10-08')],
    '2021-10-20',
    '— 2 5 stopped',
  ],
  [
    'nothing moves a stopped clock',
    '2021-09-28',
    '7w',
    [stopped('2021-09-30'), suspended('2021-10-08'), extended('2021-10-08', 9, 'working-day')],
    '2021-10-20',
    '2021-10-13 2 5 stopped',
  ],
  [
    'transferred: the count goes on',
    '2021-09-28',
    '7w',
    [transferred('2021-09-29')],
    '2021-10-11',
    '2021-10-13 5 2 yellow',
  ],
  [
    'restarted: the whole term anew',
    '2021-09-28',
    '7w',
    [extended('2021-09-29', 9, 'working-day'), suspended('2021-09-30'), restarted('2021-10-09')],
    '2021-10-11',
    '2021-10-19 1 6 green',
  ],
  [
    'restarted after a stop',
    '2021-03-05',
    '5w',
    [stopped('2021-03-08'), restarted('2021-03-15')],
    '2021-03-16',
    '2021-03-22 1 4 green',
  ],

  ['leans on a year not yet arranged', '2021-10-11', '60w', [], '2021-10-11', '2022-01-03 0 60 green 暂定'],
  ['the same when it was arranged', '2021-10-11', '60w', [], '2021-10-25', '2022-01-04 10 50 green'],
  ['calendar days lean only on the day they end', '2021-12-20', '20d', [], '2021-12-20', '2022-01-10 0 21 green'],
  [
    'calendar days over a year not arranged, ending in one that is',
    '2021-06-18',
    '30d',
    [],
    '2021-06-18',
    '2021-07-19 0 31 green',
  ],
  ['calendar days ending in a year not arranged', '2021-10-11', '84d', [], '2021-10-11', '2022-01-03 0 84 green 暂定'],
  ['beyond the last notice', '2026-12-30', '3w', [], '2026-12-30', '2027-01-04 0 3 green 暂定'],
  [
    'suspended before it leans on a year not arranged',
    '2021-10-11',
    '60w',
    [suspended('2021-10-12')],
    '2021-10-12',
    '— 1 59 paused',
  ],
  ['31 December off by the next year’s notice', '2018-12-28', '2w', [], '2018-12-28', '2019-01-02 0 2 green'],
  ['31 December before that notice', '2018-12-03', '20w', [], '2018-12-05', '2018-12-31 2 18 green'],
  [
    'Spring Festival 2020 as known before it was lengthened',
    '2020-01-20',
    '8w',
    [],
    '2020-01-26',
    '2020-02-05 3 5 green',
  ],
  ['and after', '2020-01-20', '8w', [], '2020-01-27', '2020-02-07 3 5 green'],
]

for (const [name, started, length, events, asOf, expected] of table) {
  test(`day clock: ${name}`, () => {
    const reading = readDayClock({ started: plainDate(started), term: term(length), events }, plainDate(asOf), calendar)
    assert.ok(reading.ok)
    const { lastDay, used, left, light, provisional } = reading
    assert.equal([lastDay ?? '—', used, left, light, ...(provisional ? ['暂定'] : [])].join(' '), expected)
  })
}

const refused: readonly (readonly [string, string, string, readonly Event[], string])[] = [
  ['not-started', '2021-09-28', '7w', [], '2021-09-27'],
  ['event-before-start', '2021-09-28', '7w', [suspended('2021-09-27')], '2021-10-11'],
  ['term-out-of-range', '2021-09-28', '0w', [], '2021-10-11'],
  ['term-out-of-range', '2021-09-28', '1000000000w', [], '2021-10-11'],
  ['term-out-of-range', '2021-09-28', '1000m', [extended('2021-10-08', 300, 'month')], '2021-10-11'],
  ['term-out-of-range', '2021-09-28', '7w', [extended('2021-10-08', -3, 'working-day')], '2021-10-11'],
  ['out-of-calendar', '9999-12-01', '40d', [], '9999-12-02'],
  ['out-of-calendar', '9999-12-01', '1m', [], '9999-12-02'],
]
for (const [code, started, length, events, asOf] of refused) {
  test(`day clock refuses: ${code} (${length} from ${started})`, () => {
    const reading = readDayClock({ started: plainDate(started), term: term(length), events }, plainDate(asOf), calendar)
    assert.equal(reading.ok ? 'ok' : reading.code, code)
  })
}

test('day clock: the explanation of a suspended National Day', () => {
  const events = [suspended('2021-09-30'), resumed('2021-10-02'), suspended('2021-10-02')]
  const clock = { started: plainDate('2021-09-25'), term: term('7w'), events }
  const reading = readDayClock(clock, plainDate('2021-10-03'), calendar)
  assert.ok(reading.ok)
  assert.deepEqual(
    reading.explanation.map(({ day, ordinal, why, kind, notice, ground }) =>
      [day.slice(5), ordinal ?? why, kind, notice?.number, ground].filter(Boolean).join(' '),
    ),
    [
      '09-25 first-day weekend',
      '09-26 1 make-up 国办发明电〔2020〕27号',
      '09-27 2 weekday',
      '09-28 3 weekday',
      '09-29 4 weekday',
      '09-30 5 weekday',
      '10-01 suspended holiday 国办发明电〔2020〕27号 专家评审',
      '10-02 suspended holiday 国办发明电〔2020〕27号 专家评审',
      '10-03 suspended holiday 国办发明电〔2020〕27号 专家评审',
    ],
  )
})

test('day clock: names the events that changed nothing', () => {
  const events = [
    resumed('2021-09-29'),
    suspended('2021-09-30'),
    suspended('2021-10-08'),
    stopped('2021-10-09'),
    stopped('2021-10-10'),
  ]
  const clock = { started: plainDate('2021-09-28'), term: term('7w'), events }
  const reading = readDayClock(clock, plainDate('2021-10-11'), calendar)
  assert.ok(reading.ok)
  assert.deepEqual(reading.withoutEffect, ['resumed', 'suspended', 'stopped'])
})
