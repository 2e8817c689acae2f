import {
  advanceOf,
  type Foot,
  type Grid,
  type HeadPart,
  type Ink,
  type Line,
  type Page,
  type PagePart,
  type Piece,
  type Seal,
  type Style,
  type TableBlock,
  widthOf,
} from '@guangyue/kernel/typesetting'
import type { PDFPage } from 'pdf-lib'
import { FOLIO, folioText } from './folio.ts'
import { drawLine, type Fonts, INKS } from './pdf-text.ts'
import { points } from './units.ts'

/** A page being drawn; places are points from the upper left corner of the type area. */
interface Sheet {
  readonly page: PDFPage
  readonly fonts: Fonts
  readonly grid: Grid
}

/** Draws one page as it was laid out: its parts, its foot, its number, seals above all. */
export function drawPage(sheet: Sheet, page: Page): void {
  for (const part of page.parts) drawPart(sheet, part)
  if (page.foot !== null) drawFoot(sheet, page.foot)
  if (page.number !== null) drawNumber(sheet, page.number)
  for (const { block, at } of page.parts) {
    if (block.kind !== 'pieces') continue
    for (const seal of block.seals) drawSeal(sheet, seal, at * sheet.grid.linePitch)
  }
}

function drawPart(sheet: Sheet, part: PagePart): void {
  const { block, at, from, to } = part
  const { linePitch } = sheet.grid
  const top = at * linePitch
  if (block.kind === 'text') drawLines(sheet, block.style, block.lines.slice(from, to), { x: 0, top })
  if (block.kind === 'pieces') drawPieces(sheet, block.style, block.pieces, { top, height: linePitch })
  if (block.kind === 'head') for (const one of block.parts) drawHeadPart(sheet, one, top)
  if (block.kind === 'table') drawTable(sheet, block, part)
}

function drawHeadPart(sheet: Sheet, part: HeadPart, above: number): void {
  const top = above + part.top
  if (part.kind === 'rule') drawRule(sheet, top, part.thickness, part.ink)
  if (part.kind === 'text') drawPieces(sheet, part.style, part.pieces, { top, height: part.height })
  if (part.kind !== 'side') return
  const { style, names, word, face, height } = part
  const { characterPitch, characters } = sheet.grid
  const inPlaces = style.size / characterPitch
  const width = Math.max(...names.map(widthOf)) * inPlaces
  const gap = word === '' ? 0 : (widthOf(word) + 0.5) * inPlaces
  const left = (characters - width - gap) / 2
  for (const [i, text] of names.entries()) {
    const piece: Piece = { at: left, align: 'left', runs: [{ text, face }] }
    const spread = width / inPlaces - widthOf(text)
    drawPieces(sheet, style, [piece], { top: top + i * height, height, spread })
  }
  const beside: Piece = { at: left + width + gap, align: 'right', runs: [{ text: word, face }] }
  drawPieces(sheet, style, word === '' ? [] : [beside], { top, height: height * names.length })
}

function drawLines(
  { page, fonts, grid }: Sheet,
  style: Style,
  lines: readonly Line[],
  at: { readonly x: number; readonly top: number },
): void {
  const advance = advanceOf(style.size, grid)
  for (const [i, line] of lines.entries()) {
    drawLine(page, fonts, line.runs, {
      x: points(grid.margins.left) + at.x + line.indent * advance,
      y: edge(grid) - at.top - i * grid.linePitch,
      height: grid.linePitch,
      size: style.size,
      advance,
      spread: line.spread * advance,
      ink: style.ink,
    })
  }
}

/** The upper edge of the type area from the foot of the paper. */
function edge({ paper, margins }: Grid): number {
  return points(paper.height - margins.top)
}

function drawPieces(
  { page, fonts, grid }: Sheet,
  { size, ink }: Style,
  pieces: readonly Piece[],
  { top, height, spread = 0 }: { readonly top: number; readonly height: number; readonly spread?: number },
): void {
  const advance = advanceOf(size, grid)
  for (const { at, align, runs } of pieces) {
    const width = runs.reduce((sum, { text }) => sum + widthOf(text), 0) * advance
    const back = { left: 0, centre: width / 2, right: width }[align]
    const x = points(grid.margins.left) + at * grid.characterPitch - back
    drawLine(page, fonts, runs, { x, y: edge(grid) - top, height, size, advance, spread: spread * advance, ink })
  }
}

