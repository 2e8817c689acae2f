import { chineseNumber } from '../numeral/index.ts'
import { isSourceBreak, type Source } from './source.ts'

/** One printed line without the blanks around it. Offsets are in the source. */
export interface Line {
  readonly start: number
  readonly end: number
  /** What it prints, as the grammar looks at it. */
  readonly shadow: string
  /** 1-based. */
  readonly no: number
  /** Blank lines stand before it. */
  readonly gap: boolean
  /** The page on which it goes on (下转第N页), or from which it goes on (上接第N页). */
  readonly jumpTo?: number
  readonly jumpFrom?: number
}

const PAGE_NUMBER = /^(?:[-—–·.]+\s*\d{1,4}\s*[-—–·.]+|第\s*\d{1,4}\s*页(?:\s*[,，/]?\s*共\s*\d{1,4}\s*页)?)$/
const PAGE = '第?\\s*(\\d{1,4}|[一二三四五六七八九十]{1,4})\\s*[页版面]'
const JUMP_TO = new RegExp(`(?:（\\s*(?:下转|转)\\s*${PAGE}\\s*[^（）]{0,6}）|\\s下转\\s*${PAGE})\\s*$`)
const JUMP_FROM = new RegExp(`^(?:（\\s*(?:上接|接)\\s*${PAGE}\\s*[^（）]{0,6}）|上接\\s*${PAGE}(?=[\\s：]|$))[\\s：]*`)
/** Marks that only say that the text goes on overleaf: nothing is moved by them. */
const TURN_OVER = /（\s*(?:下转下页|下转次页|转下页|转下版|转次页)\s*）\s*$/
const TURNED = /^（\s*(?:上接上页|接上页|上接前页|接上版|承上页)\s*）\s*/

/** The lines of a source that print something. Page numbers on their own line are left out; page jumps are taken off. */
export function splitLines(source: Source): readonly Line[] {
  const { shadow } = source
  const lines: Line[] = []
  let start = 0
  let gap = false
  for (let no = 1; start <= shadow.length; ) {
    const stop = shadow.indexOf('\n', start)
    const end = stop < 0 ? shadow.length : stop
    const [from, to] = trim(shadow, start, end)
    const printed = shadow.slice(from, to)
    if (printed === '') gap = true
    else if (printed.length > 20 || !/^[-—–·.第]/.test(printed) || !PAGE_NUMBER.test(printed)) {
      lines.push(takeJumps({ start: from, end: to, shadow: printed, no, gap }))
      gap = false
    }
    if (isSourceBreak(source, end)) no += 1
    start = end + 1
  }
  return lines.filter((line) => line.end > line.start || line.jumpTo || line.jumpFrom)
}

/** What a line prints; nothing where there is none. */
export function shadowOf(line: Line | undefined): string {
  return line?.shadow ?? ''
}

/** The line between two offsets of another, without the blanks around it. */
export function part(line: Line, range: { readonly start: number; readonly end: number }): Line {
  const [from, to] = trim(line.shadow, range.start - line.start, range.end - line.start)
  return { ...line, start: line.start + from, end: line.start + to, shadow: line.shadow.slice(from, to) }
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

const JUMP_START = '（上'
const JUMP_END = '）页版面'

function takeJumps(line: Line): Line {
  const { shadow } = line
  if (!JUMP_START.includes(shadow.charAt(0)) && !JUMP_END.includes(shadow.charAt(shadow.length - 1))) return line
  const tail = shadow.slice(-24)
  const to = tail.includes('转') ? (JUMP_TO.exec(tail) ?? TURN_OVER.exec(tail)) : null
  const head = shadow.slice(0, 24)
  const from = head.includes('接') || head.startsWith('（承') ? (JUMP_FROM.exec(head) ?? TURNED.exec(head)) : null
  if (!to && !from) return line
  const range = { start: line.start + (from?.[0].length ?? 0), end: line.end - (to?.[0].length ?? 0) }
  const rest = part(line, range.end >= range.start ? range : { start: line.end, end: line.end })
  const [jumpTo, jumpFrom] = [pageOf(to), pageOf(from)]
  return { ...rest, ...(jumpTo === null ? {} : { jumpTo }), ...(jumpFrom === null ? {} : { jumpFrom }) }
}

function pageOf(jump: RegExpExecArray | null): number | null {
  const printed = jump?.[1] ?? jump?.[2]
  return printed === undefined ? null : chineseNumber(printed)
}
