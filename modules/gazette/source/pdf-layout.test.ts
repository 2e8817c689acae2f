import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { PDFPage } from 'pdf-lib'
import { type Pen, paragraph, pdfOf, textOf } from './pdf-made.ts'

const CHARACTER = 12
const LEADING = 20

/** Lines of so many characters, with nothing left over at the end when the text is as long as that. */
function broken(text: string, width: number): readonly string[] {
  return Array.from({ length: Math.ceil(text.length / width) }, (_, i) => text.slice(i * width, (i + 1) * width))
}

/** A text of just so many characters, told from others by its first ones. */
function filled(start: string, length: number): string {
  return `${start}${'云泽市各部门要按照分工抓好落实及时报告进展情况'.repeat(9)}`.slice(0, length)
}

/** Paragraphs under each other, so many points more between them than between lines. */
function writeApart(
  pen: Pen,
  page: PDFPage,
  at: { readonly x: number; readonly y: number },
  paragraphs: readonly (readonly string[])[],
  space: number,
) {
  let y = at.y
  for (const lines of paragraphs) {
    pen.write(page, { x: at.x, y }, lines)
    y -= lines.length * LEADING + space
  }
}

test('pdf: paragraphs set apart end where the space is, though their last line is full', async () => {
  const texts = [43, 30, 41, 45, 20, 15, 38, 31, 60, 25, 21].map((length, i) => filled(`第${i}段`, length))
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([300, 800])
    writeApart(
      pen,
      page,
      { x: 50, y: 740 },
      texts.map((text) => broken(text, 15)),
      6,
    )
  })
  assert.deepEqual(await textOf(bytes), texts)
})

test('pdf: entries that end a character before the edge are not joined with the next', async () => {
  const texts = [
    filled('甲', 112),
    filled('乙', 14),
    filled('丙', 14),
    filled('丁', 13),
    filled('戊', 40),
    filled('己', 99),
  ]
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([300, 800])
    pen.write(
      page,
      { x: 50, y: 740 },
      texts.flatMap((text) => broken(text, 15)),
    )
  })
  assert.deepEqual(await textOf(bytes), texts)
})

test('pdf: one flat text in even lines goes on where a mark drew a character down', async () => {
  const [first, second, third] = [filled('甲', 194), '责）二、简化审批条件及其他', filled('乙', 191)]
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([300, 800])
    pen.write(page, { x: 50, y: 740 }, [...broken(first, 15), second, ...broken(`“一处”${third}`, 15)])
  })
  assert.deepEqual(await textOf(bytes), [`${first}${second}“一处”${third}`])
})

test('pdf: marks that hang over the edge do not make full lines short', async () => {
  const lines = [
    '云泽市各部门要按照分工，',
    '抓好各项任务的落实，及时',
    '报告进展情况和有关问题，',
    '不得拖延推诿，不得虚报，',
    '确保完成',
  ]
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([300, 800])
    pen.write(page, { x: 50, y: 740 }, [...lines, ...lines.slice(1)])
  })
  const text = lines.join('')
  assert.deepEqual(await textOf(bytes), [text, text.slice((lines[0] ?? '').length)])
})

/** Columns of full lines from a height down, each line begun with what tells it from others. */
function writeColumns(pen: Pen, page: PDFPage, y: number, name: string, shift = 0) {
  pen.write(page, { x: 40 + shift, y }, broken(filled(`${name}左`, 14 * 5 - 3), 14))
  pen.write(page, { x: 240 + shift, y }, broken(filled(`${name}右`, 14 * 5 - 3), 14))
}

test('pdf: a title that spans both columns is read whole, though it is drawn in pieces', async () => {
  const pieces = ['云泽市', '人', '民', '政府关于印发', '工', '作', '方案的通知']
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([460, 700])
    writeColumns(pen, page, 650, '上')
    let x = 130
    for (const piece of pieces) {
      pen.write(page, { x, y: 520 }, [piece])
      x += piece.length * CHARACTER
    }
    writeColumns(pen, page, 480, '下')
  })
  const starts = (await textOf(bytes)).map((line) => line.slice(0, 2))
  assert.deepEqual(starts, ['上左', '上右', '云泽', '下左', '下右'])
})

test('pdf: a page of short entries in columns is read as the other pages are', async () => {
  const bytes = await pdfOf((document, pen) => {
    const first = document.addPage([460, 700])
    pen.write(first, { x: 40, y: 650 }, [
      '云泽市公报',
      '主办',
      '编辑',
      '地址',
      '目录',
      '文件一 2',
      '文件二 5',
      '文件三 9',
    ])
    pen.write(first, { x: 240, y: 650 }, [
      '关于甲的通知',
      '文件四 12',
      '关于乙的通知',
      '文件五 14',
      '关于丙的通知',
      '云泽市行政审批服务办事指南',
    ])
    pen.write(first, { x: 190, y: 480 }, ['云泽市人民政府'])
    for (const name of ['一', '二', '三']) writeColumns(pen, document.addPage([460, 700]), 650, name)
  })
  const lines = await textOf(bytes)
  assert.equal(lines.join('').indexOf('关于甲'), '云泽市公报主办编辑地址目录文件一 2文件二 5文件三 9'.length)
})

test('pdf: left-hand and right-hand pages have edges of their own', async () => {
  const text = filled('长段', 8 * 28 - 20)
  const lines = paragraph(text, 28)
  const bytes = await pdfOf((document, pen) => {
    for (const [i, part] of [lines.slice(0, 3), lines.slice(3, 6), lines.slice(6)].entries()) {
      pen.write(document.addPage([440, 600]), { x: i % 2 === 0 ? 60 : 40, y: 500 }, part)
    }
  })
  assert.deepEqual(await textOf(bytes), [text])
})

test('pdf: a centred title on two lines is one, its document goes on below', async () => {
  const body = filled('正文', 45)
  const bytes = await pdfOf((document, pen) => {
    const page = document.addPage([340, 600])
    pen.write(page, { x: 50, y: 540 }, ['云泽市人民政府办公室关于印发城市更新工作'])
    pen.write(page, { x: 140, y: 520 }, ['方案的通知'])
    pen.write(page, { x: 50, y: 480 }, paragraph(body, 20))
    pen.write(page, { x: 50, y: 420 }, paragraph(body, 20))
  })
  assert.deepEqual(await textOf(bytes), ['云泽市人民政府办公室关于印发城市更新工作方案的通知', body, body])
})
