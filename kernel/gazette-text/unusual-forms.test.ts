import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readActs } from './acts.ts'
import { parseIssue, toParseContract } from './index.ts'

const item = (path: string, title: string, leads: string, supports = '') => [path, title, leads, supports].join('｜')

const measures = [
  // what is special
  [
    'small full stops behind numbers, a leader named before the lead',
    `一、全年目标
1﹒粮食总产稳定在30亿斤。
牵头负责领导：李某某。
牵头责任单位：市农业农村局。
协同责任单位：市水利局、市气象局。
2﹒新开工改造小区40个。
牵头负责领导：王某某。
牵头责任单位：市住房城乡建设局。
协同责任单位：市财政局。`,
    [
      item('一/1', '粮食总产稳定在30亿斤', '市农业农村局', '市水利局、市气象局'),
      item('一/2', '新开工改造小区40个', '市住房城乡建设局', '市财政局'),
    ],
  ],
  [
    '部门分工 below 分管省领导',
    `一、预期目标
1.外贸总额增长5%。
分管省领导：张某某
部门分工：省商务厅牵头，各地、各部门配合。
2.新增就业20万人。
分管省领导：张某某
部门分工：省人力资源社会保障厅牵头，各地配合。`,
    [
      item('一/1', '外贸总额增长5%', '省商务厅', '各地、各部门'),
      item('一/2', '新增就业20万人', '省人力资源社会保障厅', '各地'),
    ],
  ],
  [
    'a table with only spaces between its cells',
    `试点任务分工表
序号 工 作 任 务 牵头负责部门
1 建成社区食堂12处，服务6000人 民政局
2 更新公交车80辆 交通运输局
3 新增停车位3000个，其中老城区800个 城市管理局`,
    [
      item('1', '建成社区食堂12处', '民政局'),
      item('2', '更新公交车80辆', '交通运输局'),
      item('3', '新增停车位3000个', '城市管理局'),
    ],
  ],
  [
    'an excerpt in one line that begins with 32.',
    '三、平台建设 （一）实训平台。围绕重点产业建设实训平台，抓好下列项目： 32.实训基地。新建实训基地2处，形成梯次培养的格局，服务中小企业用工。（牵头单位：市人力资源社会保障局，配合单位：各有关区、县级市） 33.专家工作站。新设专家工作站5家，建立常态化服务机制，解决一线技术难题。（牵头单位：市科协，配合单位：市科技局）',
    [
      item('三/（一）/32', '实训基地', '市人力资源社会保障局', '各有关区、县级市'),
      item('三/（一）/33', '专家工作站', '市科协', '市科技局'),
    ],
  ],
  [
    'an excerpt in one line that begins with 五、 and counts on',
    '（二）服务平台。 41.信息平台。建设全市统一的信息平台，向企业和个人免费提供查询服务。（牵头单位：市大数据局，配合单位：市财政局） 五、组织实施 42.加强领导。市领导小组统筹，各项目单位细化方案并按季通报。（牵头单位：市人力资源社会保障局，配合单位：市科协）',
    [
      item('（二）/41', '信息平台', '市大数据局', '市财政局'),
      item('五/42', '加强领导', '市人力资源社会保障局', '市科协'),
    ],
  ],
  [
    'an excerpt without title and without labels',
    `三、加强建设
（一）推进公开。主动发布政策文件，做好解读。
（二）加强互动。建立答问库，提升答复质量。`,
    [item('三/（一）', '推进公开', ''), item('三/（二）', '加强互动', '')],
  ],
  [
    'a web page that prints its title three times, with bodies and page data between',
    `关于开展节能车辆推广工作的通知
作者:某某网 时间:2024-07-22 05:16:06  浏览:97   来源:某某网
下载地址: 点击此处下载
关于开展节能车辆推广工作的通知
财政局 工业和信息化局
关于开展节能车辆推广工作的通知
某财〔2013〕64号
一、旧政策执行到2013年9月30日。有关企业须在2013年10月31日前上报总结。
二、新政策由各区组织实施，做好衔接。`,
    [item('一', '旧政策执行到2013年9月30日', ''), item('二', '新政策由各区组织实施，做好衔接', '')],
  ],
  [
    'a notice without a title that promulgates a list of tasks',
    `某办发〔2024〕9号
各县（市、区）人民政府，市政府各部门：
《2024年数字惠民重点任务》已经市政府同意，现印发给你们，请认真组织实施。
某市人民政府办公室
2024年6月3日
2024年数字惠民重点任务
一、优化服务
（一）推进一网通办。各部门要梳理高频事项，年内实现全程网办，及时更新办事指南。
（二）完善一码通城。各部门要扩大码上应用场景，加强数据归集共享。`,
    [item('一/（一）', '推进一网通办', ''), item('一/（二）', '完善一码通城', '')],
  ],
  [
    'a section without labels whose sentences say who leads',
    `2023年养老服务行动方案
一、增加供给
（一）建设食堂。新建老年食堂20处。（市民政局牵头，市财政局配合）
（二）改造设施。改造适老设施100处。（市住房城乡建设局牵头，市财政局配合）
二、提升质量
（三）培训人员。市人力资源社会保障局牵头，力争年底前培训护理员500人。
（四）规范收费。由市发展改革委牵头制定收费办法，6月底前印发。
三、组织保障
（五）加强领导。各级要高度重视，形成合力。`,
    [
      item('一/（一）', '建设食堂', '市民政局', '市财政局'),
      item('一/（二）', '改造设施', '市住房城乡建设局', '市财政局'),
      item('二/（三）', '培训人员', '市人力资源社会保障局'),
      item('二/（四）', '规范收费', '市发展改革委'),
    ],
  ],
  [
    'cells with a bar behind each, from row 80 on',
    `2024年重点工作目标任务分解表
序号 |
目标与任务 |
分 管 县领导 |
牵头责任单位 |
责任单位 |
80 |
新增托位300个，办好两所示范园。 |
王 某 |
县教育局 |
县财政局 |
81 |
支持职业学校扩容，秋季投入使用。 |
李 某 |
县教育局 |
县发展改革委 |`,
    [item('80', '新增托位300个', '县教育局', '县财政局'), item('81', '支持职业学校扩容', '县教育局', '县发展改革委')],
  ],
  [
    'corner brackets, a sentence behind the names, how the list is to be read',
    `2022年流通体系建设实施方案
一、市场化改革
（一）建设统一市场。推进市场设施联通，培育骨干企业。〔责任单位：省发展改革委、省市场监管局按职责分工负责。具体任务均涉及相关市（州）人民政府，不再列出，下同。〕
（二）优化准入环境。全面推行一网通办。〔责任单位：省市场监管局〕
（三）降低物流成本。完善收费目录。〔责任单位：省交通运输厅、省财政厅（第一责任单位为牵头单位，下同）〕`,
    [
      item('一/（一）', '建设统一市场', '', '省发展改革委、省市场监管局'),
      item('一/（二）', '优化准入环境', '', '省市场监管局'),
      item('一/（三）', '降低物流成本', '', '省交通运输厅、省财政厅'),
    ],
  ],
] as const

