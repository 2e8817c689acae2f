import { type Flowing, fillPages, type SetDocument } from '../typesetting/index.ts'
import { articlesOf } from './articles.ts'
import { articleBlocks, flowing, gazetteGrid } from './blocks.ts'
import { type Imprint, labelOf, type PrintedIssue } from './content.ts'
import { contentsBlocks, coverBlock, imprintBlocks } from './front.ts'

export interface GazetteLayout {
  readonly document: SetDocument
  /** The page on which each article begins, in the order of the contents. */
  readonly pages: readonly number[]
}

/**
 * Sets an issue: cover (page 1, its number not printed), imprint, contents with page numbers, then each article from
 * the top of a page. A table whose row no page holds: see `highestRow`.
 */
export function layOutGazette(issue: PrintedIssue, imprint: Imprint): GazetteLayout {
  const articles = articlesOf(issue)
  const texts = articles.map(articleBlocks)
  const front = [flowing(coverBlock(issue)), ...imprintBlocks(imprint)]
  const flowWith = (pages: readonly number[]) => [...front, ...contentsBlocks(articles, pages), ...texts.flat()]
  // The figures take no line of their own, so that the contents are as long as they will be.
  const pages = startsOf(flowWith([]), texts)
  const flow = flowWith(pages)
  const filled = fillPages(flow, gazetteGrid.lines)
  return {
    pages,
    document: {
      title: `${issue.title} ${labelOf(issue)}`,
      creator: issue.publisher,
      grid: gazetteGrid,
      flow,
      foot: null,
      pages: filled.map((parts, i) => ({ number: i === 0 ? null : i + 1, parts, foot: null })),
    },
  }
}

function startsOf(flow: readonly Flowing[], texts: readonly (readonly Flowing[])[]): readonly number[] {
  const filled = fillPages(flow, gazetteGrid.lines)
  return texts.map(
    (text) => 1 + filled.findIndex((page) => page.some(({ block }) => text.some((one) => one.block === block))),
  )
}

/** The highest row of a table in lines, for refusing one that no page holds. */
export function highestRow({ flow, grid }: SetDocument): { readonly lines: number; readonly most: number } {
  const rows = flow.flatMap(({ block }) =>
    block.kind === 'table' ? block.rows.map(({ height }) => height + block.head.height) : [],
  )
  return { lines: Math.max(0, ...rows), most: grid.lines }
}
