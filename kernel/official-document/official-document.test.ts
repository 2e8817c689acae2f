import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { plainDate } from '../calendar/index.ts'
import { type Block, type Page, type SetDocument, widthOf } from '../typesetting/index.ts'
import type { BodyItem, OfficialDocument } from './content.ts'
import { layOutDocument } from './layout.ts'
import { breakTitle } from './title-lines.ts'

const TEXT = '各单位对照年度任务逐项梳理，压实责任，完善措施，总体进展良好，但仍有3项任务落后于序时进度。'

const notice: OfficialDocument = {
  kind: '通报',
  mark: { organs: ['云河市人民政府办公室'], withWord: true },
  urgency: null,
  number: '云政办字[2021]第011号',
  signers: [],
  title: '云河市人民政府办公室关于2021年第三季度重点任务落实情况的通报',
  titleWords: [],
  addressees: ['各县（市、区）人民政府', '市政府各部门'],
  body: [{ kind: 'text', text: TEXT }],
  attachments: [],
  signature: ['云河市人民政府办公室'],
  date: plainDate('2021-10-08'),
  note: null,
  copies: ['市委办公室'],
  printing: { by: '云河市人民政府办公室', on: plainDate('2021-10-09') },
  seal: 'none',
}

function set(changes: Partial<OfficialDocument>): SetDocument {
  const layout = layOutDocument({ ...notice, ...changes })
  assert.ok(layout.ok, layout.ok ? '' : JSON.stringify(layout.refusals))
  return layout.value
}

function codes(changes: Partial<OfficialDocument>): readonly string[] {
  const layout = layOutDocument({ ...notice, ...changes })
  return layout.ok ? [] : layout.refusals.map(({ code, where }) => `${code} ${where}`)
}

const role = (block: Block) => ('style' in block ? block.style.role : block.kind)
const roles = (page: Page | undefined) => page?.parts.map(({ block }) => role(block))
const runsOf = (document: SetDocument, wanted: string) =>
  document.flow.flatMap(({ block }) => (block.kind === 'text' && role(block) === wanted ? block.runs : []))
const text = (...items: readonly string[]): readonly BodyItem[] => items.map((one) => ({ kind: 'text', text: one }))

test('head: mark 35 mm down, number in its canonical form, red line 4 mm below it', () => {
  const head = set({}).flow[0]?.block
  assert.ok(head?.kind === 'head')
  const [mark, number, rule] = head.parts
  assert.ok(mark?.kind === 'text' && number?.kind === 'text' && rule?.kind === 'rule')
  const free = (mark.height - mark.style.size) / 2
  assert.ok(Math.abs(((mark.top + free) * 25.4) / 72 - 35) < 0.01)
  assert.equal(mark.pieces[0]?.runs[0]?.text, '云河市人民政府办公室文件')
  assert.equal(number.pieces[0]?.runs[0]?.text, '云政办字〔2021〕11号')
  assert.ok(Math.abs(((rule.top - number.top - number.height) * 25.4) / 72 - 4) < 0.01)
})

test('head of an upward document: number left, who signed right in 楷体, two a line', () => {
  const head = set({
    kind: '请示',
    title: '关于经费的请示',
    addressees: ['某省人民政府'],
    signers: ['王某某', '李某', '赵某'],
  }).flow[0]?.block
  assert.ok(head?.kind === 'head')
  const rows = head.parts.flatMap((part) => (part.kind === 'text' && part.style.role === 'number' ? [part.pieces] : []))
  assert.deepEqual(
    rows.map((pieces) => pieces.map(({ runs }) => runs.map(({ text: one }) => one).join(''))),
    [
      ['签发人：王某某', '李某'],
      ['云政办字〔2021〕11号', '赵某'],
    ],
  )
  assert.equal(rows[0]?.[0]?.runs[1]?.face, 'kaiti')
})

