import { type Face, type Ink, type Run, widthOf } from '@guangyue/kernel/typesetting'
import {
  type PDFFont,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  type RGB,
  rgb,
  setCharacterSpacing,
  setCharacterSqueeze,
} from 'pdf-lib'

export const INKS: Readonly<Record<Ink, RGB>> = { black: rgb(0, 0, 0), red: rgb(0.85, 0, 0) }

/** Share of the size between the top of a character and its baseline. */
const ASCENT = 0.88

/** They fill their place, so that two of them are one line. */
const DASHES = new Set('—…')

export type Fonts = ReadonlyMap<Face, PDFFont>

/** Where a line of text stands and how. Points; `x`, `y` from the lower left corner of the paper, `y` its upper edge. */
export interface LinePlace {
  readonly x: number
  readonly y: number
  readonly height: number
  readonly size: number
  /** From a full character to the next. */
  readonly advance: number
  /** To be shared out between the characters. */
  readonly spread: number
  readonly ink: Ink
}

/** Characters that are drawn as one: each takes `cell` of the advance. */
interface Segment {
  readonly text: string
  readonly face: Face
  readonly kind: 'full' | 'word' | 'odd'
}

/** Draws one line on its grid: full characters an advance apart, Latin words squeezed to half an advance a letter. */
export function drawLine(page: PDFPage, fonts: Fonts, runs: readonly Run[], place: LinePlace): void {
  const segments = runs.flatMap((run) => segmentsOf(run, fonts))
  const units = segments.reduce((sum, { text, kind }) => sum + (kind === 'full' ? [...text].length : 1), 0)
  const gap = units > 1 ? place.spread / (units - 1) : 0
  let x = place.x
  for (const segment of segments) {
    const font = fonts.get(segment.face)
    if (font === undefined) continue
    drawSegment(page, font, segment, { ...place, x }, gap)
    const count = segment.kind === 'full' ? [...segment.text].length : 1
    x += widthOf(segment.text) * place.advance + count * gap
  }
}

function segmentsOf({ text, face }: Run, fonts: Fonts): readonly Segment[] {
  const font = fonts.get(face)
  const segments: { text: string; face: Face; kind: Segment['kind'] }[] = []
  for (const character of text) {
    const half = widthOf(character) < 1
    const kind = half ? 'word' : font?.widthOfTextAtSize(character, 1) === 1 ? 'full' : 'odd'
    const last = segments.at(-1)
    if (last?.kind === kind && kind !== 'odd') last.text += character
    else segments.push({ text: character, face, kind })
  }
  return segments
}

function drawSegment(page: PDFPage, font: PDFFont, { text, kind }: Segment, place: LinePlace, gap: number): void {
  const { size, advance } = place
  const y = place.y - (place.height - size) / 2 - ASCENT * size
  const options = { y, size, font, color: INKS[place.ink] }
  const natural = font.widthOfTextAtSize(text, size)
  const room = widthOf(text) * advance
  const letters = [...text].length
  page.pushOperators(pushGraphicsState())
  let x = place.x
  if (kind === 'full') page.pushOperators(setCharacterSpacing(advance - size + gap))
  else if (natural > room || DASHES.has(text)) page.pushOperators(setCharacterSqueeze((room / natural) * 100))
  else {
    // Narrower than its place: each letter, or a lone sign such as a dot, stands in the middle of its share.
    const free = (room - natural) / letters
    page.pushOperators(setCharacterSpacing(free))
    x += free / 2
  }
  page.drawText(text, { x, ...options })
  page.pushOperators(popGraphicsState())
}
