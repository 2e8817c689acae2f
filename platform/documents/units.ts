/** Points of so many millimetres. */
export function points(millimetres: number): number {
  return (millimetres * 72) / 25.4
}

/** Twentieths of a point, whole, as a word processor counts. */
export function twips(inPoints: number): number {
  return Math.round(inPoints * 20)
}
