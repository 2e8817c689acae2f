import { breakLines, type Flowing, type Line, type Run, type TextBlock, widthOf } from '../typesetting/index.ts'
import { officialGrid, SIZE_2, styleOf, TYPE_WIDTH } from './grid.ts'
import { breakTitle } from './title-lines.ts'

/** How a block stands among the others; on its own unless said. */
export function flowing(block: Flowing['block'], bound: Partial<Omit<Flowing, 'block'>> = {}): Flowing {
  return { block, onNewPage: false, held: 0, ...bound }
}

/** A paragraph of 三号, its first line and the others indented so many characters. */
export function paragraph(role: string, runs: readonly Run[], first: number, left = 0): TextBlock {
  const printed = runs.filter(({ text }) => text !== '')
  const lines = breakLines(printed, { width: officialGrid.characters, first, left, right: 0 })
  return { kind: 'text', style: styleOf(role, { first, left }), runs: printed, lines }
}

/** Centred lines of 二号小标宋 in a shape that the standard allows; undefined where five lines do not hold it. */
export function titleBlock(role: string, title: string, words: readonly string[]): TextBlock | undefined {
  const texts = breakTitle(title, words, Math.floor(TYPE_WIDTH / SIZE_2))
  const style = styleOf(role, { size: SIZE_2, align: 'centre' })
  const lines = texts?.map((text) => centredLine([{ text, face: 'xiaobiaosong' }], TYPE_WIDTH / SIZE_2))
  return lines && { kind: 'text', style, runs: [{ text: title, face: 'xiaobiaosong' }], lines }
}

function centredLine(runs: readonly Run[], room: number): Line {
  const width = runs.reduce((sum, { text }) => sum + widthOf(text), 0)
  return { runs, width, indent: (room - width) / 2, spread: 0 }
}
