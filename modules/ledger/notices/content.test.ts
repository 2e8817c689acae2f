import assert from 'node:assert/strict'
import { test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { layOutDocument } from '@guangyue/kernel/official-document'
import { bulletinOf, documentKindOf, type NoticeContent, type NoticeKind, orderOf, promptOf } from './content.ts'

const office = '某市人民政府办公室'
const late = {
  unit: '某局',
  title: '建成一件事服务专区',
  cite: '某政发〔2021〕1号 附件一（一）',
  due: '2021-06-30',
  days: 12,
}
const units = [
  { unit: '甲局', all: 4, onTime: 3, owing: 1, total: '88.5' },
  { unit: '乙局', all: 2, onTime: 2, owing: 0, total: '88.5' },
  { unit: '丙局', all: 2, onTime: 2, owing: 0, total: '60' },
]

const layOut = (kind: NoticeKind, { title, addressees, body, signature, copies }: NoticeContent) =>
  layOutDocument({
    kind: documentKindOf[kind],
    mark: { organs: [office], withWord: true },
    urgency: null,
    number: '某政督〔2021〕3号',
    signers: [],
    title: `${office}${title}`,
    titleWords: [],
    addressees,
    body,
    attachments: [],
    signature: [signature],
    date: plainDate('2021-07-12'),
    note: null,
    copies,
    printing: { by: office, on: plainDate('2021-07-12') },
    seal: 'demonstration',
  })

const composed = [
  ['order', orderOf('某局', { tasks: [late], office, answerBy: '2021-07-20' })],
  ['prompt', promptOf('某局', { tasks: [{ ...late, due: '2021-07-15', days: -3 }], office })],
  [
    'bulletin',
    bulletinOf('2021-07-01', { units, tasks: [late], office, addressees: ['各县（市、区）人民政府', '市政府各部门'] }),
  ],
  [
    'bulletin',
    bulletinOf('2021-07-01', {
      units: units.map((unit) => ({ ...unit, owing: 0, total: null })),
      tasks: [],
      office,
      addressees: ['市政府各部门'],
    }),
  ],
] as const

for (const [kind, content] of composed) {
  test(`a ${kind} with ${content.body.length} parts stands in the layout`, () => {
    const laid = layOut(kind, content)
    assert.deepEqual(laid.ok ? [] : laid.refusals, [])
  })
}

test('equal totals share a rank', () => {
  const { body } = bulletinOf('2021-07-01', { units, tasks: [], office, addressees: [] })
  const ranks = body.flatMap((item) => (item.kind === 'table' && item.table.head[0] === '名次' ? item.table.rows : []))
  assert.deepEqual(ranks, [
    ['1', '甲局', '88.5'],
    ['1', '乙局', '88.5'],
    ['3', '丙局', '60'],
  ])
})
