import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DraftDate } from './ledger.ts'
import { taskTitle } from './task-title.ts'

const table: readonly (readonly [sentence: string, dates: readonly string[], title: string])[] = [
  ['6月底前，全面实现网上办理，扩大范围。', ['6月底前'], '全面实现网上办理，扩大范围'],
  ['8月底前完成验收；', ['8月底前'], '完成验收'],
  ['到2035年，基本建成示范基地。', ['到2035年'], '基本建成示范基地'],
  ['到2025年，总产值比达到1.42：1以上，户数突破200家。', ['到2025年'], '总产值比达到1.42：1以上'],
  ['9月底前，依托全省统一系统，推进证照同步发放。', ['9月底前'], '依托全省统一系统，推进证照同步发放'],
  ['按照省统一部署，7月底前落实清单展示。', ['7月底前'], '落实清单展示'],
  ['对于工业、仓储用房，推进批量评估。', [], '对于工业、仓储用房，推进批量评估'],
  ['投资额在100万元以下（含）的小型工程，可以不办理许可。', [], '投资额在100万元以下的小型工程，可以不办理许可'],
  ['按照公平负担的原则调整水量基数。', [], '按照公平负担的原则调整水量基数'],
  ['五亿元以上的项目，由两级各派一名服务员。', [], '五亿元以上的项目，由两级各派一名服务员'],
  ['一是建立专班，加强调度。', [], '建立专班，加强调度'],
  ['简化手续，申请联合验收时，同步办理登记。', [], '简化手续，申请联合验收时，同步办理登记'],
  ['6月底前，根据调整情况，及时修订流程图。', ['6月底前', '及时'], '及时修订流程图'],
  ['推行“一次告知，一次办成”和（甲，乙）两种做法。', [], '推行“一次告知，一次办成”和（甲，乙）两种做法'],
  ['完成全部改造。（甲局牵头，乙局配合）', [], '完成全部改造'],
  ['年底前。', ['年底前'], ''],
]

for (const [sentence, phrases, title] of table) {
  test(`title of “${sentence}”`, () => {
    const dates = phrases.map((phrase) => ({ phrase, kind: phrase === '及时' ? 'fuzzy' : 'by' }) as DraftDate)
    assert.equal(taskTitle(sentence, { start: 0, end: sentence.length }, dates), title)
  })
}

const piece = fc.constantFrom(
  '6月底前',
  '，',
  '依托平台',
  '推进工作',
  '：',
  '（甲局牵头）',
  '“',
  '”',
  '、',
  '的',
  '１：2',
  '。',
)

test('any sentence has a name of at most 60 signs, without a comma at an end', () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      const date = { phrase: '6月底前', kind: 'by' } as DraftDate
      const title = taskTitle(text, { start: 0, end: text.length }, [date])
      assert.ok(title.length <= 60)
      assert.doesNotMatch(title, /^[，,]|[，,]$/)
    }),
  )
})
