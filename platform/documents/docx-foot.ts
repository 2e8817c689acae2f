import type { Foot, FootRow, Grid } from '@guangyue/kernel/typesetting'
import {
  AlignmentType,
  BorderStyle,
  HeightRule,
  OverlapType,
  Paragraph,
  RelativeHorizontalPosition,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx'
import { exactly, INK_CODES, pieceLine, textRun } from './docx-text.ts'
import { points, twips } from './units.ts'

/** The foot as a table set so high on its page that its lower edge is that of the type area. */
export function footTable(foot: Foot, grid: Grid): Table {
  const width = twips(points(grid.paper.width - grid.margins.left - grid.margins.right))
  const last = foot.rows.length - 1
  const lines = foot.rows.reduce((sum, row) => sum + linesOf(row), 0)
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: width, type: WidthType.DXA },
    columnWidths: [width],
    margins: { left: 0, right: 0, top: 0, bottom: 0 },
    float: {
      horizontalAnchor: TableAnchorType.MARGIN,
      relativeHorizontalPosition: RelativeHorizontalPosition.LEFT,
      verticalAnchor: TableAnchorType.PAGE,
      absoluteVerticalPosition: twips(points(grid.paper.height - grid.margins.bottom) - lines * foot.height),
      overlap: OverlapType.NEVER,
    },
    rows: foot.rows.map((row, i) => {
      const borders = {
        top: lineOf(row.rule),
        bottom: lineOf(i === last ? foot.lowest : (foot.rows[i + 1]?.rule ?? null)),
        left: NONE,
        right: NONE,
      }
      return new TableRow({
        height: { value: twips(linesOf(row) * foot.height), rule: HeightRule.ATLEAST },
        children: [
          new TableCell({
            width: { size: width, type: WidthType.DXA },
            borders,
            children: [paragraphOf(row, foot, grid)],
          }),
        ],
      })
    }),
  })
}

function linesOf(row: FootRow): number {
  return row.kind === 'text' ? row.lines.length : 1
}

const NONE = { style: BorderStyle.NONE, size: 0 } as const

/** Thickness in eighths of a point, as borders count. */
function lineOf(thickness: number | null): { style: 'single' | 'none'; size: number; color?: string } {
  if (thickness === null) return NONE
  return { style: BorderStyle.SINGLE, size: Math.round(thickness * 8), color: INK_CODES.black }
}

function paragraphOf(row: FootRow, { style, height }: Foot, grid: Grid): Paragraph {
  const common = { style: style.role, spacing: exactly(height) }
  if (row.kind === 'pieces') return new Paragraph({ ...pieceLine(row.pieces, style, grid), ...common })
  const indent = {
    left: twips(row.left * style.size),
    right: twips(row.right * style.size),
    hanging: twips((row.left - row.first) * style.size),
  }
  const children = row.runs.map((run) => textRun(run, style))
  return new Paragraph({ ...common, alignment: AlignmentType.BOTH, indent, children })
}
