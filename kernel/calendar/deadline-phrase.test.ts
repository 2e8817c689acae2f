import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { parseDeadlinePhrase, readDeadlines } from './deadline-phrase.ts'
import { plainDate } from './plain-date.ts'

const CONTEXT = { year: 2023, signed: plainDate('2023-03-01') }

/** Text of a document signed on 2023-03-01, and what is read: phrase, kind, start~due, rule. */
const readings: readonly (readonly [string, readonly string[]])[] = [
  ['6月底前完成', ['6月底前 by ~2023-06-30']],
  ['2024年2月底前验收', ['2024年2月底前 by ~2024-02-29']],
  ['10月中旬前、11月下旬前', ['10月中旬前 by ~2023-10-20', '11月下旬前 by ~2023-11-30']],
  ['到2024年6月，压减三成', ['到2024年6月 by ~2024-06-30']],
  ['于4月25日、7月25日前上报', ['于4月25日 by ~2023-04-25', '7月25日前 by ~2023-07-25']],
  ['9月中下旬组织验收', ['9月中下旬 by ~2023-09-30']],
  ['一季度末，前三季度完成投资', ['一季度末 by ~2023-03-31', '前三季度 by ~2023-09-30']],
  ['今年前三季度，好于平均', ['今年前三季度 during 2023-01-01~2023-09-30']],
  ['请于5月19日下班前报送', ['于5月19日下班前 by ~2023-05-19']],
  ['6月30日17:00前，7月1日上午9时前', ['6月30日17:00前 by ~2023-06-30', '7月1日上午9时前 by ~2023-07-01']],
  ['6月30日（星期五）前报名', ['6月30日（星期五）前 by ~2023-06-30']],
  ['5月1日休渔前清除', ['5月1日休渔前 by ~2023-05-01']],
  ['2023.12.31前办结', ['2023.12.31前 by ~2023-12-31']],
  ['过渡期至2024年12月31日，', ['2024年12月31日 by ~2024-12-31']],
  ['即日起至2023年8月31日', ['即日起 fuzzy ~ no date', '2023年8月31日 by ~2023-08-31']],
  ['到2025年，年内', ['到2025年 by ~2025-12-31', '年内 by ~2023-12-31']],
  ['2023—2025年新建30处', ['2023—2025年 during 2023-01-01~2025-12-31']],
  ['2023年6月—9月，', ['2023年6月—9月 during 2023-06-01~2023-09-30']],
  ['3-5月整治', ['3-5月 during 2023-03-01~2023-05-31']],
  ['2023年10月至2024年3月', ['2023年10月至2024年3月 during 2023-10-01~2024-03-31']],
  ['7月1日起实行', ['7月1日起 from 2023-07-01~']],
  ['从2024年起，', ['从2024年起 from 2024-01-01~']],
  ['“十四五”末，', ['“十四五”末 fuzzy ~2025-12-31 five-year plan 2021-2025']],
  ['2024年春节前实现', ['2024年春节前 fuzzy ~ by an event of the year']],
  [
    '主汛期到来前销号，秋季开学前交付',
    ['主汛期到来前 fuzzy ~ by an event of the year', '秋季开学前 fuzzy ~ by an event of the year'],
  ],
  ['3月初启动，适时评估', ['3月初 fuzzy ~ early 2023-03', '适时 fuzzy ~ no date']],
  ['当年11月底前完成', ['当年11月底前 fuzzy ~2023-11-30 of the year in question']],
  ['次年1月15日前汇总', ['次年1月15日前 recurring ~ yearly by 01-15 of the following year']],
  ['次月5日前报送', ['次月5日前 recurring ~ monthly by day 5 of the following month']],
  [
    '每月10日前、每月最后一个工作日前',
    ['每月10日前 recurring ~ monthly by day 10', '每月最后一个工作日前 recurring ~ monthly by last working day'],
  ],
  [
    '每季度首月调度，每季度末月25日前报送',
    ['每季度首月 recurring ~ quarterly first month', '每季度末月25日前 recurring ~ quarterly by last month day 25'],
  ],
  ['每年3月1日至4月30日申请', ['每年3月1日至4月30日 recurring ~ yearly from 03-01 to 04-30']],
  [
    '每周五前、每两周、每半年',
    ['每周五前 recurring ~ weekly by Friday', '每两周 recurring ~ every 2 weeks', '每半年 recurring ~ half-yearly'],
  ],
  ['自本通知印发之日起30日内', ['自本通知印发之日起30日内 relative ~2023-03-31 issue date + 30 day']],
  ['收到之日起5个工作日内', ['5个工作日内 duration ~ 5 working-day after 收到']],
  [
    '每年3月底前申报，5月20日前审核。6月底前总结',
    ['每年3月底前 recurring ~ yearly by 03-31', '5月20日前 recurring ~ yearly by 05-20', '6月底前 by ~2023-06-30'],
  ],
  ['每半月通报', ['每半月 recurring ~ half-monthly']],
  ['2023年秋季学期起执行', ['2023年秋季学期起 fuzzy ~ by an event of the year']],
  ['用三年时间', ['三年 duration ~ 3 year']],
]
for (const [text, expected] of readings) {
  test(`deadline: ${text}`, () => {
    assert.deepEqual(readDeadlines(text, CONTEXT).map(written), expected)
  })
}

