import { findDocumentNumber, writeDocumentNumber } from '../identifiers/index.ts'
import { type HeadBlock, type HeadPart, type Piece, widthOf } from '../typesetting/index.ts'
import { isUpward, type OfficialDocument } from './content.ts'
import { MILLIMETRE, officialGrid, styleOf, TYPE_WIDTH } from './grid.ts'
import { type Refusal, refusal } from './refusal.ts'

const { linePitch, characters } = officialGrid
/** The mark's upper edge under that of the type area, and the red line under the number. Points. */
const MARK_TOP = 35 * MILLIMETRE
const RULE_GAP = 4 * MILLIMETRE
const RULE_THICKNESS = 1.5
/** Points. The size of the mark is free; below the least it is no heading any more. */
const LARGEST_MARK = 48
const SMALLEST_MARK = 26
/** All names of a joint mark together, at most. */
const MARK_HEIGHT = 132
const MARK_LEADING = 1.15
const SIGNED_BY = '签发人：'

/** 版头: urgency, mark, number (and who signed), red line; then two blank lines, filled up to a whole line. */
export function headBlock(document: OfficialDocument): HeadBlock | Refusal {
  const mark = markPart(document.mark)
  if (mark === undefined) return refusal('mark-too-long', 'mark')
  const rows = numberRows(document)
  const numberTop = bottomOf(mark) + 2 * linePitch
  const ruleTop = numberTop + rows.length * linePitch + RULE_GAP
  const parts: HeadPart[] = [
    ...urgencyPart(document.urgency),
    mark,
    ...rows.map((pieces, i) => ({
      kind: 'text' as const,
      style: styleOf('number'),
      top: numberTop + i * linePitch,
      height: linePitch,
      pieces,
    })),
    { kind: 'rule', top: ruleTop, thickness: RULE_THICKNESS, ink: 'red' },
  ]
  return { kind: 'head', parts, lines: Math.ceil((ruleTop + RULE_THICKNESS + 2 * linePitch) / linePitch) }
}

function bottomOf(mark: HeadPart): number {
  if (mark.kind === 'rule') return mark.top
  return mark.top + mark.height * (mark.kind === 'side' ? mark.names.length : 1)
}

function urgencyPart(urgency: OfficialDocument['urgency']): readonly HeadPart[] {
  if (urgency === null) return []
  const pieces: Piece[] = [{ at: 0, align: 'left', runs: [{ text: urgency, face: 'heiti' }] }]
  return [{ kind: 'text', style: styleOf('urgency'), top: 0, height: linePitch, pieces }]
}

function markPart({ organs, withWord }: OfficialDocument['mark']): HeadPart | undefined {
  const word = withWord ? '文件' : ''
  const gap = organs.length > 1 && withWord ? 0.5 : 0
  const width = Math.max(...organs.map(widthOf)) + widthOf(word) + gap
  // Half points are as fine as word processors go.
  const fits = Math.min(TYPE_WIDTH / width, MARK_HEIGHT / organs.length / MARK_LEADING)
  const size = Math.min(LARGEST_MARK, Math.floor(fits * 2) / 2)
  if (size < SMALLEST_MARK) return undefined
  const style = styleOf('mark', { size, ink: 'red', align: 'centre' })
  const height = size * MARK_LEADING
  // The line is higher than the character, by as much above as below.
  const top = MARK_TOP - (height - size) / 2
  if (organs.length > 1) return { kind: 'side', style, top, height, face: 'xiaobiaosong', names: organs, word }
  const text = `${organs[0] ?? ''}${word}`
  const pieces: Piece[] = [{ at: characters / 2, align: 'centre', runs: [{ text, face: 'xiaobiaosong' }] }]
  return { kind: 'text', style, top, height, pieces }
}

/** The number centred, or left with the signers right: two names a line, the number on the last. */
function numberRows(document: OfficialDocument): readonly (readonly Piece[])[] {
  const number = findDocumentNumber(document.number)
  const text = number === undefined ? '' : writeDocumentNumber(number)
  const runs = [{ text, face: 'fangsong' as const }]
  if (!isUpward(document)) return [[{ at: characters / 2, align: 'centre', runs }]]
  const { signers } = document
  const width = Math.max(...signers.map(widthOf))
  const columns = Math.min(2, signers.length)
  const first = characters - 1 - columns * width - (columns - 1)
  const signedBy = { text: SIGNED_BY, face: 'fangsong' as const }
  const rows: Piece[][] = []
  for (const [index, name] of signers.entries()) {
    const at = first + (index % 2) * (width + 1)
    const named = { text: name, face: 'kaiti' as const }
    if (index % 2 === 0) rows.push([])
    const piece: Piece = { at, align: 'left', runs: [named] }
    rows.at(-1)?.push(index > 0 ? piece : { at: at - widthOf(SIGNED_BY), align: 'left', runs: [signedBy, named] })
  }
  rows.at(-1)?.unshift({ at: 1, align: 'left', runs })
  return rows
}
