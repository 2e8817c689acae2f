// Prints the set issue with pdf-lib; only the characters used are embedded.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fontkit from '@pdf-lib/fontkit'
import {
  PDFDocument,
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  type RGB,
  rgb,
  setLineWidth,
  setStrokingColor,
  setTextRenderingMode,
  TextRenderingMode,
} from 'pdf-lib'
import type { IssueMeta } from './sample-documents.ts'
import type { SetIssue, Table } from './sample-issue.ts'
import { type Line, type Page, widthOf } from './sample-layout.ts'
import type { ContentsLine } from './sample-text.ts'

const paper = { width: 595.28, height: 841.89 } as const
const margin = { left: 56, top: 74 } as const
const size = 12.6
const leading = 22.6
const gutter = 28
const columnPoints = (paper.width - 2 * margin.left - gutter) / 2
const ink = rgb(0.1, 0.1, 0.12)
const red = rgb(0.7, 0.09, 0.1)
const grey = rgb(0.45, 0.45, 0.48)

interface Press {
  readonly pdf: PDFDocument
  readonly font: PDFFont
}

interface Type {
  readonly font: PDFFont
  readonly size: number
  readonly colour: RGB
  /** Drawn with an outline: the bold cuts of the font lose glyphs when they are subset. */
  readonly bold?: true
}

/** The bytes of the printed issue: cover, contents, then each sheet with its page number. */
export async function issuePdf(
  meta: IssueMeta,
  contents: readonly ContentsLine[],
  issue: SetIssue,
): Promise<Uint8Array> {
  const press = await openPress(meta)
  drawCover(press, meta)
  drawContents(press, contents)
  for (const [index, sheet] of issue.sheets.entries()) {
    const page = press.pdf.addPage([paper.width, paper.height])
    if (sheet.kind === 'table') drawTable(press, page, sheet.table)
    else drawColumns(press, page, sheet.page)
    drawFooter(press, page, { number: index + 2, title: meta.title })
  }
  return press.pdf.save()
}

async function openPress(meta: IssueMeta): Promise<Press> {
  const pdf = await PDFDocument.create()
  pdf.registerFontkit(fontkit)
  const fonts = join(import.meta.dirname, '..', '..', 'node_modules', '@expo-google-fonts', 'noto-sans-sc')
  const load = (file: string) => pdf.embedFont(readFileSync(join(fonts, file)), { subset: true })
  pdf.setTitle(`${meta.title} ${meta.label}`)
  pdf.setAuthor(meta.publisher)
  const printed = new Date(Date.UTC(meta.year, meta.number, 10))
  pdf.setCreationDate(printed)
  pdf.setModificationDate(printed)
  return {
    pdf,
    font: await load('400Regular/NotoSansSC_400Regular.ttf'),
  }
}

function drawCover(press: Press, meta: IssueMeta): void {
  const page = press.pdf.addPage([paper.width, paper.height])
  page.drawRectangle({ x: 0, y: 560, width: paper.width, height: 170, color: red })
  centre(page, meta.title, 640, { font: press.font, size: 40, colour: rgb(1, 1, 1), bold: true })
  centre(page, meta.title_pinyin, 600, { font: press.font, size: 12, colour: rgb(1, 0.9, 0.88) })
  centre(page, String(meta.year), 420, { font: press.font, size: 54, colour: red, bold: true })
  centre(page, `第${meta.number}期（总第${meta.serial}期）`, 376, { font: press.font, size: 20, colour: ink })
  const lines = [
    `主管主办：${meta.sponsor}`,
    `编辑出版：${meta.publisher}`,
    `电话：${meta.phone}`,
    `邮编：${meta.postcode}`,
    `地址：${meta.address}`,
    `刊号：${meta.licence}`,
  ]
  for (const [i, line] of lines.entries())
    centre(page, line, 200 - i * 20, { font: press.font, size: 11, colour: grey })
}

function drawContents(press: Press, contents: readonly ContentsLine[]): void {
  const page = press.pdf.addPage([paper.width, paper.height])
  centre(page, '目 录', 760, { font: press.font, size: 24, colour: ink, bold: true })
  let y = 715
  let section = ''
  for (const entry of contents) {
    if (entry.section !== section) {
      y -= 8
      write(page, `◎${entry.section}`, { x: margin.left, y }, { font: press.font, size: 14, colour: red, bold: true })
      y -= 26
    }
    section = entry.section
    write(page, entry.title, { x: margin.left + 12, y }, { font: press.font, size: 12, colour: ink })
    if (entry.number !== null) {
      y -= 18
      write(page, entry.number, { x: margin.left + 12, y }, { font: press.font, size: 11, colour: grey })
    }
    const right = paper.width - margin.left - 16
    write(page, String(entry.page), { x: right, y }, { font: press.font, size: 12, colour: ink })
    y -= 24
  }
}

