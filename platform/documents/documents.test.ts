import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { plainDate } from '@guangyue/kernel/calendar'
import { layOutDocument, type OfficialDocument } from '@guangyue/kernel/official-document'
import type { SetDocument } from '@guangyue/kernel/typesetting'
import JSZip from 'jszip'
import { PDFDict, PDFDocument, PDFName } from 'pdf-lib'
import { getDocumentProxy } from 'unpdf'
import { writeDocx } from './docx.ts'
import { fontFile } from './faces.ts'
import { writePdf } from './pdf.ts'
import { wholeFontkit } from './whole-fontkit.ts'

const TEXT = '各单位对照年度任务“逐项梳理”，压实责任，完善措施，总体进展良好，但仍有3项任务落后于序时进度。'

const notice: OfficialDocument = {
  kind: '通报',
  mark: { organs: ['云河市人民政府办公室'], withWord: true },
  urgency: null,
  number: '云政办字〔2021〕11号',
  signers: [],
  title: '云河市人民政府办公室关于重点任务落实情况的通报',
  titleWords: [],
  addressees: ['各县（市、区）人民政府'],
  body: [
    { kind: 'heading', level: 1, heading: '总体情况', text: '' },
    { kind: 'heading', level: 2, heading: '进度。', text: TEXT.repeat(12) },
    {
      kind: 'table',
      title: '完成情况',
      table: { head: ['任务', '进度'], rows: [['甲项', '95.5%']], widths: null },
    },
    { kind: 'text', text: TEXT },
  ],
  attachments: [{ title: '任务清单', body: [{ kind: 'text', text: TEXT }] }],
  signature: ['云河市人民政府办公室'],
  date: plainDate('2021-10-08'),
  note: '此件公开发布',
  copies: ['市委办公室', '市政协办公室'],
  printing: { by: '云河市人民政府办公室', on: plainDate('2021-10-09') },
  seal: 'demonstration',
}

function set(changes: Partial<OfficialDocument> = {}): SetDocument {
  const layout = layOutDocument({ ...notice, ...changes })
  assert.ok(layout.ok, layout.ok ? '' : JSON.stringify(layout.refusals))
  return layout.value
}

/** The parts of a docx by name. */
async function partsOf(document: SetDocument): Promise<(name: string) => Promise<string>> {
  const zip = await JSZip.loadAsync(await writeDocx(document))
  return async (name) => (await zip.file(`word/${name}`)?.async('string')) ?? ''
}

/** Each run of text with its font and size in half points. */
function runsOf(xml: string): readonly (readonly [text: string, font: string, size: string])[] {
  return [...xml.matchAll(/<w:r>(.*?)<\/w:r>/gs)].flatMap(([, run = '']) => {
    const text = /<w:t[^>]*>([^<]*)/.exec(run)?.[1]
    const font = /w:eastAsia="([^"]*)"/.exec(run)?.[1] ?? ''
    return text === undefined ? [] : [[text, font, /<w:sz w:val="(\d+)"/.exec(run)?.[1] ?? ''] as const]
  })
}

function paragraphWith(xml: string, text: string): string {
  const found = [...xml.matchAll(/<w:p>.*?<\/w:p>/gs)].map(([one]) => one).find((one) => one.includes(text))
  assert.ok(found, text)
  return found
}

test('docx: A4, margins 37/28/26/35 mm, 22 lines of 29 pt, 28 characters of 15.79 pt', async () => {
  const xml = await (await partsOf(set()))('document.xml')
  assert.match(xml, /<w:pgSz w:w="11906" w:h="16838"/)
  const margin = (side: string) => Number(new RegExp(`<w:pgMar [^>]*w:${side}="(\\d+)"`).exec(xml)?.[1]) * (25.4 / 1440)
  const around = ['top', 'left', 'right', 'bottom'].map((side) => Math.round(margin(side)))
  assert.deepEqual(around, [37, 28, 26, 35])
  const grid = /<w:docGrid w:type="linesAndChars" w:linePitch="(\d+)" w:charSpace="(-?\d+)"/.exec(xml)
  const [line, pitch] = [Number(grid?.[1]) / 20, 16 + Number(grid?.[2]) / 4096]
  assert.equal(line, 29)
  assert.equal(Math.floor((297 - 37 - 35 + 0.5) / ((line * 25.4) / 72)), 22)
  assert.equal(pitch.toFixed(2), '15.79')
  assert.equal(Math.floor((156 + 0.01) / ((pitch * 25.4) / 72)), 28)
  assert.match(paragraphWith(xml, '进度。'), /w:line="580" w:lineRule="exact"/)
})

