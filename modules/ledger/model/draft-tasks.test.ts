import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Mark } from '@guangyue/kernel/gazette-text'
import fc from 'fast-check'
import { draftTasks } from './draft-tasks.ts'
import type { Reading } from './ledger.ts'

interface Printed {
  readonly text: string | null
  readonly title?: string
  readonly assignments?: readonly (readonly [leads: readonly string[], supports: readonly string[]])[]
  /** phrase → due */
  readonly dates?: readonly (readonly [phrase: string, due: string | null, kind?: string])[]
  readonly targets?: readonly string[]
  readonly leadByRule?: string
}

/** A reading whose marks are where its words stand in the text, in order. */
function read({ text, title = '一件事', assignments = [], dates = [], targets = [], leadByRule }: Printed): Reading {
  const from = { lead: 0, support: 0, deadline: 0, target: 0 }
  const mark = (kind: Mark['kind'], words: string, index: number): readonly Mark[] => {
    const at = text?.indexOf(words, from[kind]) ?? -1
    if (at < 0) return []
    from[kind] = at + words.length
    return [{ kind, index, span: { start: at, end: at + words.length } }]
  }
  return {
    title,
    text,
    assignments: assignments.map(([leads, supports]) => ({ leads, supports, label: null, covers: null })),
    deadlines: dates.map(([phrase, due, kind = 'by']) => ({ phrase, kind, due, start: null, rule: null }) as never),
    targets: targets.map((phrase) => ({ phrase, metric: phrase, op: '>=', value: 1, unit: '%' })),
    marks: [
      ...assignments.flatMap(([leads]) => leads).flatMap((name, index) => mark('lead', name, index)),
      ...assignments.flatMap(([, supports]) => supports).flatMap((name, index) => mark('support', name, index)),
      ...dates.flatMap(([phrase], index) => mark('deadline', phrase, index)),
      ...targets.flatMap((phrase, index) => mark('target', phrase, index)),
    ],
    line: 1,
    leadByRule: leadByRule ?? null,
  }
}

const one = [[['甲局'], ['乙局']]] as const

const table: readonly (readonly [name: string, printed: Printed, tasks: readonly string[]])[] = [
  [
    'each dated sentence is a task, the others are one general task',
    {
      text: '一件事。6月底前，全面实现网上办理，扩大范围。做好日常工作。8月底前完成验收。（牵头单位：甲局；责任单位：乙局）',
      assignments: one,
      dates: [
        ['6月底前', '2021-06-30'],
        ['8月底前', '2021-08-31'],
      ],
    },
    ['全面实现网上办理，扩大范围 甲局 2021-06-30', '一件事 甲局 ', '一件事：完成验收 甲局 2021-08-31'],
  ],
  [
    'a single sentence keeps the name of the clause',
    {
      text: '一件事。6月底前完成全部改造。（甲局牵头）',
      assignments: [[['甲局'], []]],
      dates: [['6月底前', '2021-06-30']],
    },
    ['一件事 甲局 2021-06-30'],
  ],
  [
    'two dates in one sentence stay together',
    {
      text: '6月底前、12月底前分别完成一次检查和一次复查。',
      dates: [
        ['6月底前', '2021-06-30'],
        ['12月底前', '2021-12-31'],
      ],
    },
    ['一件事  2021-06-30 2021-12-31'],
  ],
  [
    'a target without a date is a task of its own',
    { text: '一件事。完善各项制度和办法。网办率达到95%以上。', targets: ['95%以上'] },
    ['一件事  ', '网办率达到95%以上  →1'],
  ],
  [
    'a vague word or a term without a day splits nothing',
    {
      text: '一件事。及时处理群众反映的问题。3个工作日内答复来信。',
      dates: [
        ['及时', null, 'fuzzy'],
        ['3个工作日内', null, 'duration'],
      ],
    },
    ['一件事   '],
  ],
  [
    'each assignment has the text before it',
    {
      text: '建立工作专班。（甲局牵头）6月底前出台管理办法。（乙局牵头）',
      assignments: [
        [['甲局'], []],
        [['乙局'], []],
      ],
      dates: [['6月底前', '2021-06-30']],
    },
    ['建立工作专班 甲局 ', '出台管理办法 乙局 2021-06-30'],
  ],
  [
    'facts without text are one task of all parties',
    {
      text: null,
      assignments: [
        [['甲局'], ['丙局']],
        [['乙局'], ['甲局']],
      ],
      dates: [
        ['6月底前', '2021-06-30'],
        ['8月底前', '2021-08-31'],
      ],
    },
    ['一件事 甲局、乙局 2021-06-30 2021-08-31'],
  ],
  [
    'a lead by the rule of the document is proposed where none is printed',
    { text: '一件事。做好日常工作。', leadByRule: '甲局' },
    ['一件事 甲局 '],
  ],
  [
    'a date that is not marked in the text is not lost',
    { text: '一件事。做好日常的工作。', dates: [['年底前', '2021-12-31']] },
    ['一件事  2021-12-31'],
  ],
  ['nothing but a heading', { text: '一件事' }, ['一件事  ']],
]

for (const [name, printed, expected] of table) {
  test(`draft: ${name}`, () => {
    const tasks = draftTasks(read(printed)).map((task) => {
      const dates = task.dates.map(({ due }) => due ?? '').join(' ')
      return `${task.title} ${task.leads.join('、')} ${dates}${task.targets.length > 0 ? `→${task.targets.length}` : ''}`
    })
    assert.deepEqual(tasks, expected)
  })
}

const piece = fc.constantFrom(
  '一件事。',
  '6月底前完成甲事。',
  '持续做好日常工作。',
  '达到95%以上；',
  '（甲局牵头）',
  '\n',
  '（',
  '”',
  '及时',
)
const anyReading = fc
  .record({
    text: fc.option(fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join(''))),
    dates: fc.array(fc.constantFrom(['6月底前', '2021-06-30'] as const, ['及时', null, 'fuzzy'] as const), {
      maxLength: 4,
    }),
    targets: fc.array(fc.constant('95%以上'), { maxLength: 3 }),
    assignments: fc.array(fc.constantFrom([['甲局'], []] as const, [[], ['乙局']] as const), { maxLength: 3 }),
  })
  .map(read)

test('draft: total and stable; each date and target is in exactly one task, each span inside the text', () => {
  fc.assert(
    fc.property(anyReading, (reading) => {
      const tasks = draftTasks(reading)
      assert.deepEqual(draftTasks(reading), tasks)
      assert.ok(tasks.length > 0)
      const dates = tasks.flatMap((task) => task.dates.map(({ index }) => index))
      assert.deepEqual(
        dates.toSorted(),
        reading.deadlines.map((_, index) => index),
      )
      const targets = tasks.flatMap((task) => task.targets.map(({ index }) => index))
      assert.deepEqual(
        targets.toSorted(),
        reading.targets.map((_, index) => index),
      )
      for (const { title, span } of tasks) {
        assert.ok(title.length > 0 && title.length <= 300)
        if (span) assert.ok(span.start < span.end && span.end <= (reading.text?.length ?? 0))
      }
    }),
  )
})
