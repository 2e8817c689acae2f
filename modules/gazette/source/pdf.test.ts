import assert from 'node:assert/strict'
import { test } from 'node:test'
import { PDFDocument, rgb } from 'pdf-lib'
import { paragraph, pdfOf, textOf } from './pdf-made.ts'
import { readSource } from './read-source.ts'
import { defaultLimits, type RefusalCode } from './source-read.ts'

const FIRST =
  '为进一步方便企业和群众办事，市政府决定在全市推行一窗受理，各县区要在六月底前完成窗口整合，并将落实情况报市政府办公室，逾期未完成的予以通报。'
const SECOND = '各部门要指定专人负责，建立台账，逐项销号，确保各项任务按时完成。'

test('pdf: lines become paragraphs, also over a page; page numbers and running heads go', async () => {
  const lines = [...paragraph(FIRST, 20), ...paragraph(SECOND, 20)]
  const bytes = await pdfOf((document, pen) => {
    for (let number = 1; number <= 3; number++) {
      const page = document.addPage([400, 600])
      pen.write(page, { x: 80, y: 570 }, [`某市人民政府公报 2022年第${number}期`])
      pen.write(page, { x: 60, y: 500 }, lines.slice((number - 1) * 2, number === 3 ? undefined : number * 2))
      pen.write(page, { x: 190, y: 30 }, [`— ${number} —`])
    }
  })
  assert.deepEqual(await textOf(bytes), [FIRST, '', SECOND])
})

test('pdf: two columns are read one after the other, between what spans both', async () => {
  const left = Array.from({ length: 4 }, (_, i) => paragraph(`左栏第${i + 1}段${FIRST.slice(0, 26)}。`, 14)).flat()
  const right = Array.from({ length: 4 }, (_, i) => paragraph(`右栏第${i + 1}段${SECOND.slice(0, 26)}。`, 14)).flat()
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([460, 700])
    pen.write(page, { x: 100, y: 650 }, ['某市人民政府关于印发工作方案的通知'])
    pen.write(page, { x: 40, y: 600 }, left)
    pen.write(page, { x: 240, y: 603 }, right)
  })
  const lines = await textOf(bytes)
  assert.deepEqual(
    lines.map((line) => line.slice(0, 6)),
    [
      '某市人民政府',
      ...[1, 2, 3, 4].map((n) => `左栏第${n}段${FIRST[0]}`),
      ...[1, 2, 3, 4].map((n) => `右栏第${n}段${SECOND[0]}`),
    ],
  )
})

test('pdf: a bordered table is a line a row; what spans rows stands in each', async () => {
  const xs = [50, 100, 250, 380]
  const ys = [560, 530, 470, 440]
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([450, 650])
    const line = (x1: number, y1: number, x2: number, y2: number) =>
      page.drawLine({ start: { x: x1, y: y1 }, end: { x: x2, y: y2 }, thickness: 1, color: rgb(0, 0, 0) })
    for (const x of xs) line(x, 440, x, 560)
    for (const y of ys) line(50, y, y === 470 ? 250 : 380, y)
    pen.write(page, { x: 120, y: 600 }, ['重点任务分解表'])
    pen.write(page, { x: 60, y: 540 }, ['序号'])
    pen.write(page, { x: 110, y: 540 }, ['任务'])
    pen.write(page, { x: 260, y: 540 }, ['责任单位'])
    pen.write(page, { x: 65, y: 500 }, ['1'])
    pen.write(page, { x: 105, y: 510 }, ['推行一窗受理，完成', '全部窗口整合'])
    pen.write(page, { x: 65, y: 450 }, ['2'])
    pen.write(page, { x: 105, y: 450 }, ['公布事项清单'])
    pen.write(page, { x: 260, y: 490 }, ['市行政审批局'])
  })
  assert.deepEqual(await textOf(bytes), [
    '重点任务分解表',
    '| 序号 | 任务 | 责任单位 |',
    '| 1 | 推行一窗受理，完成全部窗口整合 | 市行政审批局 |',
    '| 2 | 公布事项清单 | 市行政审批局 |',
  ])
})

