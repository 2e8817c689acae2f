import type { Source } from './source.ts'

/** One printed line without the blanks around it. Offsets are in the source. */
export interface Line {
  readonly start: number
  readonly end: number
  /** 1-based. */
  readonly no: number
  /** Blank lines stand before it. */
  readonly gap: boolean
  /** The page on which it goes on (下转第N页), or from which it goes on (上接第N页). */
  readonly jumpTo?: number
  readonly jumpFrom?: number
}

const PAGE_NUMBER = /^(?:[-—–·.]+\s*\d{1,4}\s*[-—–·.]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$/
const JUMP_TO = /（\s*下转\s*第?\s*(\d{1,4})\s*页\s*[^（）]{0,6}）\s*$/
const JUMP_FROM = /^（\s*上接\s*第?\s*(\d{1,4})\s*页\s*[^（）]{0,6}）\s*/

/** The lines of a source that print something. Page numbers on their own line are left out; page jumps are taken off. */
export function splitLines(source: Source): readonly Line[] {
  const { shadow } = source
  const lines: Line[] = []
  let start = 0
  let gap = false
  for (let no = 1; start <= shadow.length; no += 1) {
    const stop = shadow.indexOf('\n', start)
    const end = stop < 0 ? shadow.length : stop
    const [from, to] = trim(shadow, start, end)
    if (to === from) gap = true
    else if (to - from > 20 || !PAGE_NUMBER.test(shadow.slice(from, to))) {
      lines.push(takeJumps(shadow, { start: from, end: to, no, gap }))
      gap = false
    }
    start = end + 1
  }
  return lines.filter((line) => line.end > line.start || line.jumpTo || line.jumpFrom)
}

/** The line between two offsets of another, without the blanks around it. */
export function part(shadow: string, line: Line, range: { readonly start: number; readonly end: number }): Line {
  const [start, end] = trim(shadow, range.start, range.end)
  return { ...line, start, end }
}

function trim(shadow: string, from: number, to: number): readonly [number, number] {
  let [start, end] = [from, to]
  while (start < end && isBlank(shadow.charCodeAt(start))) start += 1
  while (end > start && isBlank(shadow.charCodeAt(end - 1))) end -= 1
  return [start, end]
}

function isBlank(code: number): boolean {
  return code === 0x20 || code === 0x09 || (code < 0x20 && code >= 0) || code === 0x7f
}

function takeJumps(shadow: string, line: Line): Line {
  if (shadow[line.start] !== '（' && shadow[line.end - 1] !== '）') return line
  const tail = shadow.slice(Math.max(line.start, line.end - 24), line.end)
  const to = tail.includes('下转') ? JUMP_TO.exec(tail) : null
  const head = shadow.slice(line.start, Math.min(line.end, line.start + 24))
  const from = head.includes('上接') ? JUMP_FROM.exec(head) : null
  if (!to && !from) return line
  const range = { start: line.start + (from?.[0].length ?? 0), end: line.end - (to?.[0].length ?? 0) }
  const rest = part(shadow, line, range.end >= range.start ? range : { start: line.end, end: line.end })
  return { ...rest, ...(to ? { jumpTo: Number(to[1]) } : {}), ...(from ? { jumpFrom: Number(from[1]) } : {}) }
}
