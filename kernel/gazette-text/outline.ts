import type { Block } from './blocks.ts'
import { type Clause, type ClauseReading, isBracketLabel, mayHoldClause, readClauses } from './clauses.ts'
import { concat, cut, type Joined, NOTHING } from './joined.ts'
import { type Numbering, RANK } from './numbering.ts'
import type { Row } from './table-rows.ts'
import { GENERAL_HEADING } from './words.ts'

/** A place in a part: a numbered section, item or article with what stands below it, a paragraph, or a table's row. */
export interface Node {
  readonly kind: 'numbered' | 'paragraph' | 'row' | 'root'
  readonly numbering: Numbering | null
  /** Own paragraphs; the first one begins with the numbering. */
  readonly body: readonly Joined[]
  /** The own paragraphs as one text, without the numbering. */
  readonly text: Joined
  readonly heading: string | null
  /** Offset behind the numbering in the first paragraph. */
  readonly content: number
  readonly children: readonly Node[]
  readonly row: Row | null
  readonly line: number
  /** The clauses of responsibility in the own paragraphs, offsets in `ownText`. */
  readonly own: ClauseReading
}

interface Draft {
  kind: Node['kind']
  numbering: Numbering | null
  body: Joined[]
  /** The source line of each paragraph. */
  lines: number[]
  children: Draft[]
  row: Row | null
  line: number
}

const NO_CLAUSES: ClauseReading = { clauses: [], firstLeads: false }
const CLOSING =
  /^(?:各(?!县（市、区）人民政府、)|本(?:通知|意见|方案|办法|规定|措施|规划|要点|实施|细则|政策|计划)|请|特此|以上|上述|有关|此前|未尽|其他|对(?:工作|落实)|附件|附：|注：|联系人)/
const REST_OF_SECTION = /^[^。]{0,60}(?:未涉及|未列入|上述|以上|其他|其余)[^。]{0,60}(?:要|应当|应|须|必须)/

/** Builds the tree of a part from its blocks. Order is kept and nothing is left out. */
export function outline(blocks: readonly Block[]): Node {
  const root: Draft = draft('root', null, 0)
  const stack: Draft[] = [root]
  for (const block of blocks) {
    const top = stack.at(-1) ?? root
    if (block.kind === 'table') {
      addTable(top, block)
      continue
    }
    if (block.numbering) {
      while (stack.length > 1 && (stack.at(-1)?.numbering?.rank ?? -1) >= block.numbering.rank) stack.pop()
      const node = draft('numbered', block.numbering, block.line)
      node.body.push(block.body)
      node.lines.push(block.line)
      stack.at(-1)?.children.push(node)
      stack.push(node)
      continue
    }
    const closed = top.children.at(-1)?.kind === 'row'
    if (top === root || closed) {
      const paragraph = draft('paragraph', null, block.line)
      paragraph.body.push(block.body)
      top.children.push(paragraph)
    } else {
      top.body.push(block.body)
      top.lines.push(block.line)
    }
  }
  return finish(root, true)
}

/** Everything from a node down as one text, without the node's own numbering. */
export function wholeText(node: Node): Joined {
  return node.children.length === 0 ? node.text : paragraphs([node.text, ...node.children.flatMap(below)])
}

/** Paragraphs one under the other; a clause in brackets goes on where its text ended. */
export function paragraphs(parts: readonly Joined[]): Joined {
  if (parts.length === 1 && parts[0]) return parts[0]
  const groups: Joined[][] = []
  for (const part of parts) {
    const group = groups.at(-1)
    if (group && part.shadow.startsWith('（') && !isBracketLabel(part.shadow)) group.push(part)
    else groups.push([part])
  }
  return concat(
    groups.map((group) => concat(group, '')),
    '\n',
  )
}

function below(node: Node): readonly Joined[] {
  return [...node.body, ...node.children.flatMap(below)]
}

function draft(kind: Draft['kind'], numbering: Numbering | null, line: number): Draft {
  return { kind, numbering, body: [], lines: [], children: [], row: null, line }
}

function addTable(parent: Draft, block: Extract<Block, { kind: 'table' }>): void {
  const { table } = block
  if (table.headings.length > 0)
    parent.children.push({ ...draft('paragraph', null, block.line), body: [concat(table.headings, '｜')] })
  for (const row of table.rows) {
    const body = [
      concat(
        row.cells.map((cell) => cell.value),
        '\n',
      ),
    ]
    parent.children.push({ ...draft('row', null, row.line), body, row })
  }
}

function finish(node: Draft, last: boolean): Node {
  if (node.kind === 'numbered') spread(node)
  const content = node.numbering?.length ?? 0
  const children: Node[] = []
  node.children.forEach((child, i) => {
    const closing = last && i === node.children.length - 1
    const loose = child.kind === 'numbered' ? loosen(child, closing) : []
    children.push(
      finish(child, closing),
      ...loose.map((each) => finish({ ...draft('paragraph', null, each.line), body: [each.body] }, false)),
    )
  })
  const [first, ...rest] = node.body
  const text = first ? paragraphs([cut(first, content, first.text.length), ...rest]) : NOTHING
  const bare: Node = {
    kind: node.kind,
    text,
    numbering: node.numbering,
    body: node.body,
    heading: null,
    content,
    children,
    row: node.row,
    line: node.line,
    own: NO_CLAUSES,
  }
  const own = node.kind !== 'row' && mayHoldClause(text.shadow) ? readClauses(text.shadow) : bareList(text)
  return { ...bare, own, heading: node.kind === 'numbered' ? headingOf(bare, own) : null }
}

