import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import { calendarFrom } from './calendar.ts'
import { readHolidayNotices } from './holiday-notice.ts'
import { addDays, type PlainDate, plainDate, weekdayOf } from './plain-date.ts'

const json = (path: string): unknown => JSON.parse(readFileSync(new URL(path, import.meta.url), 'utf8'))
const calendar = calendarFrom(json('../../packs/national/holidays.json'))
const today = calendar.asKnownOn(plainDate('2026-06-30'))

const days: readonly (readonly [string, string, string, string, string])[] = [
  // what is special                            day           known on      kind        notice
  ['an ordinary Friday', '2021-06-18', '2021-06-18', 'weekday', ''],
  ['an ordinary Saturday', '2021-06-19', '2021-06-18', 'weekend', ''],
  ['National Day', '2021-10-01', '2021-06-18', 'holiday', '国办发明电〔2020〕27号'],
  ['a Saturday worked for National Day', '2021-10-09', '2021-06-18', 'make-up', '国办发明电〔2020〕27号'],
  ['a Sunday worked for National Day', '2021-09-26', '2021-06-18', 'make-up', '国办发明电〔2020〕27号'],
  ['a Sunday inside a holiday', '2021-10-03', '2021-06-18', 'holiday', '国办发明电〔2020〕27号'],
  ['before the notice of its year', '2022-01-03', '2021-10-24', 'weekday', ''],
  ['on the day of the notice', '2022-01-03', '2021-10-25', 'holiday', '国办发明电〔2021〕11号'],
  ['31 December set by the next year’s notice', '2018-12-31', '2018-12-06', 'holiday', '国办发明电〔2018〕15号'],
  ['31 December before that notice', '2018-12-31', '2018-12-05', 'weekday', ''],
  ['a Saturday in December, worked', '2018-12-29', '2018-12-06', 'make-up', '国办发明电〔2018〕15号'],
  ['31 December 2011, a Saturday worked', '2011-12-31', '2011-12-06', 'make-up', '国办发明电〔2011〕45号'],
  ['31 December 2022, a Saturday off', '2022-12-31', '2022-12-08', 'holiday', '国办发明电〔2022〕16号'],
  ['31 December 2006, worked by the first notice', '2006-12-31', '2006-12-14', 'make-up', '国办发明电〔2006〕49号'],
  ['Spring Festival 2020 before it was lengthened', '2020-01-31', '2020-01-26', 'weekday', ''],
  ['Spring Festival 2020 lengthened', '2020-01-31', '2020-01-27', 'holiday', '国办发明电〔2020〕1号'],
  ['a make-up day before it was cancelled', '2020-02-01', '2020-01-26', 'make-up', '国办发明电〔2019〕16号'],
  ['a make-up day cancelled', '2020-02-01', '2020-01-27', 'holiday', '国办发明电〔2020〕1号'],
  ['the Monday after', '2020-02-03', '2020-01-27', 'weekday', ''],
  ['a one-off holiday', '2015-09-03', '2015-05-13', 'holiday', '国发明电〔2015〕1号'],
  ['a one-off holiday before its notice', '2015-09-03', '2015-05-12', 'weekday', ''],
  ['Labour Day 2019 lengthened', '2019-05-05', '2019-03-22', 'make-up', '国办发明电〔2019〕3号'],
]
for (const [name, day, knownOn, kind, number] of days) {
  test(`calendar: ${name}`, () => {
    const told = calendar.asKnownOn(plainDate(knownOn)).explain(plainDate(day))
    assert.deepEqual([told.kind, told.notice?.number ?? ''], [kind, number])
    assert.equal(told.works, kind === 'weekday' || kind === 'make-up')
  })
}

const provisional: readonly (readonly [string, string, boolean])[] = [
  ['2022-01-04', '2021-10-24', true],
  ['2022-01-04', '2021-10-25', false],
  ['2021-12-31', '2021-10-24', false],
  ['2027-01-04', '2026-06-30', true],
  ['2006-12-31', '2026-06-30', true],
]
for (const [day, knownOn, expected] of provisional) {
  test(`calendar: ${day} asked on ${knownOn} is ${expected ? '' : 'not '}provisional`, () => {
    assert.equal(calendar.asKnownOn(plainDate(knownOn)).isProvisional(plainDate(day)), expected)
  })
}

