import { tokensOf } from './tokens.ts'

/** PostgreSQL keeps positions up to 16,383; longer texts count on from the start, which keeps neighbours neighbours. */
const POSITIONS = 16_000
/** Between two parts, so that no phrase reaches from one into the next. */
const GAP = 10

/** A text and how much a word in it is worth: A most, D least. */
export interface WeightedText {
  readonly text: string
  readonly weight: 'A' | 'B' | 'C' | 'D'
}

/** The text form of a tsvector over the parts, in their order. */
export function vectorOf(parts: readonly WeightedText[]): string {
  const places = new Map<string, string[]>()
  let start = 1
  for (const { text, weight } of parts) {
    for (const { lexeme, at } of tokensOf(text)) {
      const place = `${((start + at - 1) % POSITIONS) + 1}${weight === 'D' ? '' : weight}`
      const known = places.get(lexeme)
      if (known) known.push(place)
      else places.set(lexeme, [place])
    }
    start += text.length + GAP
  }
  return [...places].map(([lexeme, at]) => `'${lexeme}':${at.slice(0, 255).join(',')}`).join(' ')
}