/** Below a heading alone on its line, paragraphs that each close with a clause in brackets are places of their own. */
function spread(node: Draft): void {
  if (node.children.length > 0 || node.body.length < 3 || /[。；]/.test(node.body[0]?.shadow ?? '')) return
  const closed = node.body.slice(1).filter((part) => closesWithClause(part.shadow)).length
  if (closed < 2) return
  node.children = node.body.splice(1).map((body, i) => ({
    ...draft('paragraph', null, node.lines[i + 1] ?? node.line),
    body: [body],
  }))
}

function closesWithClause(shadow: string): boolean {
  if (!/）[。\s]*$/.test(shadow.slice(-4)) || !mayHoldClause(shadow.slice(-400))) return false
  const clause = readClauses(shadow).clauses.at(-1)
  return clause?.form === 'bracket' && clause.start > 8 && clause.leads.length + clause.supports.length > 0
}

function bareList(text: Joined): ClauseReading {
  return /）[。\s]*$/.test(text.shadow.slice(-4)) ? readClauses(text.shadow) : NO_CLAUSES
}

/** Takes from an item the paragraphs that are no longer its own, because its clause has closed it or it ends the text. */
function loosen(node: Draft, last: boolean): readonly Loose[] {
  if (node.children.length > 0 || (node.body.length === 1 && !last)) return []
  const closed = lastClause(node.body)
  if (closed) {
    const { at, clause } = closed
    const loose = split(node, at + 1)
    const part = node.body[at]
    const trails =
      last && loose.length === 0 && part && clause.form === 'bracket' && part.shadow.length - clause.end >= 16
    if (!trails) return loose
    node.body[at] = cut(part, 0, clause.end)
    return [{ body: cut(part, clause.end, part.text.length), line: node.lines[at] ?? node.line }]
  }
  if (!/。./.test(node.body[0]?.shadow ?? '')) return []
  const from = node.body.findIndex(
    (part, i) => i > 0 && ((last && CLOSING.test(part.shadow)) || REST_OF_SECTION.test(part.shadow.slice(0, 160))),
  )
  return from > 0 ? split(node, from) : []
}

/** The last clause in paragraphs, and in which of them it stands. */
function lastClause(body: readonly Joined[]): { readonly at: number; readonly clause: Clause } | null {
  for (let at = body.length - 1; at >= 0; at -= 1) {
    const shadow = body[at]?.shadow ?? ''
    const clause = mayHoldClause(shadow) ? readClauses(shadow).clauses.at(-1) : undefined
    if (clause) return { at, clause }
  }
  return null
}

interface Loose {
  readonly body: Joined
  readonly line: number
}

function split(node: Draft, from: number): readonly Loose[] {
  const lines = node.lines.splice(from)
  return node.body.splice(from).map((body, i) => ({ body, line: lines[i] ?? node.line }))
}

/** The heading of a numbered place: its first sentence where more follows, or the whole of a short one. */
function headingOf(node: Node, own: ClauseReading): string | null {
  const { text } = node
  const end = text.shadow.indexOf('\n')
  const limit = Math.min(own.clauses[0]?.start ?? text.shadow.length, end < 0 ? text.shadow.length : end)
  const shadow = text.shadow.slice(0, limit)
  const printed = (end: number) =>
    text.text
      .slice(0, end)
      .trim()
      .replace(/[。：:，,；;、]$/, '') || null
  const article = node.numbering?.rank === RANK.article
  const bracketed = article ? /^（([^（）]{2,20})）/.exec(shadow) : null
  if (bracketed) return bracketed[1] ?? null
  const spaced = article ? null : /^([\u4e00-\u9fa5“”、]{4,18})\s+(?=[\u4e00-\u9fa5“《\d][^\n]{10})/.exec(shadow)
  if (spaced) return spaced[1] ?? null
  const stop = shadow.indexOf('。')
  if (stop < 0 || /^[。\s]*$/.test(shadow.slice(stop))) {
    const colon = shadow.search(/[：；]/)
    if (stop >= 0 && article) return null
    if (colon > 1 && colon <= 22 && shadow.length > 40) return printed(colon)
    return shadow.length <= (stop >= 0 && shadow.includes('，') ? 42 : 64)
      ? printed(stop < 0 ? limit : stop)
      : general(shadow)
  }
  if (article) return null
  const colon = shadow.indexOf('：')
  if (colon > 1 && colon <= 22 && colon < stop && !/[，；]/.test(shadow.slice(0, colon))) return printed(colon)
  return stop <= 46 ? printed(stop) : general(shadow)
}

/** In flat text a general heading (总体要求) runs into its paragraph without a stop. */
function general(shadow: string): string | null {
  for (let length = 6; length >= 4; length -= 1) {
    if (GENERAL_HEADING.test(shadow.slice(0, length))) return shadow.slice(0, length)
  }
  return null
}
