import { type Grid, type HeadBlock, type HeadPart, widthOf } from '@guangyue/kernel/typesetting'
import {
  AlignmentType,
  BorderStyle,
  type IParagraphOptions,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx'
import { exactly, INK_CODES, pieceLine, textRun } from './docx-text.ts'
import { twips } from './units.ts'

type TextPart = Extract<HeadPart, { kind: 'text' }>
type SidePart = Extract<HeadPart, { kind: 'side' }>
type RulePart = Extract<HeadPart, { kind: 'rule' }>

/** Free space that stands alone is never less than this: an empty line needs some height. */
const LEAST = 1

/**
 * The parts of a head at their heights: space above a paragraph brings it to its place, a rule is the lower border of
 * the paragraph before it, and an empty line fills up to the next line of the grid.
 */
export function headParagraphs({ parts, lines }: HeadBlock, grid: Grid): readonly (Paragraph | Table)[] {
  const blocks: (Paragraph | Table)[] = []
  let bottom = 0
  for (const [index, part] of parts.entries()) {
    if (part.kind === 'rule') {
      bottom = part.top + part.thickness
      continue
    }
    const gap = part.top - bottom
    const next = parts[index + 1]
    if (part.kind === 'text') {
      blocks.push(textOf(part, gap, next?.kind === 'rule' ? next : undefined, grid))
      bottom = part.top + part.height
    } else {
      if (gap >= LEAST) blocks.push(empty(gap))
      blocks.push(sideOf(part, grid))
      bottom = part.top + part.height * part.names.length
    }
  }
  const rest = lines * grid.linePitch - bottom
  return rest >= LEAST ? [...blocks, empty(rest)] : blocks
}

function empty(height: number): Paragraph {
  return new Paragraph({ spacing: exactly(height) })
}

function textOf(
  { style, pieces, height, top }: TextPart,
  gap: number,
  rule: RulePart | undefined,
  grid: Grid,
): Paragraph {
  const spacing = exactly(height, gap)
  return new Paragraph({ ...pieceLine(pieces, style, grid), style: style.role, spacing, ...below(top + height, rule) })
}

function below(bottom: number, rule: RulePart | undefined): Pick<IParagraphOptions, 'border'> {
  if (rule === undefined) return {}
  const { top, thickness, ink } = rule
  const line = { style: BorderStyle.SINGLE, color: INK_CODES[ink] }
  // Eighths of a point, and whole points between text and line.
  return { border: { bottom: { ...line, size: Math.round(thickness * 8), space: Math.round(top - bottom) } } }
}

/** A table without lines: the names in one cell, the word beside them in another, in the middle of their height. */
function sideOf({ style, face, names, word, height }: SidePart, grid: Grid): Table {
  const longest = Math.max(...names.map(widthOf)) * style.size
  const beside = word === '' ? 0 : (widthOf(word) + 0.5) * style.size
  // A little more than the text, so that rounding never breaks a name.
  const widths = [longest, beside].filter((width) => width > 0).map((width) => twips(width) + 20)
  const columns = [
    names.map((text) => lineOf(text, AlignmentType.DISTRIBUTE)),
    ...(word === '' ? [] : [[lineOf(word, AlignmentType.RIGHT)]]),
  ]
  function lineOf(text: string, alignment: IParagraphOptions['alignment']): Paragraph {
    return new Paragraph({
      style: style.role,
      alignment,
      spacing: exactly(height),
      children: [textRun({ text, face }, style)],
    })
  }
  return new Table({
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    width: { size: widths.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: 0, right: 0 },
    borders: NO_LINES,
    rows: [
      new TableRow({
        children: columns.map(
          (children, i) =>
            new TableCell({
              width: { size: widths[i] ?? grid.size, type: WidthType.DXA },
              verticalAlign: VerticalAlign.CENTER,
              children,
            }),
        ),
      }),
    ],
  })
}

const NONE = { style: BorderStyle.NONE, size: 0 } as const
const NO_LINES = {
  ...{ top: NONE, bottom: NONE, left: NONE, right: NONE },
  ...{ insideHorizontal: NONE, insideVertical: NONE },
}
