import { type Column, inReadingOrder } from './pdf-columns.ts'
import { roomNeeded } from './pdf-fit.ts'
import { guttersOf } from './pdf-gutters.ts'
import { joined, type Line } from './pdf-lines.ts'
import type { PdfPage } from './pdf-pages.ts'
import { type Edges, measure, type Paper } from './pdf-paper.ts'
import { withoutRunningHeads } from './pdf-running-heads.ts'
import { type Table, tablesOf } from './pdf-tables.ts'

/**
 * The text of all pages: lines joined to paragraphs, also over columns and pages, a row of a table as
 * `| cell | cell |`, an empty line where a page ends between paragraphs. Page numbers and running heads are left out.
 */
export function pdfText(pages: readonly PdfPage[]): string {
  const read = pages.map((page) => ({ height: page.height, ...tablesOf(page) }))
  const gutters = guttersOf(read.map((page) => page.runs))
  const placed = read.map(({ height, runs, tables }, i) => ({
    height,
    parts: inReadingOrder(runs, tables, gutters[i] ?? null),
  }))
  const clean = withoutRunningHeads(placed)
  const paper = measure(clean.map((parts, i) => ({ height: read[i]?.height ?? 0, parts })))
  const text = new Paragraphs(paper)
  for (const [page, parts] of clean.entries()) {
    for (const part of parts) {
      if (part.kind === 'table') text.table(part)
      else text.line({ ...part, page, edges: paper.edgesOf(page, part.column) })
    }
    text.endPage()
  }
  return text.toString()
}

const MARK =
  /^(?:第[一二三四五六七八九十百零\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|[①-⑳]|\d{1,2}日，|△|附件)/u
const BULLET = /^[◎●■◆★▲△○□]/u
const JUMP_END = /下转第\s*\d+\s*页[）)]$/u
const JUMP_START = /^[（(]上接/u
const SENTENCE_END = /(?:[。；：！？…）)]|[。！？]”)$/u

/** A line with its page and the edges of its column. */
type SetLine = Line & { readonly column: Column; readonly page: number; readonly edges: Edges }

/** Puts lines together to paragraphs and tables that run over a page to one table. */
class Paragraphs {
  private readonly paper: Paper
  private readonly done: string[] = []
  /** The line that may go on in the next, and the paragraph up to it. */
  private last: SetLine | null = null
  private text = ''
  /** The table that may go on at the top of the next page. */
  private rows: (readonly string[])[] = []
  private pageEnded = false

  constructor(paper: Paper) {
    this.paper = paper
  }

  line(line: SetLine): void {
    if (this.last !== null && this.goesOn(this.last, line)) {
      this.text = joined(this.text, line.text)
      this.pageEnded = false
    } else {
      this.flush()
      this.text = line.text
    }
    this.last = line
  }

  table({ rows }: Table): void {
    const goesOn = this.pageEnded && this.rows[0]?.length === rows[0]?.length
    if (!goesOn) this.flush()
    this.pageEnded = false
    const headAgain = goesOn && rows[0]?.join() === this.rows[0]?.join()
    const [first, ...others] = headAgain ? rows.slice(1) : rows
    if (first === undefined) return
    const cut = this.rows.at(-1)
    // A row cut by the page's end has no number of its own on the second page.
    if (goesOn && cut !== undefined && first[0] === '') {
      this.rows[this.rows.length - 1] = cut.map((cell, i) => joined(cell, first[i] ?? ''))
    } else this.rows.push(first)
    this.rows.push(...others)
  }

  endPage(): void {
    this.pageEnded = true
  }

  toString(): string {
    this.flush()
    return `${this.done
      .join('\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim()}\n`
  }

  private flush(): void {
    if (this.last !== null) this.done.push(this.text)
    for (const row of this.rows) this.done.push(`| ${row.join(' | ')} |`)
    if (this.pageEnded) this.done.push('')
    this.last = null
    this.text = ''
    this.rows = []
    this.pageEnded = false
  }

  private goesOn(before: SetLine, line: SetLine): boolean {
    if (Math.abs(before.size - line.size) > line.size * 0.15) return false
    if (before.spread || BULLET.test(line.text)) return false
    if (JUMP_END.test(before.text) || JUMP_START.test(line.text)) return false
    const below = before.page === line.page && before.column === line.column
    if (before.page === line.page && !below && (before.column === 'whole' || line.column === 'whole')) return false
    const { indented, justified, leading, apart } = this.paper
    const down = (before.y - line.y) / line.size
    if (below && down > (apart ?? leading * 1.6)) return false
    const ended = SENTENCE_END.test(before.text)
    const needed = roomLeft(line.text, { indented, justified, ended })
    if (Math.abs(line.left - line.edges.left) > line.size * 0.7) {
      const begins = ended || MARK.test(line.text) || (indented && standsIn(line))
      return !begins && wraps(before, line, needed)
    }
    if ((before.edges.right - before.right) / before.size > needed) return false
    return indented || (below && apart !== null) || !(ended && MARK.test(line.text))
  }
}

interface Setting {
  readonly indented: boolean
  readonly justified: boolean
  /** The line ends a sentence. */
  readonly ended: boolean
}

/**
 * How much room may be left in a line that goes on with this text, in widths of a character: with indented paragraphs
 * in the middle of a sentence more, for what begins at the edge then hardly begins a paragraph. Lines of Chinese
 * characters alone look justified though they are not, so in the middle of a sentence a mark may have drawn more down.
 */
function roomLeft(after: string, { indented, justified, ended }: Setting): number {
  const needed = roomNeeded(after)
  if (indented && !ended) return needed + 1
  if (justified && (ended || needed <= 1)) return 0.7
  return needed + (ended ? 0 : 0.2)
}

/** True when a line stands in by two characters, as exactly as a centred one does by chance only. */
function standsIn({ left, edges, size }: SetLine): boolean {
  return Math.abs((left - edges.left) / size - 2) < 0.2
}

/** True when two lines are a centred title that was too long for one line, which needed so much room. */
function wraps(before: SetLine, line: SetLine, needed: number): boolean {
  const inset = ({ left, right, edges }: SetLine) => [left - edges.left, edges.right - right] as const
  const centred = ([left, right]: readonly [number, number]) => Math.abs(left - right) < line.size
  const [left, right] = inset(before)
  return centred([left, right]) && centred(inset(line)) && (left + right) / before.size <= needed
}