test('body: levels are counted, deeper ones anew, each in its face', () => {
  const heading = (level: 1 | 2 | 3 | 4, name: string, rest = ''): BodyItem => ({
    kind: 'heading',
    level,
    heading: name,
    text: rest,
  })
  const body = [
    ...[heading(1, '甲'), heading(2, '乙', '文'), heading(3, '丙'), heading(4, '丁')],
    ...[heading(2, '戊'), heading(3, '己'), heading(1, '庚')],
  ]
  const document = set({ body })
  const levels = document.flow.flatMap(({ block }) =>
    block.kind === 'text' && /^(heading|body)/.test(role(block)) ? [block.runs.map((run) => [run.text, run.face])] : [],
  )
  assert.deepEqual(levels, [
    [['一、甲', 'heiti']],
    [
      ['（一）乙。', 'kaiti'],
      ['文', 'fangsong'],
    ],
    [['1.丙', 'fangsong']],
    [['（1）丁', 'fangsong']],
    [['（二）戊', 'kaiti']],
    [['1.己', 'fangsong']],
    [['二、庚', 'heiti']],
  ])
})

test('title: words whole, a trapezium or a lozenge, no hourglass', () => {
  assert.deepEqual(breakTitle('关于经费的请示', [], 20), ['关于经费的请示'])
  assert.deepEqual(breakTitle(notice.title, ['云河市人民政府办公室'], 20), [
    '云河市人民政府办公室关于',
    '2021年第三季度重点任务落实情况的通报',
  ])
  const long = '云河市人民政府关于印发云河市进一步优化营商环境降低市场主体制度性交易成本工作方案的通知'
  const widths = breakTitle(long, ['云河市人民政府'], 20)?.map(widthOf) ?? []
  assert.equal(widths.length, 3)
  assert.ok(!((widths[0] ?? 0) > (widths[1] ?? 0) && (widths[2] ?? 0) > (widths[1] ?? 0)))
})

test('a signature never stands on a page without text, and the first page shows text', () => {
  for (let count = 1; count <= 40; count += 1) {
    const pages = set({ body: text('任务'.repeat(13 * count)), seal: 'demonstration' }).pages.map(roles)
    assert.ok(pages[0]?.includes('body'), `${count} lines`)
    for (const page of pages) if (page?.includes('signature')) assert.ok(page.includes('body'), `${count} lines`)
  }
})

test('signature: without a seal the date begins two in from the name; with one both are centred, date four from the edge', () => {
  const placed = (seal: OfficialDocument['seal']) =>
    set({ seal }).flow.flatMap(({ block }) => (block.kind === 'pieces' ? block.pieces : []))
  const [name, date] = placed('none')
  assert.deepEqual([name?.at, name?.align, date?.runs[0]?.text], [16, 'left', '2021年10月8日'])
  assert.deepEqual([date?.at, date?.align], [18 + widthOf('2021年10月8日'), 'right'])
  const [sealedName, sealedDate] = placed('demonstration')
  assert.deepEqual([sealedName?.at, sealedDate?.at, sealedDate?.align], [20.75, 20.75, 'centre'])
})

test('attachments: listed below the body, each on a page of its own, title on the third line', () => {
  const attachments = [
    { title: '任务清单', body: text(TEXT) },
    { title: '责任分工', body: text(TEXT) },
  ]
  const document = set({ attachments })
  assert.deepEqual(
    runsOf(document, 'attachment-list').map(({ text: one }) => one),
    ['附件：1.任务清单', '2.责任分工'],
  )
  const page = document.pages.find((one) => roles(one)?.[0] === 'attachment-label')
  assert.deepEqual(roles(page)?.slice(0, 3), ['attachment-label', 'blank', 'attachment-title'])
  assert.equal(page?.parts[2]?.at, 2)
})

