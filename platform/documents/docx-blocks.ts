import type { Flowing, Grid, PieceBlock, Seal, TableBlock, TableRow, TextBlock } from '@guangyue/kernel/typesetting'
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  HorizontalPositionRelativeFrom,
  Paragraph,
  TableRow as Row,
  Table,
  TableCell,
  TableLayoutType,
  VerticalAlign,
  VerticalPositionRelativeFrom,
  WidthType,
} from 'docx'
import { ShapeRun } from 'docx/shapes'
import { headParagraphs } from './docx-head.ts'
import { exactly, INK_CODES, indentOf, pieceLine, textRun } from './docx-text.ts'
import { twips } from './units.ts'

export type DocxBlock = Paragraph | Table

/** A block as a person would go on writing it: whole paragraphs, real tables; blank lines are empty paragraphs. */
export function docxBlocks({ block, onNewPage, held }: Flowing, grid: Grid): readonly DocxBlock[] {
  // A paragraph bound to the next takes its last line along, or its last two where single lines are not left alone.
  const bounds = { keepNext: held > 0, widowControl: held > 1, pageBreakBefore: onNewPage }
  switch (block.kind) {
    case 'head':
      return headParagraphs(block, grid)
    case 'blank':
      return Array.from({ length: block.lines }, () => new Paragraph({ ...bounds, spacing: exactly(grid.linePitch) }))
    case 'pieces':
      return [pieceParagraph(block, bounds, grid)]
    case 'table':
      return [tableOf(block, grid)]
    default:
      return [textParagraph(block, bounds, grid)]
  }
}

interface Bounds {
  readonly keepNext: boolean
  readonly widowControl: boolean
  readonly pageBreakBefore: boolean
}

/** Justified text is one run a face; centred text keeps the lines it was given. */
function textParagraph({ style, runs, lines }: TextBlock, bounds: Bounds, grid: Grid): Paragraph {
  const centred = style.align === 'centre'
  const kept = lines.flatMap((line, i) => line.runs.map((run, j) => textRun(run, style, i > 0 && j === 0)))
  return new Paragraph({
    ...bounds,
    style: style.role,
    spacing: exactly(grid.linePitch),
    indent: indentOf(style, grid),
    alignment: centred ? AlignmentType.CENTER : AlignmentType.BOTH,
    children: centred ? kept : runs.map((run) => textRun(run, style)),
  })
}

function pieceParagraph({ style, pieces, seals }: PieceBlock, bounds: Bounds, grid: Grid): Paragraph {
  const line = pieceLine(pieces, style, grid)
  return new Paragraph({
    ...bounds,
    ...line,
    style: style.role,
    spacing: exactly(grid.linePitch),
    children: [...(line.children ?? []), ...seals.map(sealOf)],
  })
}

const EMU = 12700
/** Points to the pixels that the package counts in. */
const PIXEL = 96 / 72

/** A red ring behind the text, with its own text inside. */
function sealOf({ text, diameter, x, y }: Seal): ShapeRun {
  const emu = (inPoints: number) => Math.round(inPoints * EMU)
  const style = { size: diameter / 4, ink: 'red' } as const
  return new ShapeRun({
    type: 'ellipse',
    transformation: { width: diameter * PIXEL, height: diameter * PIXEL },
    floating: {
      horizontalPosition: {
        relative: HorizontalPositionRelativeFrom.COLUMN,
        offset: emu(x - diameter / 2),
      },
      verticalPosition: {
        relative: VerticalPositionRelativeFrom.PARAGRAPH,
        offset: emu(y - diameter / 2),
      },
      allowOverlap: true,
      behindDocument: true,
    },
    line: { color: INK_CODES.red, width: diameter * 0.03 },
    textOptions: { verticalAlignment: 'top', margins: { top: diameter * 0.2, right: 0, bottom: 0, left: 0 } },
    children: [
      new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: exactly(diameter / 3),
        children: [textRun({ text, face: 'songti' }, style)],
      }),
    ],
    altText: { name: text, description: text },
  })
}

const LINE = { style: BorderStyle.SINGLE, size: 4, color: INK_CODES.black } as const

function tableOf(block: TableBlock, grid: Grid): Table {
  const widths = block.widths.map((width) => twips(width * grid.characterPitch))
  const side = twips((block.padding / 2) * grid.characterPitch)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: side, right: side },
    borders: {
      ...{ top: LINE, bottom: LINE, left: LINE, right: LINE },
      ...{ insideHorizontal: LINE, insideVertical: LINE },
    },
    rows: [rowOf(block, block.head, grid, true), ...block.rows.map((row) => rowOf(block, row, grid, false))],
  })
}

function rowOf({ style, widths }: TableBlock, row: TableRow, grid: Grid, tableHeader: boolean): Row {
  const cells = row.cells.map(
    ({ runs }, i) =>
      new TableCell({
        width: { size: twips((widths[i] ?? 0) * grid.characterPitch), type: WidthType.DXA },
        verticalAlign: VerticalAlign.CENTER,
        children: [
          new Paragraph({
            style: style.role,
            alignment: AlignmentType.CENTER,
            spacing: exactly(grid.linePitch),
            children: runs.map((run) => textRun(run, style)),
          }),
        ],
      }),
  )
  const height = { value: twips(row.height * grid.linePitch), rule: HeightRule.ATLEAST }
  return new Row({ children: cells, tableHeader, cantSplit: true, height })
}