test('pdf: a page without text is named, the others are read', async () => {
  const bytes = await pdfOf((document, pen) => {
    pen.write(document.addPage([400, 600]), { x: 60, y: 500 }, paragraph(FIRST, 20))
    document.addPage([400, 600])
  })
  const read = await readSource(bytes, 'a.pdf')
  assert.deepEqual(read.ok && [read.pages, read.notes], [2, ['第 2 页没有文字（可能是扫描页或空白页），没有读入。']])
})

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

async function scan(): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  document.addPage([400, 600]).drawImage(await document.embedPng(PNG), { x: 0, y: 0, width: 400, height: 600 })
  return document.save()
}

const NO_MORE = { page: '', objects: [] }
const PAGES = '<</Type/Pages/Kids[3 0 R]/Count 1>>'

/** A file by hand, with those entries in its trailer, that root of pages, and more on its page and behind it. */
function byHand(
  trailer: string,
  pages = PAGES,
  more: { page: string; objects: readonly string[] } = NO_MORE,
): Uint8Array {
  const page = `<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 900]${more.page}>>`
  const objects = ['<</Type/Catalog/Pages 2 0 R>>', pages, page, ...more.objects]
  const body = objects.map((object, i) => `${i + 1} 0 obj\n${object}\nendobj\n`).join('')
  return Buffer.from(`%PDF-1.4\n${body}trailer\n<</Root 1 0 R/Size ${objects.length + 1}${trailer}>>\n`)
}

const NOTICE = '云泽市人民政府关于印发重点任务分工方案的通知：各县、区'

/** Codes of a text in UCS-2 and in GBK, as they stand in a pdf; GBK by its pairs, for the platform only decodes. */
const codes = {
  'UniGB-UCS2-H': (text: string) => Buffer.from(text, 'utf16le').swap16().toString('hex'),
  'GBK-EUC-H': (text: string) => {
    const decoder = new TextDecoder('gb18030')
    const pairs = Array.from({ length: 0x7e * 0xbf }, (_, i) =>
      Uint8Array.of(0x81 + Math.floor(i / 0xbf), 0x40 + (i % 0xbf)),
    )
    const byText = new Map(pairs.map((pair) => [decoder.decode(pair), Buffer.from(pair).toString('hex')]))
    return [...text].map((sign) => byText.get(sign) ?? '').join('')
  },
}

for (const [encoding, code] of Object.entries(codes)) {
  test(`pdf: a font that is only named, in ${encoding}`, async () => {
    const content = `BT /F1 12 Tf 50 700 Td <${code(NOTICE)}> Tj ET`
    const font = `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/${encoding}/DescendantFonts[6 0 R]>>`
    const info = '/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>'
    const objects = [
      `<</Length ${content.length}>>stream\n${content}\nendstream`,
      font,
      `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light${info}/FontDescriptor 7 0 R/DW 1000>>`,
      '<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 0 1000 880]/Ascent 880/Descent 0>>',
    ]
    const page = '/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>'
    assert.deepEqual(await textOf(byHand('', PAGES, { page, objects })), [NOTICE])
  })
}

const string = `<${'41'.repeat(32)}>`
const locked = byHand(`/ID[${string}${string}]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O ${string}/U ${string}>>`)

const refusals: readonly (readonly [name: string, bytes: Uint8Array, code: RefusalCode])[] = [
  ['pictures only', await scan(), 'pdf-no-text'],
  ['no text at all', byHand(''), 'pdf-no-text'],
  ['only its first bytes', Buffer.from('%PDF-1.7\n'), 'pdf-broken'],
  ['rubbish behind the signature', Buffer.from(`%PDF-1.7\n${'x'.repeat(5000)}`), 'pdf-broken'],
  ['a password', locked, 'source-encrypted'],
  [
    'a false claim of a thousand million pages',
    byHand('', '<</Type/Pages/Kids[3 0 R]/Count 1000000000>>'),
    'pdf-no-text',
  ],
  ['a million arrays in each other', byHand('', '['.repeat(1_000_000)), 'pdf-broken'],
]

for (const [name, bytes, code] of refusals) {
  test(`pdf refused: ${name}`, async () => {
    const read = await readSource(bytes, 'a.pdf')
    assert.equal(read.ok ? read.text : read.code, code)
  })
}

test('pdf refused: not read within its time', async () => {
  const read = await readSource(await scan(), 'a.pdf', { ...defaultLimits, maxMilliseconds: 1 })
  assert.equal(read.ok ? 'read' : read.code, 'source-too-slow')
})