test('imprint: on the last, even page; where a blank page comes before it neither has a number', () => {
  const short = set({}).pages
  assert.deepEqual(short.map(({ number, foot }) => [number, foot !== null]).at(-1), [2, true])
  const numbers = (count: number) => set({ body: text('任务'.repeat(13 * count)) }).pages
  for (let count = 1; count <= 60; count += 1) {
    const pages = numbers(count)
    assert.equal(pages.length % 2, 0)
    assert.ok(pages.at(-1)?.foot !== null)
    const bare = pages.filter(({ number }) => number === null)
    assert.ok(bare.length === 0 || (bare.length === 2 && pages.at(-2)?.parts.length === 0))
  }
  assert.ok(Array.from({ length: 60 }, (_, i) => numbers(i + 1)).some((pages) => pages.at(-1)?.number === null))
  assert.equal(set({ copies: [], printing: null }).foot, null)
})

test('addressees that leave no room for text on the first page go to the imprint', () => {
  const document = set({ addressees: Array.from({ length: 40 }, (_, i) => `云河市第${i + 1}局`) })
  assert.deepEqual(runsOf(document, 'addressees'), [])
  const [first] = document.foot?.rows ?? []
  assert.ok(first?.kind === 'text' && first.runs[0]?.text.startsWith('主送：云河市第1局，'))
})

test('refusals: each rule that is broken is named with its place', () => {
  assert.deepEqual(codes({ number: '云政办字2021-11' }), ['number-malformed number'])
  assert.deepEqual(codes({ kind: '请示', title: '关于经费的请示', signers: ['王某'] }), ['addressee-one addressees'])
  assert.deepEqual(codes({ kind: '报告', title: '关于落实情况的报告' }), ['signer-missing signers'])
  assert.deepEqual(codes({ signers: ['王某'] }), ['signer-unfitting signers'])
  assert.deepEqual(codes({ kind: '通告' }), ['title-kind title', 'addressee-unfitting addressees'])
  assert.deepEqual(codes({ kind: '纪要', title: '会议纪要' }), ['kind-own-format kind'])
  assert.deepEqual(codes({ body: [] }), ['body-missing body'])
  assert.deepEqual(codes({ body: text('甲\n乙', ' ') }), ['text-unprintable body 1', 'text-empty body 2'])
  assert.deepEqual(codes({ attachments: [{ title: '清单。', body: text(TEXT) }] }), ['attachment-name attachments 1'])
  assert.deepEqual(codes({ printing: { by: '办公室', on: plainDate('2021-10-07') } }), [
    'printed-before-signed printing',
  ])
  assert.deepEqual(codes({ title: `${'很长的标题'.repeat(20)}通报` }), ['title-too-long title'])
  assert.deepEqual(codes({ mark: { organs: ['某'.repeat(20)], withWord: true } }), ['mark-too-long mark'])
  const uneven = { head: ['甲', '乙'], rows: [['一']], widths: null }
  assert.deepEqual(codes({ body: [{ kind: 'table', title: null, table: uneven }] }), ['table-columns body 1'])
})

test('any body keeps its characters in order; no line over 28 characters, no page over 22 lines', () => {
  const paragraph = fc.string({ unit: fc.constantFrom(...'公文“”（），。、1a %——'), minLength: 1, maxLength: 400 })
  const bodies = fc.array(
    paragraph.filter((one) => one.trim() !== ''),
    { minLength: 1, maxLength: 12 },
  )
  fc.assert(
    fc.property(bodies, (all) => {
      const document = set({ body: text(...all) })
      const parts = document.pages.flatMap((page) => page.parts)
      const lines = parts.flatMap(({ block, from, to }) => (block.kind === 'text' ? block.lines.slice(from, to) : []))
      const body = parts.flatMap(({ block, from, to }) =>
        block.kind === 'text' && role(block) === 'body' ? block.lines.slice(from, to) : [],
      )
      assert.equal(body.flatMap((line) => line.runs.map((run) => run.text)).join(''), all.join(''))
      for (const line of lines) assert.ok(line.indent + line.width <= 28)
      for (const page of document.pages) {
        const ends = page.parts.map(({ block, from, to, at }) => at + (block.kind === 'text' ? to - from : 1))
        assert.ok(Math.max(0, ...ends) <= 22)
      }
    }),
    { numRuns: 60 },
  )
})
