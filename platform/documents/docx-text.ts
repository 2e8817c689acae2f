import type { Grid, Ink, Piece, Run, Style } from '@guangyue/kernel/typesetting'
import {
  AlignmentType,
  type IParagraphOptions,
  type ISpacingProperties,
  LineRuleType,
  type TabStopDefinition,
  TabStopType,
  TextRun,
} from 'docx'
import { FONT_NAMES } from './faces.ts'
import { twips } from './units.ts'

export const INK_CODES: Readonly<Record<Ink, string>> = { black: '000000', red: 'D90000' }

/** Twentieths of a point by which a character of the grid's own size is drawn in, so that a whole line of them fits. */
const TIGHTER = -6
const GRID_SIZE = 16

/** Text of one face; Latin letters, digits and quotation marks are of the same font. */
export function textRun({ text, face }: Run, { size, ink }: Pick<Style, 'size' | 'ink'>, breakBefore = false): TextRun {
  const name = FONT_NAMES[face]
  return new TextRun({
    text,
    font: { ascii: name, hAnsi: name, eastAsia: name, cs: name, hint: 'eastAsia' },
    // Half points, and no finer.
    size: Math.round(size * 2),
    color: INK_CODES[ink],
    characterSpacing: size === GRID_SIZE ? TIGHTER : 0,
    ...(breakBefore ? { break: 1 } : {}),
  })
}

/** A line of exactly so many points, and free space above it. */
export function exactly(height: number, before = 0): ISpacingProperties {
  return { line: twips(height), lineRule: LineRuleType.EXACT, before: twips(before), after: 0 }
}

/** Indents as places of the grid: a first line further in, or hanging out. */
export function indentOf({ first, left, right }: Style, grid: Grid): NonNullable<IParagraphOptions['indent']> {
  const places = (count: number) => twips(count * grid.characterPitch)
  return {
    left: places(left),
    right: places(right),
    ...(first >= left ? { firstLine: places(first - left) } : { hanging: places(left - first) }),
  }
}

const TAB_TYPES = { left: TabStopType.LEFT, right: TabStopType.RIGHT, centre: TabStopType.CENTER } as const

/** One line of pieces: a tab stop for each, or a centred line where it is a single piece in the middle. */
export function pieceLine(pieces: readonly Piece[], style: Style, grid: Grid): IParagraphOptions {
  const [only] = pieces
  if (pieces.length === 1 && only?.align === 'centre' && only.at === grid.characters / 2) {
    return { alignment: AlignmentType.CENTER, children: only.runs.map((run) => textRun(run, style)) }
  }
  const tabStops = pieces.map(
    ({ at, align }): TabStopDefinition => ({ type: TAB_TYPES[align], position: twips(at * grid.characterPitch) }),
  )
  const children = pieces.flatMap(({ runs, at }) => [
    ...(at === 0 ? [] : [new TextRun({ text: '\t', size: Math.round(style.size * 2) })]),
    ...runs.map((run) => textRun(run, style)),
  ])
  return { tabStops: tabStops.filter(({ position }) => Number(position) > 0), children }
}
