import { shadowOf } from './heads.ts'
import type { Line } from './lines.ts'
import type { Source } from './source.ts'

/** One cell with a bar behind it: 序号 | */
export function endsCell(shadow: string): boolean {
  return /^[^|]*[^|\s][^|]*\|\s*$/.test(shadow)
}

/** The lines from `at` on as far as each ends with a bar of its own, without these bars. */
export function withoutEndBars(source: Source, lines: readonly Line[], at: number): readonly Line[] {
  const cells: Line[] = []
  for (let i = at; i < lines.length && i < at + 4000; i += 1) {
    const line = lines[i]
    const shadow = shadowOf(source, line)
    if (!line || !endsCell(shadow)) break
    cells.push({ ...line, end: line.start + shadow.slice(0, shadow.lastIndexOf('|')).trimEnd().length })
  }
  return cells
}
