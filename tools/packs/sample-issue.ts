// Puts the sample issue together: what stands on which page, and what is continued where.
import {
  capacity,
  columnWidth,
  type Head,
  type Line,
  noHead,
  type Page,
  type Paragraph,
  setPages,
  setParagraph,
  widthOf,
} from './sample-layout.ts'
import type { Block } from './sample-source.ts'

export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  /** Shares of the page's width. */
  readonly widths: readonly number[]
  readonly rows: readonly (readonly string[])[]
}

/** One entry of the contents, ready to be set. */
export interface Piece {
  readonly section: string
  readonly contents: string
  readonly number: string | null
  readonly head: Head
  readonly paragraphs: readonly Paragraph[]
  /** Printed on pages of its own after the columns. */
  readonly table: Table | null
  /** Signature that follows the table. */
  readonly after: readonly Paragraph[]
  /** Name of the piece after which its last lines are printed. */
  readonly continuedAfter: string | null
  /** A character is printed twice over one of its page breaks, as printers do. */
  readonly doubled: boolean
}

export type Sheet =
  | { readonly kind: 'columns'; readonly page: Page }
  | { readonly kind: 'table'; readonly table: Table }

export interface Jump {
  readonly document: string
  readonly from: number
  readonly to: number
}

export interface SetIssue {
  /** Page 1 is the first element; cover and contents are not among them. */
  readonly sheets: readonly Sheet[]
  readonly firstPage: ReadonlyMap<string, number>
  readonly jumps: readonly Jump[]
}

interface SetPiece {
  readonly piece: Piece
  readonly sheets: readonly Sheet[]
  readonly lines: readonly Line[]
  readonly rest: readonly Line[]
  readonly columnPages: number
}

/** Sets all pieces; `firstPageNumber` is the number printed on the first of them. */
export function setIssue(pieces: readonly Piece[], firstPageNumber: number): SetIssue {
  const set = pieces.map((piece, index) => setPiece(piece, index * 1000))
  const tails = new Map<string, SetPiece>()
  for (const one of set) if (one.piece.continuedAfter !== null) tails.set(one.piece.continuedAfter, one)
  const firstPage = new Map<string, number>()
  const jumps: Jump[] = []
  const sheets: Sheet[] = []
  for (const one of set) {
    const name = nameOf(one.piece)
    firstPage.set(name, firstPageNumber + sheets.length)
    const tail = tails.get(name)
    if (tail === undefined) {
      sheets.push(...one.sheets)
      continue
    }
    const from = (firstPage.get(nameOf(tail.piece)) ?? 0) + tail.columnPages - 1
    const to = firstPageNumber + sheets.length + pageOfEnd(one)
    jumps.push({ document: nameOf(tail.piece), from, to })
    const mark = `（上接第${from}页）`
    const continued = tail.rest.map((line, i) => (i === 0 ? { ...line, text: mark + line.text } : line))
    for (const page of setPages(one.piece.head, [...one.lines, gap, ...continued]))
      sheets.push({ kind: 'columns', page })
  }
  return { sheets: sheets.map((sheet) => withJumpPages(sheet, jumps)), firstPage, jumps }
}

/** Paragraphs of a document's blocks; the table, if any, comes out apart. */
export function paragraphsOf(blocks: readonly Block[]): readonly Paragraph[] {
  return blocks.flatMap((block) => (block.kind === 'table' ? [] : [{ text: block.text, style: block.kind }]))
}

export function nameOf(piece: Piece): string {
  return piece.number ?? piece.contents
}

const gap: Line = { text: '', style: 'text', paragraph: -1, indent: 0, hard: false }
const rowsAPage = 14
const jumpMark = '（下转第??页）'

function setPiece(piece: Piece, firstId: number): SetPiece {
  const plain = piece.paragraphs.flatMap((paragraph, i) => setParagraph(paragraph, firstId + i))
  const lines = piece.doubled ? doubleOneCharacter(piece.head, plain) : plain
  const whole = setPages(piece.head, lines)
  const tableSheets = piece.table === null ? [] : tablePages(piece.table)
  const after = piece.after.flatMap((paragraph, i) => setParagraph(paragraph, firstId + 900 + i))
  if (piece.continuedAfter === null) {
    const sheets = whole.map((page): Sheet => ({ kind: 'columns', page }))
    return {
      piece,
      sheets: [...sheets, ...tableSheets, ...sheetsOf(after)],
      lines,
      rest: [],
      columnPages: whole.length,
    }
  }
  const pages = whole.length - 1
  const [kept, rest] = cutForJump(lines, capacity(piece.head, pages), nameOf(piece))
  const sheets = setPages(piece.head, kept).map((page): Sheet => ({ kind: 'columns', page }))
  return { piece, sheets: [...sheets, ...tableSheets, ...sheetsOf(after)], lines, rest, columnPages: pages }
}

/** A long table goes on over the page with its column names again and without its title. */
function tablePages(table: Table): readonly Sheet[] {
  const pages: Sheet[] = []
  for (let at = 0; at < table.rows.length; at += rowsAPage) {
    const rows = table.rows.slice(at, at + rowsAPage)
    pages.push({ kind: 'table', table: { ...table, title: at === 0 ? table.title : '', rows } })
  }
  return pages
}

function sheetsOf(lines: readonly Line[]): readonly Sheet[] {
  return lines.length === 0 ? [] : setPages(noHead, lines).map((page): Sheet => ({ kind: 'columns', page }))
}

/** The last line of the page gives its end away to the mark, in the middle of a sentence if it must be. */
function cutForJump(
  lines: readonly Line[],
  room: number,
  document: string,
): readonly [readonly Line[], readonly Line[]] {
  const last = lines[room - 1]
  if (last === undefined) throw new Error('nothing to continue')
  let keep = last.text.length
  while (widthOf(last.text.slice(0, keep) + jumpMark) + last.indent > columnWidth) keep -= 1
  const cut = { ...last, text: last.text.slice(0, keep) + jumpMark, jumpOf: document }
  const carried = { ...last, text: last.text.slice(keep), indent: 0 }
  return [
    [...lines.slice(0, room - 1), cut],
    [carried, ...lines.slice(room)],
  ]
}

function pageOfEnd(one: SetPiece): number {
  return setPages(one.piece.head, [...one.lines, gap, gap]).length - 1
}

/** At the first page break from the third page on that cuts a paragraph, the last character comes again; never in a date. */
function doubleOneCharacter(head: Head, lines: readonly Line[]): readonly Line[] {
  for (let pages = 3; capacity(head, pages) < lines.length; pages += 1) {
    const at = capacity(head, pages)
    const before = lines[at - 1]
    const after = lines[at]
    const char = before?.text.at(-1) ?? ''
    if (
      before?.paragraph !== after?.paragraph ||
      after === undefined ||
      !/[\p{Script=Han}--[年月日底前内起]]/v.test(char)
    )
      continue
    return lines.with(at, { ...after, text: char + after.text })
  }
  throw new Error('no page break cuts a paragraph')
}

/** Puts the page numbers into the marks. */
function withJumpPages(sheet: Sheet, jumps: readonly Jump[]): Sheet {
  if (sheet.kind === 'table') return sheet
  const columns = sheet.page.columns.map((lines) =>
    lines.map((line) => {
      const jump = jumps.find((one) => one.document === line.jumpOf)
      return jump === undefined ? line : { ...line, text: line.text.replace('??', String(jump.to)) }
    }),
  )
  return { kind: 'columns', page: { head: sheet.page.head, columns } }
}