function drawColumns(press: Press, page: PDFPage, sheet: Page): void {
  const lines = sheet.head.printed
  for (const [i, line] of lines.entries()) {
    const y = paper.height - margin.top - i * 2 * leading - 14
    const banner = i === 0 && lines.length > 2 && line.endsWith('文件')
    const number = line.includes('〔') || line.startsWith('（')
    if (banner) centre(page, line, y, { font: press.font, size: 26, colour: red, bold: true })
    else if (number) centre(page, line, y, { font: press.font, size: 13, colour: ink })
    else centre(page, line, y, { font: press.font, size: 18, colour: ink, bold: true })
    if (lines[i - 1]?.endsWith('文件')) drawRule(page, y - 14)
  }
  const top = paper.height - margin.top - lines.length * 2 * leading
  for (const [i, column] of sheet.columns.entries()) {
    const x = margin.left + i * (columnPoints + gutter)
    for (const [j, line] of column.entries()) drawLine(press, page, line, { x, y: top - (j + 1) * leading + 8 })
  }
}

function drawLine(press: Press, page: PDFPage, line: Line, at: Point): void {
  if (line.text === '') return
  const strong = line.style === 'heading' || line.style === 'title'
  const width = widthOf(line.text) * size
  const shift =
    line.style === 'sign'
      ? columnPoints - width
      : line.style === 'title'
        ? (columnPoints - width) / 2
        : line.indent * size
  const type: Type = { font: press.font, size, colour: ink, ...(strong ? { bold: true } : {}) }
  write(page, line.text, { x: at.x + Math.max(0, shift), y: at.y }, type)
}

function drawTable(press: Press, page: PDFPage, table: Table): void {
  const width = paper.width - 2 * margin.left
  const total = table.widths.reduce((sum, share) => sum + share, 0)
  const widths = table.widths.map((share) => (share / total) * width)
  let y = paper.height - margin.top
  if (table.title !== '') {
    centre(page, table.title, y - 20, { font: press.font, size: 18, colour: ink, bold: true })
    y -= 44
  }
  for (const [i, row] of [table.columns, ...table.rows].entries()) {
    const type: Type = { font: press.font, size: 9.6, colour: ink, ...(i === 0 ? { bold: true } : {}) }
    y = drawRow(page, row, { widths, y, type })
  }
  if (y < 60) throw new Error(`table runs off the page: ${table.title}`)
}

interface RowPlace {
  readonly widths: readonly number[]
  readonly y: number
  readonly type: Type
}

function drawRow(page: PDFPage, row: readonly string[], place: RowPlace): number {
  const points = place.type.size
  const cells = row.map((cell, i) => wrap(cell, Math.floor(((place.widths[i] ?? 0) - 8) / points)))
  const height = Math.max(...cells.map((lines) => lines.length)) * points * 1.35 + 8
  let x: number = margin.left
  for (const [i, lines] of cells.entries()) {
    const width = place.widths[i] ?? 0
    page.drawRectangle({ x, y: place.y - height, width, height, borderColor: grey, borderWidth: 0.6 })
    for (const [j, line] of lines.entries()) {
      write(page, line, { x: x + 4, y: place.y - 4 - points * (1 + j * 1.35) }, place.type)
    }
    x += width
  }
  return place.y - height
}

function wrap(text: string, width: number): readonly string[] {
  const lines: string[] = []
  let line = ''
  for (const char of text) {
    if (widthOf(line + char) > width && !/[，。、；）]/.test(char)) {
      lines.push(line)
      line = ''
    }
    line += char
  }
  return [...lines, line]
}

function drawFooter(press: Press, page: PDFPage, foot: { readonly number: number; readonly title: string }): void {
  const top = paper.height - 44
  write(page, foot.title, { x: margin.left, y: top }, { font: press.font, size: 9, colour: grey })
  drawRule(page, top - 8)
  centre(page, `— ${foot.number} —`, 36, { font: press.font, size: 10, colour: grey })
}

function drawRule(page: PDFPage, y: number): void {
  page.drawLine({ start: { x: margin.left, y }, end: { x: paper.width - margin.left, y }, thickness: 0.8, color: red })
}

function centre(page: PDFPage, text: string, y: number, type: Type): void {
  const width = type.font.widthOfTextAtSize(text, type.size)
  write(page, text, { x: (paper.width - width) / 2, y }, type)
}

interface Point {
  readonly x: number
  readonly y: number
}

function write(page: PDFPage, text: string, at: Point, type: Type): void {
  const place = { ...at, size: type.size, font: type.font, color: type.colour }
  if (!type.bold) {
    page.drawText(text, place)
    return
  }
  page.pushOperators(
    pushGraphicsState(),
    setTextRenderingMode(TextRenderingMode.FillAndOutline),
    setLineWidth(type.size * 0.035),
    setStrokingColor(type.colour),
  )
  page.drawText(text, place)
  page.pushOperators(popGraphicsState())
}
