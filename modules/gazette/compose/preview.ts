import { type Imprint, layOutGazette, type PrintedIssue } from '@guangyue/kernel/gazette-print'
import {
  type Grid,
  type Page,
  type PagePart,
  type Piece,
  type Run,
  type Style,
  widthOf,
} from '@guangyue/kernel/typesetting'
import type { z } from 'zod'
import type { previewCompositionEndpoint } from './api.ts'

type Preview = z.input<typeof previewCompositionEndpoint.reply>
type PageLine = Preview['pages'][number]['lines'][number]

/** The pages of an issue as a screen draws them: every line with its place. */
export function previewOf(issue: PrintedIssue, imprint: Imprint): Preview {
  const { document } = layOutGazette(issue, imprint)
  const { grid } = document
  return { lines: grid.lines, characters: grid.characters, pages: document.pages.map((page) => pageOf(page, grid)) }
}

function pageOf({ number, parts }: Page, grid: Grid): Preview['pages'][number] {
  return { number, lines: parts.flatMap((part) => linesOf(part, grid)) }
}

function linesOf({ block, at, from, to }: PagePart, grid: Grid): readonly PageLine[] {
  switch (block.kind) {
    case 'text':
      return block.lines.slice(from, to).map((line, i) => {
        const size = block.style.size / grid.size
        const text = textOf(line.runs)
        return {
          ...looks(block.style, line.runs),
          text,
          at: at + i,
          left: line.indent * size,
          size,
          spread: line.spread,
        }
      })
    case 'pieces':
      return block.pieces.map((piece) => pieceLine(block.style, piece, { at, grid }))
    case 'head':
      return block.parts.flatMap((part) => {
        if (part.kind !== 'text') return []
        // The middle of its height, less half a line.
        const top = at + (part.top + part.height / 2) / grid.linePitch - 0.5
        return part.pieces.map((piece) => pieceLine(part.style, piece, { at: top, grid }))
      })
    case 'table': {
      const rows =
        from > 0 ? [block.head, ...block.rows.slice(from - 1, to - 1)] : [block.head, ...block.rows].slice(0, to)
      let line = from > 0 ? at - block.head.height : at
      return rows.flatMap((row) => {
        const top = line
        line += row.height
        let left = 0
        return row.cells.flatMap((cell, i) => {
          const start = left + block.padding / 2
          left += block.widths[i] ?? 0
          const size = block.style.size / grid.size
          return cell.lines.map((one, n) => ({
            ...looks(block.style, one.runs),
            text: textOf(one.runs),
            at: top + (row.height - cell.lines.length) / 2 + n,
            left: start + one.indent * size,
            size,
            spread: 0,
          }))
        })
      })
    }
    default:
      return []
  }
}

function pieceLine(style: Style, piece: Piece, { at, grid }: { at: number; grid: Grid }): PageLine {
  const size = style.size / grid.size
  const text = textOf(piece.runs)
  const back = { left: 0, centre: (widthOf(text) * size) / 2, right: widthOf(text) * size }[piece.align]
  return { ...looks(style, piece.runs), text, at, left: piece.at - back, size, align: piece.align, spread: 0 }
}

function looks({ ink }: Style, runs: readonly Run[]): Pick<PageLine, 'align' | 'strong' | 'red'> {
  const strong = runs.every(({ face }) => face === 'heiti' || face === 'xiaobiaosong' || face === 'kaiti')
  return { align: 'left', strong, red: ink === 'red' }
}

function textOf(runs: readonly Run[]): string {
  return runs.map(({ text }) => text).join('')
}