test('docx: each element in its face and size', async () => {
  const runs = runsOf(await (await partsOf(set()))('document.xml'))
  const fontOf = (start: string) => runs.find(([text]) => text.startsWith(start))?.slice(1)
  assert.deepEqual(fontOf('云河市人民政府办公室文件')?.[0], '方正小标宋简体')
  assert.deepEqual(fontOf('云河市人民政府办公室关于'), ['方正小标宋简体', '44'])
  assert.deepEqual(fontOf('云政办字'), ['仿宋_GB2312', '32'])
  assert.deepEqual(fontOf('一、总体情况'), ['黑体', '32'])
  assert.deepEqual(fontOf('（一）进度。'), ['楷体_GB2312', '32'])
  assert.deepEqual(fontOf('各单位'), ['仿宋_GB2312', '32'])
  assert.deepEqual(fontOf('附件：任务清单'), ['仿宋_GB2312', '32'])
  assert.ok(runs.some(([text, font]) => text === '附件' && font === '黑体'))
  assert.deepEqual(fontOf('抄送：市委办公室，市政协办公室。'), ['仿宋_GB2312', '28'])
})

test('docx: number over a red line, date centred four from the edge, seal, imprint at the foot between its lines', async () => {
  const xml = await (await partsOf(set()))('document.xml')
  const number = paragraphWith(xml, '云政办字〔2021〕11号')
  assert.match(number, /<w:jc w:val="center"\/>/)
  assert.match(number, /<w:bottom [^>]*w:color="D90000"[^>]*>/)
  assert.match(number, /<w:bottom [^>]*w:space="11"/)
  const date = paragraphWith(xml, '2021年10月8日')
  const stop = /<w:tab w:val="center" w:pos="(\d+)"/.exec(date)?.[1]
  assert.equal((Number(stop) / 20 / 15.7937).toFixed(2), '20.75')
  assert.match(xml, /prst="ellipse"/)
  assert.ok(xml.includes('演示'))
  const foot = xml.slice(xml.lastIndexOf('<w:tbl>'))
  assert.match(foot, /<w:tblpPr [^>]*w:vertAnchor="page"/)
  const above = [...foot.matchAll(/<w:tcBorders><w:top [^>]*w:sz="(\d+)"/g)].map(([, size]) => size)
  assert.deepEqual(above, ['8', '6'])
  assert.ok(!(await (await partsOf(set({ seal: 'none' })))('document.xml')).includes('演示'))
})

test('docx: odd pages count at the right, even ones at the left; no text is lost', async () => {
  const part = await partsOf(set())
  assert.match(await part('settings.xml'), /<w:evenAndOddHeaders\/>/)
  const [odd, even] = await Promise.all([part('footer1.xml'), part('footer2.xml')])
  assert.match(odd, /<w:jc w:val="right"\/>.*— .*PAGE.* —/s)
  assert.match(even, /<w:jc w:val="left"\/>.*— .*PAGE.* —/s)
  const text = runsOf(await part('document.xml')).map(([one]) => one)
  assert.ok(text.join('').includes(`（一）进度。${TEXT.repeat(12)}`))
})

test('docx: a blank page before the imprint, and the imprint, have no number', async () => {
  // As many lines as leave a full even page.
  const bare = Array.from({ length: 60 }, (_, i) =>
    set({ body: [{ kind: 'text', text: '任务'.repeat(13 * (i + 1)) }], attachments: [], seal: 'none' }),
  ).find((one) => one.pages.at(-1)?.number === null)
  assert.ok(bare)
  const part = await partsOf(bare)
  assert.equal((await part('document.xml')).match(/<w:sectPr>/g)?.length, 2)
  assert.doesNotMatch(await part('footer3.xml'), /PAGE/)
})

interface Line {
  readonly text: string
  readonly x: number
  readonly y: number
}