const TABLE_RULE = 0.5

function drawTable(sheet: Sheet, block: TableBlock, { at, from, to }: PagePart): void {
  const { grid } = sheet
  const all = [block.head, ...block.rows]
  const shown = all.slice(from, to)
  // The place is that of the first row of the part; a head printed again stands above it.
  const rows = from === 0 ? shown : [block.head, ...shown]
  let line = from === 0 ? at : at - block.head.height
  drawRule(sheet, line * grid.linePitch, TABLE_RULE, 'black')
  for (const row of rows) {
    let x = 0
    for (const [i, cell] of row.cells.entries()) {
      const free = (row.height - cell.lines.length) / 2
      drawLines(sheet, block.style, cell.lines, {
        x: (x + block.padding / 2) * grid.characterPitch,
        top: (line + free) * grid.linePitch,
      })
      drawUpright(sheet, x, line, row.height)
      x += block.widths[i] ?? 0
    }
    drawUpright(sheet, x, line, row.height)
    line += row.height
    drawRule(sheet, line * grid.linePitch, TABLE_RULE, 'black')
  }
}

function drawUpright({ page, grid }: Sheet, places: number, line: number, height: number): void {
  const x = points(grid.margins.left) + places * grid.characterPitch
  const y = edge(grid) - line * grid.linePitch
  const end = { x, y: y - height * grid.linePitch }
  page.drawLine({ start: { x, y }, end, thickness: TABLE_RULE, color: INKS.black })
}

function drawRule({ page, grid }: Sheet, top: number, thickness: number, ink: Ink): void {
  const x = points(grid.margins.left)
  const y = edge(grid) - top - thickness / 2
  const end = { x: points(grid.paper.width - grid.margins.right), y }
  page.drawLine({ start: { x, y }, end, thickness, color: INKS[ink] })
}

function drawFoot(sheet: Sheet, foot: Foot): void {
  const { grid } = sheet
  const count = foot.rows.reduce((sum, row) => sum + (row.kind === 'text' ? row.lines.length : 1), 0)
  const bottom = points(grid.paper.height - grid.margins.top - grid.margins.bottom)
  let top = bottom - count * foot.height
  for (const row of foot.rows) {
    if (row.rule !== null) drawRule(sheet, top, row.rule, 'black')
    if (row.kind === 'text') drawLines(sheet, foot.style, row.lines, { x: 0, top })
    else drawPieces(sheet, foot.style, row.pieces, { top, height: foot.height })
    top += foot.height * (row.kind === 'text' ? row.lines.length : 1)
  }
  drawRule(sheet, bottom - foot.lowest, foot.lowest, 'black')
}

function drawNumber(sheet: Sheet, number: number): void {
  const { grid } = sheet
  const inset = FOLIO.size / grid.characterPitch
  const odd = number % 2 === 1
  const runs = [{ text: folioText(number), face: FOLIO.face }]
  const top = points(grid.paper.height - grid.margins.top - grid.margins.bottom + FOLIO.below)
  const style: Style = { role: '', size: FOLIO.size, ink: 'black', align: 'justified', first: 0, left: 0, right: 0 }
  const piece: Piece = odd ? { at: grid.characters - inset, align: 'right', runs } : { at: inset, align: 'left', runs }
  drawPieces(sheet, style, [piece], { top, height: FOLIO.height })
}

/** Ring and text, the text under it still to be read. */
function drawSeal(sheet: Sheet, { text, diameter, x, y }: Seal, top: number): void {
  const { page, grid } = sheet
  const middle = { x: points(grid.margins.left) + x, y: edge(grid) - top - y }
  const ring = diameter * 0.03
  page.drawEllipse({
    ...middle,
    xScale: (diameter - ring) / 2,
    yScale: (diameter - ring) / 2,
    borderColor: INKS.red,
    borderWidth: ring,
    borderOpacity: 0.8,
  })
  const size = diameter / 4
  const piece: Piece = { at: x / grid.characterPitch, align: 'centre', runs: [{ text, face: 'songti' }] }
  const style: Style = { role: '', size, ink: 'red', align: 'centre', first: 0, left: 0, right: 0 }
  drawPieces(sheet, style, [piece], { top: top + y - diameter / 2, height: diameter * SEAL_TEXT_MIDDLE })
}

/** The text stands above the middle, clear of what is sealed. */
const SEAL_TEXT_MIDDLE = 0.6
