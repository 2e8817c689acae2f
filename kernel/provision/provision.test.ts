import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { writeChineseNumeral } from '../numeral/index.ts'
import { citationOf, findCitation } from './citation.ts'
import { compareProvisions } from './provision-order.ts'
import { findPermalink, findProvision, type ProvisionRef, permalinkOf, writeProvision } from './provision-ref.ts'

const plan = '聊政发〔2021〕7号'
const table: readonly (readonly [string, string, readonly string[], string])[] = [
  // citation                             document   path                       canonical text
  ['聊政发〔2021〕7号 附件一（一）', plan, ['附件', '一', '（一）'], 'documents/聊政发〔2021〕7号/附件/一/（一）'],
  ['聊政发〔2021〕7号', plan, [], 'documents/聊政发〔2021〕7号'],
  ['聊政发〔2021〕7号 附件2', plan, ['附件2'], 'documents/聊政发〔2021〕7号/附件2'],
  ['聊政发〔2021〕7号 四', plan, ['四'], 'documents/聊政发〔2021〕7号/四'],
  ['行政许可法 第三十二条', '行政许可法', ['第三十二条'], 'documents/行政许可法/第三十二条'],
  ['行政许可法 第三十二条第二款', '行政许可法', ['第三十二条', '第二款'], 'documents/行政许可法/第三十二条/第二款'],
  ['刑法 第二百五十三条之一', '刑法', ['第二百五十三条之一'], 'documents/刑法/第二百五十三条之一'],
  [
    '聊政办字〔2021〕11号 第四条（十三）2①',
    '聊政办字〔2021〕11号',
    ['第四条', '（十三）', '2', '①'],
    'documents/聊政办字〔2021〕11号/第四条/（十三）/2/①',
  ],
  [
    '聊政办字〔2021〕13号 三（一）未编号段落',
    '聊政办字〔2021〕13号',
    ['三', '（一）', '未编号段落'],
    'documents/聊政办字〔2021〕13号/三/（一）/未编号段落',
  ],
  ['聊政任〔2021〕13号 第3段', '聊政任〔2021〕13号', ['第3段'], 'documents/聊政任〔2021〕13号/第3段'],
  [
    '聊政办字〔2021〕13号 五第12段',
    '聊政办字〔2021〕13号',
    ['五', '第12段'],
    'documents/聊政办字〔2021〕13号/五/第12段',
  ],
  ['聊政发〔2021〕7号 印发通知第1段', plan, ['印发通知', '第1段'], 'documents/聊政发〔2021〕7号/印发通知/第1段'],
  ['聊政发〔2021〕7号 正文', plan, ['正文'], 'documents/聊政发〔2021〕7号/正文'],
  ['行政许可法', '行政许可法', [], 'documents/行政许可法'],
]
for (const [citation, document, path, canonical] of table) {
  test(`provision: ${citation}`, () => {
    const ref = { document, path }
    assert.equal(citationOf(ref), citation)
    assert.deepEqual(findCitation(citation), ref)
    assert.equal(writeProvision(ref), canonical)
    assert.deepEqual(findProvision(canonical), ref)
    assert.deepEqual(findPermalink(permalinkOf(ref)), ref)
    assert.equal(decodeURI(permalinkOf(ref)), `/${canonical}`)
  })
}

const readToo: readonly (readonly [string, string])[] = [
  ['聊政发〔2021〕7号 附件 一（一）', 'documents/聊政发〔2021〕7号/附件/一/（一）'],
  ['聊政发[2021]7号附件一(一)', 'documents/聊政发〔2021〕7号/附件/一/（一）'],
  ['聊政发（２０２１）７号 附件一、（一）', 'documents/聊政发〔2021〕7号/附件/一/（一）'],
  ['《行政许可法》第三十二条', 'documents/行政许可法/第三十二条'],
  ['行政许可法第三十二条', 'documents/行政许可法/第三十二条'],
  ['《中华人民共和国 行政许可法》', 'documents/中华人民共和国 行政许可法'],
  ['documents/行政许可法/第三十二条', 'documents/行政许可法/第三十二条'],
]
for (const [citation, canonical] of readToo) {
  test(`citation read: ${citation}`, () => {
    const found = findCitation(citation)
    assert.equal(found && writeProvision(found), canonical)
  })
}

const nothing = [
  '',
  ' ',
  '聊政发〔2021〕7号 附件一（一）目标任务',
  '聊政发〔2021〕7号 ？',
  'documents/',
  'documents//一',
  'documents/a/',
]
for (const text of nothing) test(`citation: nothing in “${text}”`, () => assert.equal(findCitation(text), undefined))

