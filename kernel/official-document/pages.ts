import { type Foot, linesOf, type Page, type PagePart } from '../typesetting/index.ts'
import { officialGrid } from './grid.ts'
import { linesOfFoot } from './imprint.ts'

/**
 * The filled pages with their numbers and the foot on the last even page: below the text if it fits there, else on a
 * page of its own, after a blank one if need be; then neither of the two has a number. Undefined where the foot is
 * higher than a page.
 */
export function pagesOf(filled: readonly (readonly PagePart[])[], foot: Foot | null): readonly Page[] | undefined {
  const pages = filled.map((parts, i): Page => ({ number: i + 1, parts, foot: null }))
  const last = pages.at(-1)
  if (foot === null || last === undefined) return pages
  const height = linesOfFoot(foot)
  if (height > officialGrid.lines) return undefined
  const even = pages.length % 2 === 0
  if (!even) return [...pages, { number: pages.length + 1, parts: [], foot }]
  if (usedOf(last.parts) + height <= officialGrid.lines) return [...pages.slice(0, -1), { ...last, foot }]
  return [...pages, { number: null, parts: [], foot: null }, { number: null, parts: [], foot }]
}

/** Lines of the page that are taken. */
function usedOf(parts: readonly PagePart[]): number {
  return Math.max(0, ...parts.map((part) => part.at + heightOf(part)))
}

function heightOf({ block, from, to }: PagePart): number {
  if (block.kind === 'text') return to - from
  if (block.kind !== 'table') return linesOf(block)
  const heights = [block.head, ...block.rows].slice(from, to)
  return heights.reduce((sum, { height }) => sum + height, 0)
}
