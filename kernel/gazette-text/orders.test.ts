import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIssue } from './parse-issue.ts'

const read = (text: string) =>
  parseIssue(text).measures.map(
    ({ path, title, deadlines }) => `${path.join('/')} ${title} ${deadlines.map(({ due }) => due).join(' ')}`,
  )

const letter = (to: string) => `# 关于开展2022年绿道建设工作的函
索取号
3589258/2022-00028
发布机构
公开类别
主动公开
某建规〔2022〕6 号
某市住房和城乡建设委员会
关于开展2022年绿道建设工作的函
${to}：
为做好绿道建设工作，有关要求如下：
一、工作目标
全市新增绿道50公里。
二、相关要求
（一）报送计划。请各区于3月底前报送计划，并分别于4月25日、7月25日前上报进度。
（二）加强宣传。请各区开展宣传活动。
附件：
1.计划汇总表
2.季度进展表
2022年2月1日`

test('a letter to many bodies says what they do, page data and the names of annexes stand around it', () => {
  const { documents } = parseIssue(letter('各区人民政府，各管委会'))
  assert.equal(documents.at(-1)?.title, '关于开展2022年绿道建设工作的函')
  assert.equal(documents.at(-1)?.date, '2022-02-01')
  assert.deepEqual(read(letter('各区人民政府，各管委会')), [
    '二/（一） 报送计划 2022-03-31 2022-04-25 2022-07-25',
    '二/（二） 加强宣传 ',
  ])
  assert.deepEqual(read(letter('某省住房和城乡建设厅')), [])
})

test('a dated stage below headings without numbers orders something', () => {
  assert.deepEqual(
    read(`关于印发管线整治工作方案的通知
某市城市管理局
2022年3月4日
管线整治工作方案
工作安排
整治分两个阶段进行。
（一）集中攻坚阶段。2022年9月底前，排查全市管线隐患，确保整改到位。
（二）巩固提升阶段。2023年3月底前，全面完成整治。`),
    ['（一） 集中攻坚阶段 2022-09-30', '（二） 巩固提升阶段 2023-03-31'],
  )
})

test('a plan for several years is of its first one, and a bracket of bodies before the stop says who does it', () => {
  const { measures } = parseIssue(`某省深化改革行动方案（2023-2025年）
（一）放宽准入。到2024年6月，压减事项30%；2023年年底前公布目录。
责任单位：省市场监管局
（二）优化监管。推行一业一查（省司法局、省财政局）。`)
  assert.deepEqual(
    measures.map(({ title, assignments, deadlines }) => [
      title,
      assignments.flatMap(({ supports }) => supports).join('、'),
      deadlines.map(({ due }) => due).join(' '),
    ]),
    [
      ['放宽准入', '省市场监管局', '2024-06-30 2023-12-31'],
      ['优化监管', '省司法局、省财政局', ''],
    ],
  )
})

test('names and posts one under the other below 免去： and 任命：', () => {
  const { appointments } = parseIssue(`某市人民政府关于孙志等同志职务任免的通知
免去：
孙志远 市民政局局长
郑 海 市林业局副局长
任命：
吴文斌 市民政局局长（试用期12个月）
因机构改革，原市文化局局长周敏职务自然免除。
2019年2月15日`)
  assert.deepEqual(
    appointments.map(({ person, action, post, probation_months }) => [person, action, post, probation_months]),
    [
      ['孙志远', 'remove', '市民政局局长', null],
      ['郑海', 'remove', '市林业局副局长', null],
      ['吴文斌', 'appoint', '市民政局局长', 12],
      ['周敏', 'lapse', '市文化局局长', null],
    ],
  )
})
