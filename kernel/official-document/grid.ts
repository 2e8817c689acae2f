import type { Grid, Style } from '../typesetting/index.ts'

/** Points in a millimetre. */
export const MILLIMETRE = 72 / 25.4

/** GB/T 9704-2012: A4, type area 156 × 225 mm, 22 lines of 28 characters of 三号. */
export const officialGrid: Grid = {
  paper: { width: 210, height: 297 },
  margins: { top: 37, left: 28, right: 26, bottom: 35 },
  lines: 22,
  characters: 28,
  linePitch: 29,
  characterPitch: (156 * MILLIMETRE) / 28,
  size: 16,
}

/** Points: 二号 and 四号; 三号 is the grid's own. */
export const SIZE_2 = 22
export const SIZE_4 = 14

/** Width of the type area in points. */
export const TYPE_WIDTH = 156 * MILLIMETRE

/** A style of 三号, black, without indents, but for what is said. */
export function styleOf(role: string, rest: Partial<Style> = {}): Style {
  return { role, size: officialGrid.size, ink: 'black', align: 'justified', first: 0, left: 0, right: 0, ...rest }
}
