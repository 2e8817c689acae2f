import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import fc from 'fast-check'
import type { DocumentRead, IssueRead, Piece, ProvisionRead } from './model.ts'
import { parseIssue } from './parse-issue.ts'
import { foldSource } from './source.ts'

const folder = new URL('./fixtures/', import.meta.url)
const samples = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(new URL(name, folder), 'utf8'))

/** Bits that official texts are made of, thrown together without any sense. */
const BITS = [
  '一、',
  '（一）',
  '1.',
  '(2)',
  '第三条 ',
  '附件1\n',
  '附件：',
  '\n',
  '\r\n',
  '\r',
  '　',
  '\ufeff',
  '。',
  '；',
  '：',
  '，',
  '、',
  '（',
  '）',
  '《',
  '》',
  '“',
  '”',
  '|',
  '\n|\n',
  '\t',
  '某市人民政府',
  '某政发〔2021〕7号',
  '关于印发某方案的通知',
  '大事记',
  '目 录\n',
  '◎市政府文件\n',
  '各县（市、区）人民政府：',
  '2021年6月18日',
  '6月底前',
  '每月10日前',
  '2021年',
  '三个月内',
  '次年4月底前',
  '6月31日前',
  '牵头单位：',
  '责任单位：',
  '（市财政局牵头，市教育局配合）',
  '市住房和城乡建设局',
  '按职责分工负责',
  '列第一位者为牵头单位，下同',
  '序号',
  '任务',
  '完成时限',
  '1',
  '△',
  '3日，',
  '10-11日，',
  '任命：',
  '张三为某局局长',
  '李四的某局副局长职务',
  '（试用期一年）',
  '（下转第3页）',
  '\n（上接第2页）',
  '达到95%以上',
  '⾼质量⻔户',
  '自2021年8月1日起施行',
]
const nonsense = fc
  .array(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...BITS) }, fc.string({ unit: 'binary', maxLength: 6 })), {
    maxLength: 60,
  })
  .map((bits) => bits.join(''))
const cutSample = fc
  .record({ text: fc.constantFrom(...samples), from: fc.nat(400), drop: fc.nat(30), at: fc.nat(900) })
  .map(({ text, from, drop, at }) => text.slice(from, at + from) + text.slice(at + from + drop))

test('any text is read, and whatever is read stands in it', () => {
  fc.assert(
    fc.property(fc.oneof(nonsense, cutSample), (source) => {
      check(source, parseIssue(source))
    }),
    { numRuns: 600 },
  )
})

test('samples: whatever is read stands in them', () => {
  for (const source of samples) check(source, parseIssue(source))
})

test('samples: line ends, spaces before the text and a byte order mark change nothing that is read', () => {
  for (const source of samples) {
    const plain = withoutPlaces(parseIssue(source))
    assert.deepEqual(withoutPlaces(parseIssue(`\ufeff${source.replaceAll('\n', '\r\n')}`)), plain)
  }
})

test('samples: every printed character of a document is in its head, its provisions or its signature', () => {
  for (const source of samples) {
    const read = parseIssue(source)
    if (read.issue.title !== null) continue
    assert.equal(lost(source, read), '')
  }
})

const hostile: readonly (readonly [string, string])[] = [
  ['nothing', ''],
  ['open brackets', '（'.repeat(200_000)],
  ['one bracket pair in another', '（'.repeat(20_000) + '）'.repeat(20_000)],
  ['list separators', '、'.repeat(200_000)],
  ['a clause that never ends', `（责任单位：${'市财政局、'.repeat(40_000)}`],
  ['many small brackets', '（a）'.repeat(150_000)],
  ['one line of dates', '6月底前'.repeat(20_000)],
  ['bars', '|\n'.repeat(40_000)],
  ['one cell a line', '序号\n任务\n责任单位\n'.repeat(8_000)],
  ['continuations of nothing', '（上接第1页）\n'.repeat(10_000)],
  ['deep numbering', '一、（一）1.（1）①'.repeat(10_000)],
  ['lone surrogates', '\ud800一、\udc00'.repeat(1_000)],
]

