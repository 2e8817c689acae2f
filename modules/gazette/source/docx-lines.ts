import type { StyleLists } from './docx-styles.ts'
import type { ListMarks, ListPlace } from './list-marks.ts'
import { type XmlToken, xmlTokens } from './xml.ts'

export interface DocxLines {
  readonly lines: readonly string[]
  /** How many text boxes were left out. */
  readonly boxes: number
}

/** Not running text: deletions and moves away, drawings, text boxes, field codes, phonetic guides, old properties. */
const LEFT_OUT = new Set(
  (
    'del moveFrom drawing pict object txbxContent instrText delText delInstrText rt Fallback sectPr pPrChange rPrChange ' +
    'tblPrChange trPrChange tcPrChange numberingChange'
  ).split(' '),
)

/** Word allows no more columns. */
const MAX_COLUMNS = 63

interface Paragraph {
  text: string
  style: string
  list: Partial<ListPlace>
  /** Its end mark was deleted in tracked changes, so that it runs on into the next. */
  runsOn: boolean
}

interface Cell {
  readonly lines: string[]
  width: number
  /** Joined to the cell above. */
  joined: boolean
}

interface Table {
  row: Cell[]
  rowDeleted: boolean
  /** What stands in each column of the grid, for cells that span rows. */
  above: string[]
}

type Open = Extract<XmlToken, { kind: 'open' }>

/** Lines of the part `word/document.xml`: paragraphs with their list numbers, table rows as `| cell | cell |`. */
export function docxLines(document: string, mark: ListMarks, styles: StyleLists): DocxLines {
  const body = new Body(mark, styles)
  let leftOut = 0
  for (const token of xmlTokens(document)) {
    if (token.kind === 'text') {
      if (leftOut === 0) body.text(token.text)
    } else if (token.kind === 'open') {
      if (token.name === 'del') body.deletion()
      if (token.name === 'txbxContent') body.boxes += 1
      if (leftOut > 0 || LEFT_OUT.has(token.name)) leftOut += 1
      else body.open(token)
    } else if (leftOut > 0) leftOut -= 1
    else body.close(token.name)
  }
  return { lines: body.lines, boxes: body.boxes }
}

/** What has been read so far. Elements come in the order of the file; tables and paragraphs may stand in each other. */
class Body {
  readonly lines: string[] = []
  boxes = 0
  private readonly mark: ListMarks
  private readonly styles: StyleLists
  private readonly tables: Table[] = []
  private readonly paragraphs: Paragraph[] = []
  private readonly within: string[] = []
  private carried = ''
  private hidden = false

  constructor(mark: ListMarks, styles: StyleLists) {
    this.mark = mark
    this.styles = styles
  }

  open(tag: Open): void {
    this.within.push(tag.name)
    const paragraph = this.paragraphs.at(-1)
    const table = this.tables.at(-1)
    const value = () => tag.attribute('val')
    switch (tag.name) {
      case 'tbl':
        this.tables.push({ row: [], rowDeleted: false, above: [] })
        break
      case 'tc':
        table?.row.push({ lines: [], width: 1, joined: false })
        break
      case 'gridSpan':
        this.setCell((cell) => (cell.width = Math.min(Math.max(1, Number(value()) || 1), MAX_COLUMNS)))
        break
      case 'vMerge':
        this.setCell((cell) => (cell.joined = value() !== 'restart'))
        break
      case 'p':
        this.paragraphs.push({ text: '', style: '', list: {}, runsOn: false })
        break
      case 'r':
        this.hidden = false
        break
      case 'vanish':
        if (this.within.includes('r')) this.hidden = !['0', 'false'].includes(value() ?? '')
        break
      case 'pStyle':
        if (paragraph !== undefined) paragraph.style = value() ?? ''
        break
      case 'ilvl':
        if (paragraph !== undefined) paragraph.list = { ...paragraph.list, level: Number(value()) }
        break
      case 'numId':
        if (paragraph !== undefined) paragraph.list = { ...paragraph.list, list: value() }
        break
      default:
        // Elsewhere than in a run `tab` is a tab stop and no sign.
        if (this.within.at(-2) === 'r') this.put(SIGNS.get(tag.name) ?? symbol(tag))
    }
  }

