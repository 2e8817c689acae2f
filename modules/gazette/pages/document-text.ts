import type { HangingKind } from '../chain.ts'
import { clauseAnchor, clauseUrl, type Document, type Provision } from '../model.ts'
import type { ContentsNode, TableBlock, TextBlock } from './document.view.ts'
import type { SeenChain } from './document-chain.ts'

interface Shown {
  readonly provisions: readonly Provision[]
  /** The clause that the reader looks at. */
  readonly clause: Provision | undefined
  readonly chain: SeenChain
}

/** 附件一（一）: the marks of a path run together. */
export function placeOf(path: readonly string[]): string {
  return path.join('')
}

/** A document with few numbered places shows them all in its contents; a long one opens the chapter that is read. */
const SHORT = 40

/** Chapters, and the clauses of those that are open. */
export function contentsOf(document: Document, { provisions, clause, chain }: Shown): readonly ContentsNode[] {
  const listed = provisions.filter(
    ({ kind, heading, mark }) => kind !== 'paragraph' && (heading !== null || mark !== null),
  )
  const below = Map.groupBy(listed, ({ path }) => nearestAbove(path, listed))
  const whole = listed.length <= SHORT
  const nodesOf = (provision: Provision, level: number): readonly ContentsNode[] => {
    const children = below.get(provision.pathKey) ?? []
    const open = clause !== undefined && `${clause.pathKey}/`.startsWith(`${provision.pathKey}/`)
    const node = {
      key: provision.id,
      label: labelOf(provision),
      href: clauseUrl(document.key, provision.path),
      current: provision === clause ? 'here' : open ? 'open' : 'no',
    } as const
    // A part heads the chapters that follow it; they stand at the level of all chapters.
    if (provision.kind === 'part') {
      const head = { ...node, part: 'part', light: null, children: [] } as const
      return [head, ...children.flatMap((child) => nodesOf(child, level))]
    }
    const expand = level === 0 && (whole || open)
    return [
      {
        ...node,
        part: 'clause',
        light: expand && children.length > 0 ? null : chain.lightUnder(provision.pathKey),
        children: expand ? children.flatMap((child) => nodesOf(child, level + 1)) : [],
      },
    ]
  }
  return (below.get('') ?? []).flatMap((provision) => nodesOf(provision, 0))
}

/** The path of the listed place that a path stands in; empty at the top. */
function nearestAbove(path: readonly string[], listed: readonly Provision[]): string {
  const keys = new Set(listed.map(({ pathKey }) => pathKey))
  for (let length = path.length - 1; length > 0; length -= 1) {
    const key = path.slice(0, length).join('/')
    if (keys.has(key)) return key
  }
  return ''
}

function labelOf({ kind, mark, heading, path, text }: Provision): string {
  const number = mark ?? path.at(-1) ?? ''
  const name = heading ?? ''
  if (kind === 'part' && mark !== null && name !== '') return `${mark}\u3000${name}`
  if (name !== '') return number !== '' && !name.startsWith(number) && mark !== null ? `${number}${name}` : name
  return mark === null ? (path.at(-1) ?? '') : `${number}${firstWords(text.slice(number.length))}`
}

function firstWords(text: string): string {
  const words = /^[^。；，：\n]{0,18}/.exec(text.trim())?.[0] ?? ''
  return words
}

/** The text in reading order, ready to draw; rows under a line of column heads are a table. */
export function blocksOf(document: Document, shown: Shown): readonly (TextBlock | TableBlock)[] {
  return withTables(textBlocks(document, shown))
}

/** Clauses with as many lines as the line before them names columns are the rows of one table. */
export function withTables(text: readonly TextBlock[]): readonly (TextBlock | TableBlock)[] {
  const blocks: (TextBlock | TableBlock)[] = []
  for (const block of text) {
    const above = blocks.at(-1)
    const cells = linesOf(block)
    const heads = above?.look === 'table' ? above.heads : headsOf(above)
    if (above === undefined || block.look !== 'clause' || heads.length < 3 || cells.length !== heads.length) {
      blocks.push(block)
      continue
    }
    const rows = [...(above.look === 'table' ? above.rows : []), { ...block, cells }]
    blocks.splice(-1, 1, { key: above.key, look: 'table', heads, rows })
  }
  return blocks
}

/** Column heads on one line (序号｜工作任务｜完成时限); none where a block is no such line. */
function headsOf(block: TextBlock | TableBlock | undefined): readonly string[] {
  if (block?.look !== 'paragraph') return []
  const [line = '', ...more] = linesOf(block)
  const heads = line.split(/[｜|]/).map((head) => head.trim())
  return more.length > 0 || heads.some((head) => head === '' || head.length > 20) ? [] : heads
}

function linesOf({ lead, heading, paragraphs }: TextBlock): readonly string[] {
  const [first = '', ...rest] = paragraphs
  return [`${lead}${heading}`, first, ...rest].map((line) => line.trim()).filter((line) => line !== '')
}

function textBlocks(document: Document, { provisions, clause, chain }: Shown): readonly TextBlock[] {
  // A part that prints no title of its own, such as the notice before what it issues, has nothing to draw.
  const printed = provisions.filter(
    ({ kind, heading, text }) => kind !== 'part' || heading !== null || text.trim() !== '',
  )
  return printed.map((provision) => {
    const { lead, heading, rest } = splitText(provision)
    const things = chain.at(provision.pathKey)
    const kinds = Map.groupBy(things, ({ kind }) => kind)
    return {
      key: provision.id,
      anchor: clauseAnchor(provision.path),
      look: lookOf(provision),
      place: placeOf(provision.path),
      href: clauseUrl(document.key, provision.path),
      lead,
      heading,
      paragraphs: rest
        .split('\n')
        .map((line) => line.trim())
        .filter((line, index) => line !== '' || index === 0),
      current: provision === clause ? 'here' : 'no',
      counts: [...kinds].map(([kind, of]: [HangingKind, readonly unknown[]]) => ({ kind, n: of.length })),
      light: things.length > 0 ? chain.lightUnder(provision.pathKey) : null,
    }
  })
}

function lookOf({ kind, depth, heading, path }: Provision): TextBlock['look'] {
  if (kind === 'part') return 'part'
  if (kind === 'paragraph') return 'paragraph'
  const above = depth - (/^(附件|正文)/.test(path[0] ?? '') ? 1 : 0)
  if (kind === 'section' && heading !== null) return above <= 0 ? 'chapter' : 'section'
  return 'clause'
}

/** Numbering, heading and the words after them. A text that does not begin with them is shown as it is. */
function splitText({ text, mark, heading }: Provision): { lead: string; heading: string; rest: string } {
  const start = (mark !== null && text.startsWith(mark) ? mark : /^[\s\u3000]*/.exec(text)?.[0]) ?? ''
  const after = text.slice(start.length)
  const gap = /^[\s\u3000、.．]*/.exec(after)?.[0] ?? ''
  if (heading === null || heading === '' || !after.slice(gap.length).startsWith(heading)) {
    return { lead: start.trim(), heading: '', rest: after }
  }
  const stop = /^[。：:]?/.exec(after.slice(gap.length + heading.length))?.[0] ?? ''
  return {
    lead: `${start}${gap}`.trimStart(),
    heading: heading + stop,
    rest: after.slice(gap.length + heading.length + stop.length),
  }
}
