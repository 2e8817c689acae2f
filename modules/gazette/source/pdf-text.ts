import { type Column, guttersOf, inReadingOrder, type Placed } from './pdf-columns.ts'
import { joined, type Line } from './pdf-lines.ts'
import type { PdfPage } from './pdf-pages.ts'
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
  const paper = measure(clean.flat())
  const text = new Paragraphs(paper)
  for (const parts of clean) {
    for (const part of parts) {
      if (part.kind === 'table') text.table(part)
      else text.line(part)
    }
    text.endPage()
  }
  return text.toString()
}

interface Edges {
  readonly left: number
  readonly right: number
}

interface Paper {
  readonly edges: ReadonlyMap<Column, Edges>
  /** Paragraphs begin two characters in, so that a line at the edge goes on with the paragraph. */
  readonly indented: boolean
  /** Usual distance of lines, in widths of a character. */
  readonly leading: number
}

/** Where columns begin and end and how paragraphs begin, from what most lines do. */
function measure(parts: readonly Placed[]): Paper {
  const lines = parts.filter((part) => part.kind === 'line')
  const byColumn = Map.groupBy(lines, (line) => line.column)
  const edges = new Map<Column, Edges>()
  for (const [column, own] of byColumn) {
    const rights = own.map((line) => line.right).sort((a, b) => a - b)
    edges.set(column, {
      left: mostCommon(own.map((line) => line.left)),
      right: rights[Math.floor(rights.length * 0.95)] ?? 0,
    })
  }
  // A line after one that ended early begins a paragraph: does it stand in?
  const begins = lines.filter((line, i) => endsEarly(lines[i - 1], edges) && line.column === lines[i - 1]?.column)
  const stoodIn = begins.filter((line) => isIndented(line, edges.get(line.column)))
  const leadings = lines.flatMap((line, i) => {
    const before = lines[i - 1]
    const gap = before !== undefined && before.column === line.column ? (before.y - line.y) / line.size : 0
    return gap > 0.5 && gap < 4 ? [gap] : []
  })
  return {
    edges,
    indented: stoodIn.length > begins.length / 2,
    leading: mostCommon(leadings.map((gap) => gap * 10)) / 10,
  }
}

function mostCommon(values: readonly number[]): number {
  const groups = Map.groupBy(values, (value) => Math.round(value))
  const largest = [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), [])
  return largest[0] ?? 0
}

function endsEarly(line: PlacedLine | undefined, edges: ReadonlyMap<Column, Edges>): boolean {
  return line !== undefined && (edges.get(line.column)?.right ?? 0) - line.right > line.size * 3
}

function isIndented(line: Line, edge: Edges | undefined): boolean {
  if (edge === undefined) return false
  const indent = (line.left - edge.left) / line.size
  return indent > 1.3 && indent < 2.7
}

const MARK =
  /^(?:第[一二三四五六七八九十百零\d]+[章节条]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]+[)）]|\d{1,2}[.．、]|[①-⑳]|△|附件)/u
const BULLET = /^[◎●■◆★▲△○□]/u
const JUMP_END = /下转第\s*\d+\s*页[）)]$/u
const JUMP_START = /^[（(]上接/u
const SENTENCE_END = /(?:[。；：！？…）)]|[。！？]”)$/u

type PlacedLine = Line & { readonly column: Column }

/** Puts lines together to paragraphs and tables that run over a page to one table. */
class Paragraphs {
  private readonly paper: Paper
  private readonly done: string[] = []
  /** The line that may go on in the next, and the paragraph up to it. */
  private last: PlacedLine | null = null
  private text = ''
  /** The table that may go on at the top of the next page. */
  private rows: (readonly string[])[] = []
  private pageEnded = false

  constructor(paper: Paper) {
    this.paper = paper
  }

  line(line: PlacedLine): void {
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

  private goesOn(before: PlacedLine, line: PlacedLine): boolean {
    const edges = this.paper.edges.get(before.column)
    const own = this.paper.edges.get(line.column)
    if (edges === undefined || own === undefined || Math.abs(before.size - line.size) > line.size * 0.15) return false
    if (before.spread || BULLET.test(line.text)) return false
    const down = (before.y - line.y) / line.size
    if (before.column === line.column && down > this.paper.leading * 1.6) return false
    if (Math.abs(line.left - own.left) > line.size * 0.7) return false
    if (JUMP_END.test(before.text) || JUMP_START.test(line.text)) return false
    const room = (edges.right - before.right) / before.size
    if (room > needed(before.text, line.text)) return false
    return this.paper.indented || !(SENTENCE_END.test(before.text) && MARK.test(line.text))
  }
}

/** How much room, in widths of a character, may be left in a line that goes on: more in the middle of a sentence. */
function needed(before: string, after: string): number {
  const word = /^[\w.%/~—–-]+/.exec(after)?.[0].length ?? 0
  if (word > 0) return word * 0.6 + 1.2
  if (SENTENCE_END.test(before)) return 1.2
  return MARK.test(after) ? 2.3 : 4
}
