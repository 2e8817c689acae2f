import assert from 'node:assert/strict'
import { test } from 'node:test'
import { parseIssue } from './parse-issue.ts'

const read = (text: string) =>
  parseIssue(text).measures.map(
    ({ title, group, assignments }) =>
      `${group ?? ''}｜${title}｜${assignments.flatMap(({ leads }) => leads).join('、')}｜${assignments.flatMap(({ supports }) => supports).join('、')}`,
  )

test('a first column that rows share, owners with their verbs in one cell', () => {
  assert.deepEqual(
    read(`工作任务 | 具体要求 | 责任部门 |
一、做好数据公开。 | 1.公布年度统计数据。 | 统计科 |
二、办好网站栏目。 | 2.更新办事指南，补齐表格。 | 办公室牵头，各科室配合 |
3.回复网上来信。 | 各科室 | |
4.整理历年文件。 | 办公室牵头，各科室配合 | |`),
    [
      '一、做好数据公开。｜公布年度统计数据｜｜统计科',
      '二、办好网站栏目。｜更新办事指南｜办公室｜各科室',
      '二、办好网站栏目。｜回复网上来信｜｜各科室',
      '二、办好网站栏目。｜整理历年文件｜办公室｜各科室',
    ],
  )
})

test('one cell a line with a shared column, a group among the owners, and a title across the table', () => {
  assert.deepEqual(
    read(`序号

事项

工作措施

责任单位

推进示范工程

1

沿线绿化

补种行道树，修复受损的绿化带和花坛

园林集团

2

新建道路按标准同步建设绿化带

3

探索立体绿化和屋顶绿化，在有条件的小区先行开展试点

建立推进机制

4

管护模式

建立以招标方式选择养护企业的办法

市城管局、市财政局

5

支持养护企业承接周边零星绿地的养护

市城管局、市财政局、各项目实施主体`).slice(0, 5),
    [
      '沿线绿化｜补种行道树｜｜园林集团',
      '沿线绿化｜新建道路按标准同步建设绿化带｜｜',
      '沿线绿化｜探索立体绿化和屋顶绿化｜｜',
      '管护模式｜建立以招标方式选择养护企业的办法｜｜市城管局、市财政局',
      '管护模式｜支持养护企业承接周边零星绿地的养护｜｜市城管局、市财政局、各项目实施主体',
    ],
  )
})

test('merged cells copied into every row are what the rows share', () => {
  assert.deepEqual(
    read(`| 序号 | 工作内容 | 具体任务 | 牵头单位 | 完成时间 |
| 1 | 扩大养老服务 | 新建社区食堂十处，每处不少于三十座 | 市民政局 | 2023年6月 |
| 2 | 扩大养老服务 | 改造适老化家庭三百户 | 市住建局 | 2023年9月 |
| 3 | 扩大养老服务 | 培训护理员五百人次 | 市人社局 | 2023年12月 |
| 4 | 方便就医 | 开通线上复诊并提供送药上门服务 | 市卫健委 | 2023年12月 |`),
    [
      '扩大养老服务｜新建社区食堂十处｜市民政局｜',
      '扩大养老服务｜改造适老化家庭三百户｜市住建局｜',
      '扩大养老服务｜培训护理员五百人次｜市人社局｜',
      '方便就医｜开通线上复诊并提供送药上门服务｜市卫健委｜',
    ],
  )
})

test('two rows of headings, the lower one dividing some of the upper', () => {
  assert.deepEqual(
    read(`序号 | 任务清单 | 责任清单 | 方法清单 | 标准清单 | |||
责任领导 | 责任人 | 责任处室 | 服务对象 | 方式措施 | |||
1 | 宣传交通安全知识 | 孙志远 | 郑海 | 综治办公室 | 全体村民 | 举办讲座 | 全年四次 |
2 | 宣传防火知识 | 孙志远 | 吴斌 | 应急管理站 | 中小学生 | 发放手册 | 全年两次 |`),
    ['｜宣传交通安全知识｜｜综治办公室', '｜宣传防火知识｜｜应急管理站'],
  )
})

test('parties and time below one heading', () => {
  assert.deepEqual(
    read(`序号 | 工作任务 | 责任分工 | 备注 |
牵头单位 | 配合单位 | 完成时限 |
1 | 修建滨河步道 | 市园林局 | 市财政局 | 2023年6月底前 | 无 |
2 | 改造路灯两百盏 | 市城管局 | 供电公司 | 2023年9月底前 | 无 |`),
    ['｜修建滨河步道｜市园林局｜市财政局', '｜改造路灯两百盏｜市城管局｜供电公司'],
  )
})

test('points in one line that each close with who does it', () => {
  assert.deepEqual(
    read(`政务微信
×
某市人民政府关于优化服务的实施意见（某政〔2018〕7号）
一、减少审批
1.改革登记。（1）推行多证合一。梳理各类证照，能合并的一律合并，不再重复发放。（市市场监管局牵头负责）（2）推行网上办理。鼓励企业在网上申请，原件后补，全程不见面。（市数据局牵头负责）`),
    ['｜推行多证合一｜市市场监管局｜', '｜推行网上办理｜市数据局｜'],
  )
})

test('words of a page above a title are no part of it, the 文号 may stand behind it', () => {
  const { documents } = parseIssue(`政务微信
政务微博
某市人民政府关于优化服务的实施意见（某政〔2018〕7号）
一、减少审批
（一）改革登记。梳理各类证照，能合并的一律合并。（市市场监管局牵头）`)
  assert.deepEqual(
    documents.map(({ title, number, issuer }) => [title, number, issuer]),
    [['某市人民政府关于优化服务的实施意见', '某政〔2018〕7号', '某市人民政府']],
  )
})
