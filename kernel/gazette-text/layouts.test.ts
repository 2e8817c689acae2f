import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIssue } from './parse-issue.ts'

const HEAD = `某市人民政府办公室关于印发某市2023年工作安排的通知
某政办发〔2023〕8号
各县（市、区）人民政府：
　　现印发给你们，请抓好落实。
　　某市人民政府办公室
　　2023年2月20日
某市2023年工作安排
一、主要任务
（一）修建步道。2023年4月底前完成。（牵头单位：市体育局；责任单位：市财政局）
`

/** What is read of items that stand behind one with an ordinary clause. */
function read(items: string) {
  const { measures, faults } = parseIssue(HEAD + items)
  return {
    items: measures.slice(1).map(({ title, assignments, deadlines }) => ({
      title,
      leads: assignments.flatMap(({ leads }) => leads),
      supports: assignments.flatMap(({ supports }) => supports),
      days: deadlines.map(({ kind, due }) => due ?? kind),
    })),
    faults: faults.map(({ code }) => code),
  }
}

for (const [name, text, item] of [
  [
    'a lead marked behind its name',
    '（二）修建车站。\n责任单位：市发展改革委（牵头），市财政局、各县区政府\n',
    { title: '修建车站', leads: ['市发展改革委'], supports: ['市财政局', '各县区政府'], days: [] },
  ],
  [
    'labels side by side, a person among them',
    '（二）修建车站。\n牵头领导：张建国  牵头单位：市住房城乡建设局  责任单位：市财政局  完成时限：2023年6月底\n',
    { title: '修建车站', leads: ['市住房城乡建设局'], supports: ['市财政局'], days: ['2023-06-30'] },
  ],
  [
    'parties and a term in one bracket',
    '（二）修建车站。（市教育局牵头，市财政局等按职责分工负责，2023年10月底前完成）\n',
    { title: '修建车站', leads: ['市教育局'], supports: ['市财政局'], days: ['2023-10-31'] },
  ],
  [
    'who does it within the only sentence',
    '（二）整治易涝点10处，由市住建局牵头负责，6月30日前完成。\n',
    { title: '整治易涝点10处', leads: ['市住建局'], supports: [], days: ['2023-06-30'] },
  ],
  [
    'a sentence of duty that ends with its term, and a second name in brackets',
    '（二）修建车站。市交通运输局、市民政局（市老龄办）等单位负责，长期坚持。\n',
    { title: '修建车站', leads: [], supports: ['市交通运输局', '市民政局（市老龄办）'], days: ['ongoing'] },
  ],
  [
    'bodies among the people responsible',
    '（二）修建车站。\n责任人：李明、王小红，市城市管理局、市文明办\n完成时限：立行立改\n',
    { title: '修建车站', leads: [], supports: ['市城市管理局', '市文明办'], days: ['fuzzy'] },
  ],
  [
    'two terms behind one label',
    '（二）修建车站。\n责任单位：市档案馆\n完成时限：2023年6月底前取得阶段性成效，2025年底前全面完成\n',
    { title: '修建车站', leads: [], supports: ['市档案馆'], days: ['2023-06-30', '2025-12-31'] },
  ],
  [
    'a blank behind each character',
    '（二）修建车站。（ 牵 头 单 位 ： 市 税 务 局 ； 责 任 单 位 ： 市 财 政 局 、 市 审 计 局 ）\n',
    { title: '修建车站', leads: ['市税务局'], supports: ['市财政局', '市审计局'], days: [] },
  ],
  [
    'a page head within the sentence',
    '（二）清淤疏浚。完成8条河道清淤，\r\n— 2 —\r\n10月底前完工。（市水务局负责）\r\n',
    { title: '清淤疏浚', leads: [], supports: ['市水务局'], days: ['2023-10-31'] },
  ],
] as const) {
  test(name, () => {
    assert.deepEqual(read(text), { items: [item], faults: [] })
  })
}