const none = [
  '2012年以前制定的规定',
  '2000年底前建成的小区',
  '截至2022年底，已有7个市接入',
  '较2021年提高3个百分点',
  '现将2023年重点任务分解下达给你们',
  '附件：2023年重点任务清单',
  '2022年1—6月，完成投资',
  '自2023年5月1日起施行，有效期5年，至2028年4月30日止',
  '压缩至2个工作日',
  '2021—2030年妇女发展纲要',
  '今年我委将组织评估，今年已开工12个',
]
for (const text of none) {
  test(`no deadline: ${text}`, () => {
    assert.deepEqual(readDeadlines(text, CONTEXT).map(written), [])
  })
}

test('without a year nothing is dated, and a cited year stays vague', () => {
  assert.deepEqual(readDeadlines('6月底前完成', { year: null }).map(written), [
    "6月底前 due-year-unknown ~ 06-end of the document's year",
  ])
  assert.deepEqual(readDeadlines('2020年受理1348件', { year: null }).map(written), [
    '2020年 fuzzy ~ year of an undated document',
  ])
})

test('a phrase that stands alone in a cell', () => {
  const cells: readonly (readonly [string, string])[] = [
    ['2023年12月', '2023年12月 during 2023-12-01~2023-12-31'],
    ['2023.9', '2023.9 by ~2023-09-30'],
    ['长期坚持', '长期坚持 ongoing ~ ongoing'],
    ['每季度', '每季度 recurring ~ quarterly'],
  ]
  for (const [cell, expected] of cells) {
    const read = parseDeadlinePhrase(cell, 2023)
    assert.equal(read && written(read), expected)
  }
  assert.equal(parseDeadlinePhrase('见附件', 2023), null)
})

test('any text is read, phrases stand in it in order, and only sure kinds go without a rule', () => {
  const bits = fc.array(
    fc.oneof(fc.constantFrom(...readings.map(([text]) => text), '每', '前', '月', '年底', '—', '2', '（'), fc.string()),
    { maxLength: 12 },
  )
  fc.assert(
    fc.property(bits, (parts) => {
      const text = parts.join('')
      let behind = 0
      for (const { span, phrase, kind, rule } of readDeadlines(text, CONTEXT)) {
        assert.ok(span.start >= behind && span.end > span.start)
        assert.equal(text.slice(span.start, span.end), phrase)
        assert.ok(rule !== null || ['by', 'during', 'from'].includes(kind))
        behind = span.end
      }
    }),
  )
})

function written(read: NonNullable<ReturnType<typeof parseDeadlinePhrase>>): string {
  return `${read.phrase} ${read.kind} ${read.start ?? ''}~${read.due ?? ''} ${read.rule ?? ''}`.trim()
}
