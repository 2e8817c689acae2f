import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { type BodyLine, bodyLines, checkLines } from './body-rows.ts'

const line = (part: Partial<BodyLine>): BodyLine => {
  const name = part.name ?? '试验市财政局'
  return { line: 2, short: part.short ?? name, kind: '其他', parent: '', aliases: [], ...part, name }
}
const known = [{ name: '试验市人民政府', short: '市政府' }]

const table = [
  ['a new body under a known one', [line({ parent: '市政府' })], ['new']],
  ['a body that is there', [line({ name: '试验市人民政府' })], ['known']],
  ['a parent in the same table, below', [line({ parent: '甲局' }), line({ name: '甲局' })], ['new', 'new']],
  ['no name', [line({ name: '' })], ['没有填写名称']],
  ['a parent that is nowhere', [line({ parent: '市月球局' })], ['没有找到上级“市月球局”']],
  [
    'twice',
    [line({ name: '甲' }), line({ name: '甲' })],
    ['“甲”在表中另一行也是名称或简称', '“甲”在表中另一行也是名称或简称'],
  ],
  ['a short name in use', [line({ short: '市政府' })], ['“市政府”已是“试验市人民政府”的名称或简称']],
  ["an alias that is another's name", [line({ aliases: ['市政府'] })], ['别名“市政府”是“试验市人民政府”的名称']],
  ['its own parent', [line({ parent: '试验市财政局' })], ['上级关系成了一个圈']],
  [
    'a circle',
    [line({ name: '甲', parent: '乙' }), line({ name: '乙', parent: '甲' })],
    ['上级关系成了一个圈', '上级关系成了一个圈'],
  ],
] as const

for (const [name, lines, expected] of table) {
  test(`body rows: ${name}`, () => {
    const got = checkLines(lines, known).map(({ state, faults }) => (state === 'fault' ? faults.join() : state))
    assert.deepEqual(got, expected)
  })
}

test('body rows: headings anywhere in the first rows, in any order, others left aside', () => {
  const rows = [
    { line: 1, cells: ['单位一览'] },
    { line: 3, cells: ['序号', '别名', '名称（必填）', ' 类型'] },
    { line: 4, cells: ['1', '甲办、 甲室', '甲办公室', ''] },
  ]
  assert.deepEqual(bodyLines(rows), [
    { line: 4, name: '甲办公室', short: '甲办公室', kind: '其他', parent: '', aliases: ['甲办', '甲室'] },
  ])
  assert.throws(() => bodyLines([{ line: 1, cells: ['单位'] }]), { code: 'organisations.sheet-refused' })
})

test('body rows: any table of a few names is checked to the end, and what is taken has no circle', () => {
  const name = fc.constantFrom('甲', '乙', '丙', '丁', '')
  const any = fc.array(fc.record({ name, short: name, parent: name, aliases: fc.array(name, { maxLength: 2 }) }), {
    maxLength: 6,
  })
  fc.assert(
    fc.property(any, (rows) => {
      const checked = checkLines(
        rows.map((row, at) => line({ ...row, line: at })),
        [],
      )
      const taken = new Map(checked.filter(({ state }) => state === 'new').map((row) => [row.name, row]))
      for (const row of taken.values()) {
        let at: BodyLine | undefined = row
        for (let step = 0; at && step < 10; step += 1) at = taken.get(at.parent)
        assert.equal(at, undefined)
      }
    }),
  )
})
