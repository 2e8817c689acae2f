import type { Face, Indents, Line, Run } from './model.ts'
import { widthOfCharacter } from './widths.ts'

/** The width of the whole line, in characters of the text's own size, as the indents. */
export interface Room extends Indents {
  readonly width: number
}

/** What must not begin a line, and what must not end one. */
const CLOSING = new Set('，。、；：？！）》〉】〕］｝”’…—～·％‰℃°,.;:?!)]}%')
const OPENING = new Set('（《〈【〔［｛“‘￥([{')

interface Place {
  readonly character: string
  readonly face: Face
  readonly width: number
  /** A line may begin here. */
  readonly opens: boolean
}

/**
 * Breaks text into lines that are never longer than the room. No closing mark begins a line and no opening mark ends
 * one, words and numbers in Latin letters and digits stay whole, …… and —— too, as long as a line has another place to
 * break. Every character comes out, in order. Lines but the last are spread to end flush. Empty text is one empty line.
 */
export function breakLines(runs: readonly Run[], room: Room): readonly Line[] {
  const places = placesOf(runs)
  const lines: Line[] = []
  let from = 0
  do {
    const indent = lines.length === 0 ? room.first : room.left
    const length = Math.max(1, room.width - room.right - indent)
    const to = endOfLine(places, from, length)
    const line = places.slice(from, to)
    const width = line.reduce((sum, place) => sum + place.width, 0)
    lines.push({ runs: runsOf(line), width, indent, spread: to < places.length ? Math.max(0, length - width) : 0 })
    from = to
  } while (from < places.length)
  return lines
}

function placesOf(runs: readonly Run[]): readonly Place[] {
  const plain = runs.flatMap(({ text, face }) => Array.from(text, (character) => ({ character, face })))
  return plain.map(({ character, face }, index) => {
    const before = plain[index - 1]?.character ?? ''
    return { character, face, width: widthOfCharacter(character), opens: mayPart(before, character) }
  })
}

function mayPart(before: string, after: string): boolean {
  if (CLOSING.has(after) || OPENING.has(before)) return false
  return !(isWord(before) && isWord(after))
}

function isWord(character: string): boolean {
  return /^[!-~]$/.test(character)
}

/** The first place of the next line: as far as the line reaches, back to where a line may begin. */
function endOfLine(places: readonly Place[], from: number, length: number): number {
  let to = from
  let width = 0
  for (let place = places[to]; place !== undefined; place = places[to]) {
    if (width + place.width > length && to > from) break
    width += place.width
    to += 1
  }
  if (to === places.length) return to
  let back = to
  while (back > from && places[back]?.opens === false) back -= 1
  return back > from ? back : to
}

function runsOf(places: readonly Place[]): readonly Run[] {
  const runs: { text: string; face: Face }[] = []
  for (const { character, face } of places) {
    const last = runs.at(-1)
    if (last?.face === face) last.text += character
    else runs.push({ text: character, face })
  }
  return runs
}
