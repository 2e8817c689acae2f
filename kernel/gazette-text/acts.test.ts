import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readActs } from './acts.ts'
import { parseIssue } from './parse-issue.ts'

const texts: readonly (readonly [string, readonly string[]])[] = [
  [
    '任命孙志远为某区人民政府副区长，郑海等3名同志为区监察委员会委员。',
    ['孙志远 appoint 某区人民政府副区长', '郑海 appoint 区监察委员会委员'],
  ],
  [
    '免去孙芳同志的某某学院党委副书记，郑海、吴文斌同志的某某学院党委委员职务。',
    ['孙芳 remove 某某学院党委副书记', '郑海 remove 某某学院党委委员', '吴文斌 remove 某某学院党委委员'],
  ],
  ['孙志对新任职人员提出了三点要求。', []],
  [
    '任命孫志遠同志為東港集團董事長、總經理，海富集團黨委書記；免去鄭海的東港集團董事長職務。',
    ['孫志遠 appoint 東港集團董事長、總經理，海富集團黨委書記', '鄭海 remove 東港集團董事長'],
  ],
]

for (const [text, expected] of texts) {
  test(`acts: ${text}`, () => {
    const found = readActs([{ text, line: 1 }], { document: '', date: null })
    assert.deepEqual(
      found.map(({ person, action, post }) => `${person} ${action} ${post}`),
      expected,
    )
  })
}

test('an act in the middle of a long report of a meeting', () => {
  const report = `某区人大常委会召开会议。${'会议听取了多项报告，要求各部门落实好各项任务。'.repeat(20)}某区人民代表大会常务委员会任命名单 (2022年7月8日某区第六届人民代表大会常务委员会第二十六次会议通过) 决定任命: 孙志远为某区人民政府副区长。`
  assert.deepEqual(
    parseIssue(report).appointments.map(({ person, post }) => `${person} ${post}`),
    ['孙志远 某区人民政府副区长'],
  )
})
