import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIssue } from './parse-issue.ts'

const read = (text: string) => {
  const { chronicle, faults } = parseIssue(text)
  return {
    entries: chronicle.map(({ start, end, text }) => `${start} ${end} ${text}`),
    faults: faults.map(({ code }) => code).filter((code) => code !== 'not-a-gazette'),
  }
}

test('a year alone on its line, and spans drawn with a box line', () => {
  assert.deepEqual(
    read(`某县大事记（三）——建设新时期
1987年
  2月3日  县政府召开座谈会。
  2月11─14日  全县举办技术培训班。
  3月上旬  城北水厂动工。
1988年
  1月5日  新桥通车。`),
    {
      entries: [
        '1987-02-03 1987-02-03 2月3日  县政府召开座谈会。',
        '1987-02-11 1987-02-14 2月11─14日  全县举办技术培训班。',
        '1987-03-01 1987-03-10 3月上旬  城北水厂动工。',
        '1988-01-05 1988-01-05 1月5日  新桥通车。',
      ],
      faults: [],
    },
  )
})

test('the third part of a month ends with the month', () => {
  const { entries } = read(
    '2023年2月大事记\n3日 大会开幕。\n中旬 开展巡查。\n2月下旬 水库蓄水。\n2月27日至3月2日 举办展览。',
  )
  assert.deepEqual(entries.slice(1), [
    '2023-02-11 2023-02-20 中旬 开展巡查。',
    '2023-02-21 2023-02-28 2月下旬 水库蓄水。',
    '2023-02-27 2023-03-02 2月27日至3月2日 举办展览。',
  ])
})

test('the events of one day of the year, each below its year', () => {
  assert.deepEqual(
    read(`5月6日，历史上的今天，某市发生了这些事
5月6日
【民国三十七年（1948）】渡口被洪水冲毁。
【1958年】县广播站成立。翌年8月1日扩建。
【1996年】大桥合龙。`).entries,
    [
      '1948-05-06 1948-05-06 渡口被洪水冲毁。',
      '1958-05-06 1958-05-06 县广播站成立。翌年8月1日扩建。',
      '1996-05-06 1996-05-06 大桥合龙。',
    ],
  )
})

test('days without a month are of the last month that was over when the page was put up, with a fault', () => {
  const page = (day: string) => `半月大事
${day}08:10 某某日报
（16日—30日） 16日 会议召开。 17日—18日 论坛举行。 30日 展馆开馆。`
  assert.deepEqual(read(page('2019年5月2日')), {
    entries: [
      '2019-04-16 2019-04-16 16日 会议召开。',
      '2019-04-17 2019-04-18 17日—18日 论坛举行。',
      '2019-04-30 2019-04-30 30日 展馆开馆。',
    ],
    faults: ['month-inferred'],
  })
  assert.equal(read(page('2019年4月30日')).entries[0], '2019-04-16 2019-04-16 16日 会议召开。')
})

test('year and month as figures behind the title; an entry whose headline stands in brackets', () => {
  assert.deepEqual(read('某市大事记202108\n\n    1日  市政府召开会议。\n    △  新馆开放。\n'), {
    entries: ['2021-08-01 2021-08-01 1日  市政府召开会议。', '2021-08-01 2021-08-01 新馆开放。'],
    faults: [],
  })
  assert.deepEqual(read('2020年某市大事记\n\n1月\n\n14日【大桥通车】某大桥通车。\n\n25日【新校启用】某学校启用。'), {
    entries: [
      '2020-01-14 2020-01-14 14日【大桥通车】某大桥通车。',
      '2020-01-25 2020-01-25 25日【新校启用】某学校启用。',
    ],
    faults: [],
  })
})

test('a month alone behind the word, days run into the text, a span before a year', () => {
  const text =
    '大事记\n\n更新时间:2014-04-18 14:06:00\n\n大事记1月\n\n1日~3日2012年元旦假期，车站平安。\n\n17日某市召开大会。\n'
  const { chronicle } = parseIssue(text, { year: 2012 })
  assert.deepEqual(
    chronicle.map(({ start, end }) => `${start} ${end}`),
    ['2012-01-01 2012-01-03', '2012-01-17 2012-01-17'],
  )
})

test('an entry of a whole month stands between those of days', () => {
  const text = '某县大事记\n1988 年\n3 月30 日 县里开会。\n4 月 县委换届。\n5月，纸厂获奖。\n5月6日 桥通车。\n'
  assert.deepEqual(
    parseIssue(text).chronicle.map(({ start, end }) => `${start} ${end}`),
    ['1988-03-30 1988-03-30', '1988-04-01 1988-04-30', '1988-05-01 1988-05-31', '1988-05-06 1988-05-06'],
  )
})
