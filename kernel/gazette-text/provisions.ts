import { type Joined, joinLines, NOTHING } from './joined.ts'
import type { ProvisionRead } from './model.ts'
import { RANK } from './numbering.ts'
import { type Node, paragraphs } from './outline.ts'
import type { DocumentPart } from './parts.ts'
import type { Source } from './source.ts'

/** A part with its tree as citable places. `prefix` begins the paths of all below it. */
export function partProvision(
  source: Source,
  part: DocumentPart,
  tree: { readonly root: Node; readonly prefix: readonly string[] },
): ProvisionRead {
  const title = joinLines(source, part.titleLines)
  const name = part.label ?? (part.kind === 'main' || tree.prefix.length === 0 ? '正文' : (tree.prefix[0] ?? '正文'))
  const line = part.titleLines[0]?.no ?? part.lines[0]?.no ?? 1
  return {
    path: part.label === null && tree.prefix.length === 0 ? [name] : [...tree.prefix],
    kind: 'part',
    mark: part.label,
    heading: part.title,
    text: title.text,
    pieces: title.pieces,
    line,
    children: provisionsOf(tree.root, tree.prefix),
  }
}

function provisionsOf(node: Node, path: readonly string[]): readonly ProvisionRead[] {
  const names = new Map<string, number>()
  let paragraph = 0
  let row = 0
  return node.children.map((child) => {
    if (child.kind === 'paragraph') paragraph += 1
    if (child.kind === 'row') row += 1
    const label =
      child.kind === 'paragraph'
        ? `第${paragraph}段`
        : child.kind === 'row'
          ? (child.row?.serial ?? `第${row}行`)
          : (child.numbering?.label ?? '')
    const times = (names.get(label) ?? 0) + 1
    names.set(label, times)
    return provision(child, [...path, times === 1 ? label : `${label}（${times}）`])
  })
}

function provision(node: Node, path: readonly string[]): ProvisionRead {
  const text: Joined = node.body.length === 0 ? NOTHING : paragraphs(node.body)
  const mark = node.numbering ? text.text.slice(0, node.content).trim() || null : null
  return {
    path,
    kind: kindOf(node),
    mark,
    heading: node.heading,
    text: text.text,
    pieces: text.pieces,
    line: node.line,
    children: provisionsOf(node, path),
  }
}

function kindOf(node: Node): ProvisionRead['kind'] {
  if (node.kind === 'paragraph') return 'paragraph'
  const rank = node.numbering?.rank ?? RANK.arabic
  if (rank === RANK.article) return 'article'
  return rank <= RANK.roman ? 'section' : 'item'
}