const noLinks = [
  '',
  '/',
  '/documents',
  '/documents/',
  '/documents/%E4',
  '/documents/a%2Fb',
  '/documents/a//b',
  'documents/a',
  '/documents/~3',
  '/documents/a~2b',
  '/documents/..',
]
for (const path of noLinks) test(`permalink: nothing at “${path}”`, () => assert.equal(findPermalink(path), undefined))

const piece = fc.oneof(
  fc.string({ unit: 'binary', minLength: 1, maxLength: 8 }),
  fc.constantFrom(
    '.',
    '..',
    '/',
    '~',
    '~1',
    '%2F',
    'documents',
    'documents/a',
    '附件一',
    '十',
    '一',
    '《',
    '》',
    ' ',
    '第三条',
    plan,
  ),
)
const anyRef: fc.Arbitrary<ProvisionRef> = fc
  .tuple(piece, fc.array(piece, { maxLength: 4 }))
  .map(([document, path]) => ({ document, path }))

test('provision: any place is found again by its canonical text, its permalink and its citation', () => {
  fc.assert(
    fc.property(anyRef, (ref) => {
      assert.deepEqual(findProvision(writeProvision(ref)), ref)
      assert.deepEqual(findPermalink(permalinkOf(ref)), ref)
      assert.deepEqual(findCitation(citationOf(ref)), ref)
      const { pathname } = new URL(permalinkOf(ref), 'http://city.example')
      assert.deepEqual(findPermalink(pathname), ref, 'a browser leaves the path as it is')
    }),
    { numRuns: 2000 },
  )
})

const numeral = fc.integer({ min: 1, max: 999 }).map(writeChineseNumeral)
const printedPath = fc
  .constantFrom<readonly string[]>(['附件'], [])
  .chain((annex) =>
    fc
      .tuple(numeral, numeral, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 3 }))
      .map(([first, second, third, depth]) => [...annex, ...[first, `（${second}）`, String(third)].slice(0, depth)]),
  )

test('provision: printed paths are cited as people cite them', () => {
  fc.assert(
    fc.property(printedPath, (path) => {
      const ref = { document: plan, path }
      assert.equal(citationOf(ref), path.length === 0 ? plan : `${plan} ${path.join('')}`)
      assert.deepEqual(findCitation(citationOf(ref)), ref)
    }),
  )
})

test('provision: order', () => {
  const refs = [
    'documents/聊政办发〔2020〕30号',
    'documents/聊政办发〔2021〕5号',
    'documents/聊政发〔2021〕7号',
    'documents/聊政发〔2021〕7号/一',
    'documents/聊政发〔2021〕7号/二',
    'documents/聊政发〔2021〕7号/二/（一）',
    'documents/聊政发〔2021〕7号/二/（二）/1',
    'documents/聊政发〔2021〕7号/二/（二）/2',
    'documents/聊政发〔2021〕7号/二/（二）/10',
    'documents/聊政发〔2021〕7号/二/（十）',
    'documents/聊政发〔2021〕7号/二/（十）/第2段',
    'documents/聊政发〔2021〕7号/二/（十）/第10段',
    'documents/聊政发〔2021〕7号/十',
    'documents/聊政发〔2021〕7号/十一',
    'documents/聊政发〔2021〕7号/未编号段落',
    'documents/聊政发〔2021〕7号/附件',
    'documents/聊政发〔2021〕7号/附件/一',
    'documents/聊政发〔2021〕7号/附件1',
    'documents/聊政发〔2021〕7号/附件2',
    'documents/聊政发〔2021〕7号/附件10',
    'documents/聊政发〔2021〕13号/第二条',
    'documents/聊政发〔2021〕13号/第十条/①',
    'documents/聊政发〔2021〕13号/第十条/②',
    'documents/行政许可法/第九条',
    'documents/行政许可法/第三十二条',
  ].flatMap((text) => findProvision(text) ?? [])
  assert.equal(refs.length, 25)
  fc.assert(
    fc.property(fc.shuffledSubarray(refs, { minLength: 25 }), (shuffled) => {
      assert.deepEqual(shuffled.toSorted(compareProvisions).map(writeProvision), refs.map(writeProvision))
    }),
  )
  fc.assert(
    fc.property(anyRef, anyRef, anyRef, (a, b, c) => {
      assert.equal(Math.sign(compareProvisions(a, b)), 0 - Math.sign(compareProvisions(b, a)))
      assert.equal(compareProvisions(a, b) === 0, writeProvision(a) === writeProvision(b))
      if (compareProvisions(a, b) < 0 && compareProvisions(b, c) < 0) assert.ok(compareProvisions(a, c) < 0)
    }),
  )
})