  close(name: string): void {
    this.within.pop()
    if (name === 'p') this.endParagraph()
    if (name === 'tr') this.endRow()
    if (name === 'tbl') this.tables.pop()
  }

  text(text: string): void {
    if (this.within.at(-1) === 't') this.put(text)
  }

  /** A deletion noted in properties: of a paragraph's end, or of a table's row. */
  deletion(): void {
    const [outer, inner] = this.within.slice(-2)
    const paragraph = this.paragraphs.at(-1)
    const table = this.tables.at(-1)
    if (outer === 'pPr' && inner === 'rPr' && paragraph !== undefined) paragraph.runsOn = true
    if (inner === 'trPr' && table !== undefined) table.rowDeleted = true
  }

  private put(text: string): void {
    const paragraph = this.paragraphs.at(-1)
    if (paragraph !== undefined && !this.hidden) paragraph.text += text
  }

  private setCell(set: (cell: Cell) => void): void {
    const cell = this.tables.at(-1)?.row.at(-1)
    if (cell !== undefined) set(cell)
  }

  private endParagraph(): void {
    const paragraph = this.paragraphs.pop()
    if (paragraph === undefined) return
    this.hidden = false
    const text = this.carried + paragraph.text
    this.carried = paragraph.runsOn ? text : ''
    if (paragraph.runsOn) return
    const { list, level = 0 } = { ...this.styles(paragraph.style), ...paragraph.list }
    // An empty paragraph in a list is neither numbered nor counted by Word's own "text only" export, but in print it is.
    const mark = list === undefined || list === '0' ? '' : this.mark({ list, level })
    this.add((mark + text).split('\n').map((line) => line.trim()))
  }

  private add(lines: readonly string[]): void {
    const cell = this.tables.at(-1)?.row.at(-1)
    const into = cell?.lines ?? this.lines
    into.push(...lines)
  }

  private endRow(): void {
    const table = this.tables.at(-1)
    if (table === undefined) return
    const { row, rowDeleted } = table
    table.row = []
    table.rowDeleted = false
    const outer = this.tables.at(-2)?.row.at(-1)
    const into = outer?.lines ?? this.lines
    // A row of one cell is a frame around text, not a table.
    if (rowDeleted) return
    if (row.length === 1) into.push(...(row[0]?.lines ?? []))
    else into.push(`| ${cellTexts(table, row).join(' | ')} |`)
  }
}

/** Texts of a row, one for each column of the grid. A cell that spans rows says in each of them what it says. */
function cellTexts(table: Table, row: readonly Cell[]): readonly string[] {
  const texts: string[] = []
  for (const cell of row) {
    const own = cell.lines
      .filter((line) => line !== '')
      .join(' ')
      .replaceAll('|', '｜')
    const text = cell.joined ? (table.above[texts.length] ?? '') : own
    texts.push(text, ...Array<string>(cell.width - 1).fill(''))
  }
  table.above = [...texts, ...table.above.slice(texts.length)]
  return texts
}

const SIGNS: ReadonlyMap<string, string> = new Map([
  ['br', '\n'],
  ['cr', '\n'],
  ['tab', ' '],
  ['ptab', ' '],
  ['noBreakHyphen', '-'],
])

/** A sign taken from a symbol font has no meaning outside it, one from a text font has. */
function symbol(tag: Open): string {
  if (tag.name !== 'sym') return ''
  const code = Number.parseInt(tag.attribute('char') ?? '', 16)
  return code > 0x20 && code < 0xe000 ? String.fromCharCode(code) : ''
}
