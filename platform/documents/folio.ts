import type { Face } from '@guangyue/kernel/typesetting'

/** The printed page number: 四号宋体, its line so high and so far below the type area (points; `below` millimetres). */
export const FOLIO = { size: 14, face: 'songti' satisfies Face, height: 16, below: 7 } as const

/** A page number between its dashes. */
export function folioText(number: number): string {
  return `— ${number} —`
}
