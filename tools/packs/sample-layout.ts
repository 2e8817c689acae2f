// Sets the sample gazette in two columns, as a printer would, so that txt and pdf break at the same places.

/** A paragraph to be set. `break: 'line'` keeps each printed line a line of its own in the txt. */
export interface Paragraph {
  readonly text: string
  readonly style: 'title' | 'heading' | 'text' | 'label' | 'sign'
  readonly hard?: true
}

export interface Line {
  readonly text: string
  readonly style: Paragraph['style']
  /** Lines of one paragraph share it. */
  readonly paragraph: number
  readonly indent: number
  readonly hard: boolean
  /** The document that this line says is continued elsewhere; `??` in the text stands for the page. */
  readonly jumpOf?: string
}

/** Printed over both columns of a first page: banner, number, title, line by line. */
export interface Head {
  readonly printed: readonly string[]
  /** The same as an extraction shows it: one entry a paragraph. */
  readonly extracted: readonly string[]
}

export interface Page {
  readonly head: Head
  readonly columns: readonly (readonly Line[])[]
}

export const columnWidth = 17
const columnHeight = 30
/** A title line over both columns takes the room of two lines. */
const headLineHeight = 2

export const noHead: Head = { printed: [], extracted: [] }

const closing = new Set('，。、；：？！）”》…')
const opening = new Set('（“《')

/** Cuts a paragraph into printed lines; a closing mark may hang over the end, numbers stay whole. */
export function setParagraph(paragraph: Paragraph, id: number): readonly Line[] {
  const indent = paragraph.style === 'title' || paragraph.style === 'sign' ? 0 : 2
  const room = paragraph.style === 'title' ? balancedWidth(paragraph.text) : columnWidth
  const texts: string[] = []
  let line = ''
  let width = indent
  for (const token of tokens(paragraph.text)) {
    const size = widthOf(token)
    if (width + size > room && line !== '' && !closing.has(token)) {
      const carried = opening.has(line.at(-1) ?? '') ? (line.at(-1) ?? '') : ''
      texts.push(line.slice(0, line.length - carried.length))
      line = carried
      width = widthOf(carried)
    }
    line += token
    width += size
  }
  texts.push(line)
  return texts.map((text, index) => ({
    text,
    style: paragraph.style,
    paragraph: id,
    indent: index === 0 ? indent : 0,
    hard: paragraph.hard ?? false,
  }))
}

/** Fills pages column by column; the head stands over the first page only. */
export function setPages(head: Head, lines: readonly Line[]): readonly Page[] {
  const pages: Page[] = []
  let rest = lines
  let over = head
  do {
    const height = columnHeight - over.printed.length * headLineHeight
    const columns = [rest.slice(0, height), rest.slice(height, 2 * height)]
    pages.push({ head: over, columns })
    rest = rest.slice(2 * height)
    over = noHead
  } while (rest.length > 0)
  return pages
}

/** How many lines the first `pages` pages take under this head. */
export function capacity(head: Head, pages: number): number {
  return 2 * (pages * columnHeight - head.printed.length * headLineHeight)
}

/** Width in full characters; Latin letters and digits take half. */
export function widthOf(text: string): number {
  return [...text].reduce((sum, char) => sum + (/[ -~]/.test(char) ? 0.5 : 1), 0)
}

/** A title of several lines gets lines of about one length. */
function balancedWidth(text: string): number {
  const width = widthOf(text)
  return Math.min(columnWidth, Math.ceil(width / Math.ceil(width / columnWidth)) + 1)
}

function tokens(text: string): readonly string[] {
  return text.match(/[A-Za-z0-9.%]+|[\s\S]/gu) ?? []
}