/** What stands on each page from top to bottom, each line once, in millimetres from the upper left corner. */
async function linesOf(bytes: Uint8Array): Promise<readonly (readonly Line[])[]> {
  const document = await getDocumentProxy(bytes)
  const pages: Line[][] = []
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number)
    const [, , width, height] = page.view
    assert.deepEqual([Math.round(width ?? 0), Math.round(height ?? 0)], [595, 842])
    const lines: Line[] = []
    for (const item of (await page.getTextContent()).items) {
      if (!('str' in item) || item.str.trim() === '') continue
      const [x, y] = [item.transform[4], (height ?? 0) - item.transform[5]].map((n) => (Number(n) * 25.4) / 72)
      const last = lines.at(-1)
      if (last && Math.abs(last.y - (y ?? 0)) < 0.1) lines[lines.length - 1] = { ...last, text: last.text + item.str }
      else lines.push({ text: item.str, x: x ?? 0, y: y ?? 0 })
    }
    pages.push(lines)
  }
  return pages
}

test('pdf: as many pages as laid out, all text in order, within the type area, 22 lines a page', async () => {
  const document = set()
  const { bytes, missing } = await writePdf(document)
  assert.deepEqual(missing, [])
  const pages = await linesOf(bytes.slice())
  assert.equal(pages.length, document.pages.length)
  const all = pages.flat().map(({ text }) => text)
  const whole = all.join('').replaceAll(/\s/g, '')
  const order = [
    '云河市人民政府办公室文件',
    '云政办字〔2021〕11号',
    '各县（市、区）人民政府：',
    '一、总体情况',
    '95.5%',
  ]
  const places = [...order, '附件：任务清单', '2021年10月8日', '（此件公开发布）', '抄送：'].map((one) =>
    whole.indexOf(one),
  )
  assert.ok(!places.includes(-1), String(places))
  assert.deepEqual(
    places,
    places.toSorted((a, b) => a - b),
  )
  const text = TEXT.repeat(12)
  assert.ok(whole.replaceAll(/—\d—/g, '').includes(`（一）进度。${text}`))
  for (const page of pages) {
    const inside = page.filter(({ y }) => y < 297 - 35)
    for (const { x } of page) assert.ok(x >= 27.9 && x < 184, String(x))
    assert.ok(new Set(inside.map(({ y }) => y.toFixed(1))).size <= 23)
  }
})

test('pdf: page numbers below the type area, odd right, even left; the seal is drawn where asked', async () => {
  const pages = await linesOf((await writePdf(set())).bytes)
  for (const [index, page] of pages.entries()) {
    const number = page.find(({ y }) => y > 297 - 35)
    assert.equal(number?.text.replaceAll(/\s/g, ''), `—${index + 1}—`)
    assert.equal((number?.x ?? 0) > 105, index % 2 === 0)
  }
  const seals = (some: typeof pages) => some.flat().filter(({ text }) => text.includes('演示')).length
  assert.equal(seals(pages), 1)
  assert.equal(seals(await linesOf((await writePdf(set({ seal: 'none' }))).bytes)), 0)
})

test('pdf: its fonts are embedded as subsets; a character that no font has is told', async () => {
  const { bytes, missing } = await writePdf(set({ note: '\u{2ebf0}' }))
  assert.deepEqual(missing, ['\u{2ebf0}'])
  const objects = (await PDFDocument.load(bytes)).context.enumerateIndirectObjects().map(([, object]) => object)
  const fonts = objects.filter((one) => one instanceof PDFDict).filter((one) => one.has(PDFName.of('FontFile2')))
  // 仿宋 and 宋体 are of one file; 楷体, 小标宋 and 黑体 of one each.
  assert.equal(fonts.length, 4)
  assert.ok(bytes.length < 400_000)
})

test('a small subset of a font keeps the outline of every glyph', async () => {
  const font = wholeFontkit.create(readFileSync(fontFile('fangsong')))
  const glyphs = [...'关于印发方案的通知五六七八'].map((one) => font.glyphForCodePoint(one.codePointAt(0) ?? 0))
  const subset = font.createSubset()
  const numbers = glyphs.map((glyph) => subset.includeGlyph(glyph.id))
  const chunks: Uint8Array[] = []
  await new Promise<void>((resolve) => {
    subset
      .encodeStream()
      .on('data', (chunk: Uint8Array) => chunks.push(chunk))
      .on('end', () => resolve())
  })
  const small = wholeFontkit.create(Buffer.concat(chunks))
  assert.deepEqual(
    numbers.map((number) => small.getGlyph(number).path.toSVG()),
    glyphs.map((glyph) => glyph.path.toSVG()),
  )
})
