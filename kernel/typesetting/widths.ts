import type { Grid } from './model.ts'

/** Width of a character, in characters: 1, or one half for Latin letters, digits and their signs. */
export function widthOfCharacter(character: string): number {
  return character >= ' ' && character <= '~' ? 0.5 : 1
}

/** Width of a text in characters of its size. */
export function widthOf(text: string): number {
  let width = 0
  for (const character of text) width += widthOfCharacter(character)
  return width
}

/** Points from one full character to the next of that size: the grid's own size keeps the grid's pitch. */
export function advanceOf(size: number, grid: Pick<Grid, 'size' | 'characterPitch'>): number {
  return size === grid.size ? grid.characterPitch : size
}
