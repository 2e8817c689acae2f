import { dayInWords, type PlainDate } from '../calendar/index.ts'
import { type Flowing, type Piece, type PieceBlock, type Seal, widthOf } from '../typesetting/index.ts'
import { flowing, paragraph } from './blocks.ts'
import type { OfficialDocument } from './content.ts'
import { MILLIMETRE, officialGrid, styleOf } from './grid.ts'
import { type Refusal, refusal } from './refusal.ts'

const { characters, characterPitch, linePitch } = officialGrid
const SEAL_DIAMETER = 42 * MILLIMETRE
const SEAL_TEXT = '演示'
/** Where a seal's middle lies under the top of the line with the name: the name and the date a little below it. */
const SEAL_MIDDLE = 0.4 * linePitch
/** Lines from one row of sealed names to the next: the seals must not touch. */
const SEALED_ROW = 5

/** 署名, 成文日期, 附注, held together; refused where a name is longer than a line. */
export function signatureBlocks(document: OfficialDocument): readonly Flowing[] | Refusal {
  const { signature, note } = document
  if (signature.some((name) => widthOf(name) > characters - 2)) return refusal('signature-too-long', 'signature')
  const signed = document.seal === 'none' ? unsealed(document) : sealed(document)
  const last = signed.length - 1
  const blocks = signed.map((block, i) => flowing(block, { held: i < last || note !== null ? 1 : 0 }))
  if (note === null) return blocks
  return [...blocks, flowing(paragraph('note', [{ text: `（${note}）`, face: 'fangsong' }], 2))]
}

/** Name two characters from the right, the date below begins two further right; a longer date keeps the two itself. */
function unsealed({ signature, date }: OfficialDocument): readonly Flowing['block'][] {
  const nameWidth = Math.max(...signature.map(widthOf))
  const dateWidth = widthOf(dayInWords(date))
  const start = characters - 2 - (dateWidth > nameWidth ? dateWidth + 2 : nameWidth)
  return [
    { kind: 'blank', lines: 1 },
    ...signature.map((name) => pieces('signature', [{ at: start, align: 'left', runs: fangsong(name) }])),
    // Held by its end, so that wider digits of another font do not push it over the edge.
    pieces('date', [{ at: start + 2 + dateWidth, align: 'right', runs: fangsong(dayInWords(date)) }]),
  ]
}

/** The last name is centred over the date, which ends four characters from the right; at most three names a row. */
function sealed({ signature, date, note }: OfficialDocument): readonly Flowing['block'][] {
  const rows = rowsOfNames(signature)
  const blocks: Flowing['block'][] = [{ kind: 'blank', lines: 2 }]
  for (const [index, names] of rows.entries()) {
    const last = index === rows.length - 1
    const middles = last ? lastMiddles(names, date) : middlesOf(names.length, characters)
    const placed = names.map((name, i): Piece => ({ at: middles[i] ?? 0, align: 'centre', runs: fangsong(name) }))
    blocks.push(pieces('signature', placed, middles.map(sealAt)))
    if (!last) blocks.push({ kind: 'blank', lines: SEALED_ROW - 1 })
    else blocks.push(pieces('date', [{ at: middles.at(-1) ?? 0, align: 'centre', runs: fangsong(dayInWords(date)) }]))
  }
  // Room for the lower edge of the seal; a note stands left of it.
  return note === null ? [...blocks, { kind: 'blank', lines: 1 }] : blocks
}

function rowsOfNames(names: readonly string[]): readonly (readonly string[])[] {
  const longest = Math.max(...names.map(widthOf))
  const most = longest <= characters / 3 ? 3 : longest <= characters / 2 ? 2 : 1
  return Array.from({ length: Math.ceil(names.length / most) }, (_, i) => names.slice(i * most, (i + 1) * most))
}

/** A single name stands over a date that ends four from the right; of several the date follows the last. */
function lastMiddles(names: readonly string[], date: PlainDate): readonly number[] {
  if (names.length > 1) return middlesOf(names.length, characters)
  const middle = characters - 4 - widthOf(dayInWords(date)) / 2
  return [Math.min(middle, characters - widthOf(names[0] ?? '') / 2)]
}

function middlesOf(count: number, width: number): readonly number[] {
  return Array.from({ length: count }, (_, i) => ((i + 0.5) * width) / count)
}

function sealAt(middle: number): Seal {
  return { text: SEAL_TEXT, diameter: SEAL_DIAMETER, x: middle * characterPitch, y: SEAL_MIDDLE }
}

function pieces(role: string, all: readonly Piece[], seals: readonly Seal[] = []): PieceBlock {
  return { kind: 'pieces', style: styleOf(role), pieces: all, seals }
}

function fangsong(text: string): Piece['runs'] {
  return [{ text, face: 'fangsong' }]
}
