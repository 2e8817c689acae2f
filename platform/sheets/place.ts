/** Where a cell is, as a person looks it up: the row as spreadsheets number it, the column from 0: (3, 2) → 第 3 行 C 列. */
export function placeOf(line: number, column: number): string {
  return `第 ${line} 行 ${lettersOf(column)} 列`
}

/** 1 → B, 26 → AA. */
function lettersOf(column: number): string {
  const before = column < 26 ? '' : lettersOf(Math.floor(column / 26) - 1)
  return before + String.fromCharCode(65 + (column % 26))
}
