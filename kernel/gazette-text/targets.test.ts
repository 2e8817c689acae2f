import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readTargets } from './targets.ts'

const table = [
  // text                                              metric                    op    value unit
  ['年底前全程网办率达到90%以上。', '全程网办率', '>=', 90, '%'],
  ['受理窗口不少于6个。', '受理窗口', '>=', 6, '个'],
  ['到场次数不得少于2次。', '到场次数', '>=', 2, '次'],
  ['合格率不低于98%。', '合格率', '>=', 98, '%'],
  ['差错率低于2%。', '差错率', '<', 2, '%'],
  ['供水环节由4个逐步压减至2个。', '供水环节', '<=', 2, '个'],
  ['用户年均停水时间压缩至3小时以内。', '用户年均停水时间', '<=', 3, '小时'],
  ['粮食产量增长5%以上。', '粮食产量增长', '>=', 5, '%'],
  ['计划停水减少2万时户。', '计划停水减少', '>=', 2, '万时户'],
  ['投诉量下降20%。', '投诉量下降', '>=', 20, '%'],
  ['推动各行业协会力争实现2021年会员企业增加30家。', '会员企业增加', '>=', 30, '家'],
  ['力争24小时办结退款。', '办结退款', '<=', 24, '小时'],
  ['今年力争新增托育机构40家以上。', '新增托育机构', '>=', 40, '家'],
  ['开展线上职业技能培训3万人。', '开展线上职业技能培训', '>=', 3, '万人'],
] as const

for (const [text, metric, op, value, unit] of table) {
  test(`target: ${text}`, () => {
    assert.deepEqual(
      readTargets(text, text).map((target) => [target.metric, target.op, target.value, target.unit]),
      [[metric, op, value, unit]],
    )
  })
}