test('half-width marks, wide digits, Windows line ends', () => {
  const text = `${HEAD}（二）修建车站。２０２３年６月底前完成。（牵头单位：市住建局；责任单位：市应急局，市公安局）\n`
  const narrow = text.replace(/[，：；（）]/g, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
  const { measures } = parseIssue(narrow.replaceAll('。', '.').replaceAll('\n', '\r\n'))
  assert.equal(measures[1]?.title, '修建车站')
  assert.deepEqual(measures[1].assignments[0]?.leads, ['市住建局'])
  assert.deepEqual(measures[1].assignments[0].supports, ['市应急局', '市公安局'])
  assert.equal(measures[1].deadlines[0]?.due, '2023-06-30')
})

test('a heading broken by a page jump is whole again, and what was printed below the jump comes behind it', () => {
  const { measures } = parseIssue(
    `${HEAD}（二）修建车（下转第9页）\n附表 车站名录\n某某公报\n（上接第3页）站和码头。（市交通运输局负责）\n`,
  )
  assert.equal(measures[1]?.title, '修建车站和码头')
})

test('a character printed on both sides of a page is kept and told', () => {
  assert.deepEqual(read('（二）修建车站。车站由市县\n\n县两级出资建设。（市财政局负责）\n').faults, [
    'character-doubled',
  ])
})

test('an article of explanation that the contents name is a text of its own and orders nothing', () => {
  const { documents, measures, faults } = parseIssue(
    `某市人民政府公报\n2023年第2期\n目录\n关于印发某市2023年工作安排的通知\n某政办发〔2023〕8号 1\n《某市工作安排》政策解读 5\n${HEAD}《某市工作安排》政策解读\n问：为什么要修建步道？\n答：一、加强锻炼。6月底前市民都能用上。\n`,
  )
  assert.deepEqual(
    documents.map(({ title }) => title),
    ['某市人民政府办公室关于印发某市2023年工作安排的通知', '《某市工作安排》政策解读'],
  )
  assert.equal(measures.length, 1)
  assert.deepEqual(faults, [])
})

test('a stage whose points each begin with a day is those points; the number of a point is no part of its date', () => {
  const text = `某市花木推广三年行动计划（2024—2026年）
一、主要任务
（一）加大推广力度。各公园都要种植。
二、计划安排
（一）准备阶段
1.2024年8月底前，各区对栽植现状进行调查。
2.9月30日前，制定推广方案。
（二）实施阶段
1.2025年6月底前，新建花木园三处。
2.2025年7月至2026年3月，新建花木园五处。
（三）总结阶段
2026年12月，各区进行总结。
`
  const { measures } = parseIssue(text)
  const read = measures.map(({ path, title, deadlines }) => [path.join(''), title, ...deadlines.map(({ due }) => due)])
  assert.deepEqual(read, [
    ['一（一）', '加大推广力度'],
    ['二（一）1', '2024年8月底前，各区对栽植现状进行调查', '2024-08-31'],
    ['二（一）2', '9月30日前，制定推广方案', '2024-09-30'],
    ['二（二）1', '2025年6月底前，新建花木园三处', '2025-06-30'],
    ['二（二）2', '2025年7月至2026年3月，新建花木园五处', '2026-03-31'],
    ['二（三）', '总结阶段', '2026-12-31'],
  ])
})

test('cells behind bars of their own, names one under the other; a heading before the first bar', () => {
  const text = `序号
| 项目内容
| 工 作 要 求
| 责任单位
|
7
| 污水处理厂和
管网建设
| 完成技术改造，2023年6月底前投入运行。
| 市建设局
|
8
| 河道整治
| 年底前疏浚十里。
| 市水利局
临河区管委会
|
`
  const { measures } = parseIssue(text, { year: 2023 })
  assert.deepEqual(
    measures.map(({ path, assignments, deadlines }) => [
      path.at(-1),
      assignments.flatMap(({ supports }) => supports),
      deadlines.map(({ due }) => due),
    ]),
    [
      ['7', ['市建设局'], ['2023-06-30']],
      ['8', ['市水利局', '临河区管委会'], ['2023-12-31']],
    ],
  )
})

test('a sentence of its own says who does this work and who helps; a list of what is to be built', () => {
  const text = `1、建设检测体系。新建检测楼。 此项工作由市农业局、市质检局负责，市农委各成员单位协办。
2、公布信息。每季度公布。 此项工作由市食安办负责。
`
  assert.deepEqual(
    parseIssue(text).measures.map(({ assignments }) => assignments.flatMap(({ supports }) => supports)),
    [['市农业局', '市质检局', '市农委各成员单位'], ['市食安办']],
  )
  const list = parseIssue('某市十件民生实事\n1.新建桥梁三座。\n2.新开工保障房二百套。\n3.解决边村饮水问题。\n')
  assert.deepEqual(
    list.measures.map(({ title }) => title),
    ['新建桥梁三座', '新开工保障房二百套', '解决边村饮水问题'],
  )
})