for (const [name, text, expected] of measures) {
  test(`measures: ${name}`, () => {
    const found = toParseContract(parseIssue(text, {})).measures
    assert.deepEqual(
      found.map(({ path, title, assignments }) =>
        item(
          path.join('/'),
          title,
          assignments.flatMap(({ leads }) => leads).join('、'),
          assignments.flatMap(({ supports }) => supports).join('、'),
        ),
      ),
      expected,
    )
  })
}

const acts = [
  ['王承为任某某分局信息科副科长；任职试用期为一年。', '王承为 appoint 某某分局信息科副科长 12'],
  ['决定免去卢某某泉水市人民政府副市长的职务。', '卢某某 remove 泉水市人民政府副市长 0'],
  ['决定：免去李某国家税务总局某市税务局稽查局副局长职务。', '李某 remove 国家税务总局某市税务局稽查局副局长 0'],
  [
    '根据有关组织法第五十条的规定，某市第二届人民代表大会常务委员会第七次会议决定：张三同志代理某市人民政府市长。',
    '张三 appoint 某市人民政府市长 0',
  ],
] as const

for (const [text, expected] of acts) {
  test(`acts: ${text.slice(0, 16)}`, () => {
    const found = readActs([{ text, line: 1 }], { document: '', date: null })
    assert.deepEqual(
      found.map(({ person, action, post, probation_months }) => `${person} ${action} ${post} ${probation_months ?? 0}`),
      [expected],
    )
  })
}

test('chronicle: 是日 stands for the day above', () => {
  const { chronicle } = toParseContract(
    parseIssue('2022年7月大事记\n1日 动员会召开。\n是日 集中签约仪式举行。\n2—9日 比赛举行。', {}),
  )
  assert.deepEqual(
    chronicle.map(({ start, end, text }) => `${start} ${end} ${text}`),
    [
      '2022-07-01 2022-07-01 1日 动员会召开。',
      '2022-07-01 2022-07-01 集中签约仪式举行。',
      '2022-07-02 2022-07-09 2—9日 比赛举行。',
    ],
  )
})