for (const [name, source] of hostile) {
  test(`hostile: ${name}`, () => {
    const read = parseIssue(source)
    for (const measure of read.measures) assert.ok(measure.span.end <= source.length)
  })
}

function check(source: string, read: IssueRead): void {
  const { text } = foldSource(source)
  assert.equal(text.length, source.length)
  for (const measure of read.measures) {
    checkPieces(text, measure.text, measure.pieces)
    assert.ok(measure.span.start >= 0 && measure.span.start <= measure.span.end && measure.span.end <= source.length)
    const lists = {
      lead: measure.assignments.flatMap((each) => each.leads),
      support: measure.assignments.flatMap((each) => each.supports),
      deadline: measure.deadlines.map((each) => each.phrase),
      target: measure.targets.map((each) => each.phrase),
    }
    for (const { kind, index, span } of measure.marks) {
      const printed = measure.text.slice(span.start, span.end)
      const value = lists[kind][index]
      assert.equal(
        kind === 'lead' || kind === 'support' ? printed.replace(/\s+/g, '') : printed,
        value,
        `${kind} ${index}`,
      )
    }
  }
  for (const document of read.documents) {
    for (const milestone of document.milestones)
      assert.ok(milestone.span.start < milestone.span.end && milestone.span.end <= source.length)
    for (const provision of document.provisions.flatMap(all)) checkPieces(text, provision.text, provision.pieces)
    const paths = document.provisions.flatMap(all).map((each) => each.path.join('/'))
    assert.equal(new Set(paths).size, paths.length, `paths of ${document.title} are told apart`)
  }
  const lines = source.split(/\r\n|[\n\r\u2028\u2029\f\v\u0085]/).length
  for (const fault of read.faults) assert.ok(fault.line >= 1 && fault.line <= lines)
}

/** Pieces give the text back; between them stand only line breaks and cell marks that the source does not print. */
function checkPieces(source: string, text: string, pieces: readonly Piece[]): void {
  let at = 0
  for (const piece of pieces) {
    assert.match(text.slice(at, piece.at), /^[\n｜]?$/)
    assert.equal(text.slice(piece.at, piece.at + piece.length), source.slice(piece.source, piece.source + piece.length))
    at = piece.at + piece.length
  }
  assert.equal(at, text.length)
}

function all(provision: ProvisionRead): readonly ProvisionRead[] {
  return [provision, ...provision.children.flatMap(all)]
}

/** What is printed in the source and in no piece of any document, spaces, bars and page furniture apart. */
function lost(source: string, read: IssueRead): string {
  const { text } = foldSource(source)
  const kept = new Uint8Array(text.length)
  const keep = (pieces: readonly Piece[]) => {
    for (const piece of pieces) kept.fill(1, piece.source, piece.source + piece.length)
  }
  const ofDocument = (document: DocumentRead) => {
    keep(document.head)
    keep(document.signature)
    for (const provision of document.provisions.flatMap(all)) keep(provision.pieces)
  }
  read.documents.forEach(ofDocument)
  return [...text.split('').keys()]
    .filter((i) => !kept[i])
    .map((i) => text[i])
    .join('')
    .replace(
      /[\s|\ufeff\u200b\ue00a]|（(?:上接|下转)第?\s*\d+\s*页）|\((?:上接|下转)第?\s*\d+\s*页\)|[-—]+\s*\d+\s*[-—]+|-{3,}/g,
      '',
    )
}

function withoutPlaces(read: IssueRead): unknown {
  return JSON.parse(
    JSON.stringify(read, (key, value: unknown) =>
      ['pieces', 'span', 'head', 'signature'].includes(key) ? undefined : value,
    ),
  )
}