test('calendar: working days of each year', () => {
  const years = Array.from({ length: 20 }, (_, index) => 2007 + index)
  const counts = years.map((year) => today.countWorkingDays(plainDate(`${year - 1}-12-31`), plainDate(`${year}-12-31`)))
  assert.deepEqual(
    counts,
    [249, 251, 250, 250, 250, 249, 250, 250, 249, 250, 249, 250, 250, 249, 250, 249, 249, 251, 248, 248],
  )
})

test('calendar: the n-th working day after, and before', () => {
  assert.equal(today.addWorkingDays(plainDate('2021-09-30'), 2), '2021-10-09')
  assert.equal(today.addWorkingDays(plainDate('2021-10-09'), -2), '2021-09-30')
  assert.equal(today.addWorkingDays(plainDate('2021-10-03'), 0), '2021-10-03')
  assert.equal(today.workingDayFrom(plainDate('2021-10-02')), '2021-10-08')
  assert.equal(today.workingDayFrom(plainDate('2021-10-09')), '2021-10-09')
  const anyDay = fc.integer({ min: 0, max: 8000 }).map((days) => addDays(plainDate('2005-01-01'), days))
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 90 }), (day, n) => {
      const last = today.addWorkingDays(day, n)
      assert.equal(today.countWorkingDays(day, last), n)
      assert.equal(today.countWorkingDays(day, addDays(last, -1)), n - 1)
    }),
  )
})

test('calendar: nothing on or off twice in one notice, every make-up day on a weekend', () => {
  const read = readHolidayNotices(json('../../packs/national/holidays.json'))
  assert.ok(read.ok)
  assert.deepEqual(
    read.notices.map((notice) => notice.year).filter((year) => year !== null),
    Array.from({ length: 20 }, (_, index) => 2007 + index),
  )
  for (const notice of read.notices) {
    const named = [...notice.off, ...notice.work]
    assert.equal(new Set(named).size, named.length, notice.url)
    for (const day of notice.work) assert.ok(weekdayOf(day) >= 6, day)
  }
})

const faulty: readonly (readonly [string, unknown, string])[] = [
  ['no list', {}, '节假日数据缺少 notices 列表'],
  ['null', null, '节假日数据缺少 notices 列表'],
  [
    'no such day',
    { notices: [{ year: 2021, number: null, url: '', published: '2020-11-25', off: ['2021-02-30'] }] },
    '第1条通知：off 不是存在的日期："2021-02-30"',
  ],
  [
    'no year',
    { notices: [{ number: null, published: '2020-11-25' }] },
    '第1条通知：应有 year（年份）或 amends（所修改的年份）',
  ],
  [
    'no list of days',
    { notices: [{ year: 2021, number: null, published: '2020-11-25', work: 3 }] },
    '第1条通知：work 应为日期列表',
  ],
]
for (const [name, data, fault] of faulty) {
  test(`holiday data refused: ${name}`, () => {
    assert.deepEqual(readHolidayNotices(data), { ok: false, faults: [fault] })
    assert.throws(() => calendarFrom(data), TypeError)
  })
}

test('calendar: the notices together give the gathered final state of each year', (t) => {
  const gathered = new URL('../../../shared/data/holidays-2007-2026.json', import.meta.url)
  if (!existsSync(gathered)) return t.skip('the gathered holiday facts (shared/data) are absent')
  const years = JSON.parse(readFileSync(gathered, 'utf8')) as Record<string, { off: PlainDate[]; work: PlainDate[] }>
  for (const [year, { off, work }] of Object.entries(years)) {
    const named = { off: [] as string[], work: [] as string[] }
    for (let day = plainDate(`${year}-01-01`); day.startsWith(year); day = addDays(day, 1)) {
      const { kind } = today.explain(day)
      if (kind === 'holiday') named.off.push(day)
      if (kind === 'make-up') named.work.push(day)
    }
    assert.deepEqual(named, { off, work }, year)
  }
})
