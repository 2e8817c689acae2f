import type { Block, Flowing, PagePart } from './model.ts'

/** Lines of the grid that a block takes as a whole. */
export function linesOf(block: Block): number {
  switch (block.kind) {
    case 'text':
      return block.lines.length
    case 'pieces':
      return 1
    case 'table':
      return block.rows.reduce((sum, row) => sum + row.height, block.head.height)
    default:
      return block.lines
  }
}

/** What cannot be parted: a line, a row of a table, a head, some blank lines. */
interface Unit {
  readonly index: number
  readonly from: number
  readonly to: number
  readonly height: number
  /** Printed above it where it begins a page. */
  readonly again: number
  readonly newPage: boolean
  readonly withNext: boolean
}

/**
 * Lays a flow on pages of so many lines. Units bound together move to the next page together, unless they fill more
 * than a page; a page begins with no blank lines. Where last lines of a paragraph are held to what follows, they go with
 * it, so that a signature need not stand alone.
 */
export function fillPages(flow: readonly Flowing[], lines: number): readonly (readonly PagePart[])[] {
  const pages: PagePart[][] = [[]]
  let used = 0
  for (const group of groupsOf(flow)) {
    const height = group.reduce((sum, unit) => sum + unit.height, 0)
    const whole = height <= lines
    if (group[0]?.newPage || (whole && used + height > lines)) used = turn(pages, used)
    for (const unit of group) {
      const block = flow[unit.index]?.block
      if (block === undefined) continue
      if (used + unit.height > lines) used = turn(pages, used)
      if (used === 0 && block.kind === 'blank') continue
      const again = used === 0 ? unit.again : 0
      place(pages.at(-1) ?? [], block, unit, used + again)
      used += again + unit.height
    }
  }
  return pages
}

function turn(pages: PagePart[][], used: number): number {
  if (used > 0) pages.push([])
  return 0
}

function place(page: PagePart[], block: Block, unit: Unit, at: number): void {
  const last = page.at(-1)
  if (last?.block === block && last.to === unit.from) page[page.length - 1] = { ...last, to: unit.to }
  else page.push({ block, from: unit.from, to: unit.to, at })
}

function groupsOf(flow: readonly Flowing[]): readonly (readonly Unit[])[] {
  const groups: Unit[][] = []
  let bound = false
  for (const unit of flow.flatMap(unitsOf)) {
    if (bound && !unit.newPage) groups.at(-1)?.push(unit)
    else groups.push([unit])
    bound = unit.withNext
  }
  return groups
}

/** A table's head is bound to its first row. */
function unitsOf({ block, onNewPage, held }: Flowing, index: number): readonly Unit[] {
  const heights = heightsOf(block)
  const last = heights.length - 1
  return heights.map((height, from) => ({
    index,
    from,
    to: from + 1,
    height,
    again: block.kind === 'table' && from > 0 ? block.head.height : 0,
    newPage: onNewPage && from === 0,
    withNext: (block.kind === 'table' && from === 0 && last > 0) || from > last - held,
  }))
}

function heightsOf(block: Block): readonly number[] {
  if (block.kind === 'text') return block.lines.map(() => 1)
  if (block.kind === 'table') return [block.head.height, ...block.rows.map((row) => row.height)]
  return [linesOf(block)]
}
