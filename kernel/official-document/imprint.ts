import { dayInWords } from '../calendar/index.ts'
import { breakLines, type Foot, type FootRow, widthOf } from '../typesetting/index.ts'
import type { OfficialDocument } from './content.ts'
import { MILLIMETRE, officialGrid, SIZE_4, styleOf, TYPE_WIDTH } from './grid.ts'

const THICK = 0.35 * MILLIMETRE
const THIN = 0.25 * MILLIMETRE
/** In characters of 四号. */
const ROOM = TYPE_WIDTH / SIZE_4

/** 版记 of 四号: 主送 where it was moved here, 抄送, who printed and when; null where there is none of them. */
export function imprint(document: OfficialDocument, withAddressees: boolean): Foot | null {
  const { addressees, copies, printing } = document
  const lists = [
    ...(withAddressees ? [listRow('主送：', addressees)] : []),
    ...(copies.length > 0 ? [listRow('抄送：', copies)] : []),
  ]
  const printed = printing === null ? [] : [printingRow(printing)]
  // No line between 主送 and 抄送.
  const rows = [
    ...lists.map((row, i) => ({ ...row, rule: i === 0 ? THICK : null })),
    ...printed.map((row) => ({ ...row, rule: lists.length > 0 ? THIN : THICK })),
  ]
  if (rows.length === 0) return null
  return { style: styleOf('imprint', { size: SIZE_4 }), height: officialGrid.linePitch, rows, lowest: THICK }
}

/** Lines of the grid that it takes. */
export function linesOfFoot(foot: Foot): number {
  return foot.rows.reduce((sum, row) => sum + (row.kind === 'text' ? row.lines.length : 1), 0)
}

function listRow(label: string, names: readonly string[]): FootRow {
  const runs = [{ text: `${label}${names.join('，')}。`, face: 'fangsong' as const }]
  const left = 1 + widthOf(label)
  const lines = breakLines(runs, { width: ROOM, first: 1, left, right: 1 })
  return { kind: 'text', rule: null, runs, lines, first: 1, left, right: 1 }
}

function printingRow({ by, on }: NonNullable<OfficialDocument['printing']>): FootRow {
  const inset = SIZE_4 / officialGrid.characterPitch
  return {
    kind: 'pieces',
    rule: null,
    pieces: [
      { at: inset, align: 'left', runs: [{ text: by, face: 'fangsong' }] },
      {
        at: officialGrid.characters - inset,
        align: 'right',
        runs: [{ text: `${dayInWords(on)}印发`, face: 'fangsong' }],
      },
    ],
  }
}
