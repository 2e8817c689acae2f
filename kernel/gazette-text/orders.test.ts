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
