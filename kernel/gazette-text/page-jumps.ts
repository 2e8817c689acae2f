import { type DocumentHead, documentStarts } from './heads.ts'
import type { Line } from './lines.ts'
import type { ContentsEntry, Fault } from './model.ts'
import { type Source, squeeze } from './source.ts'

/** The lines of one document in reading order, continuations from later pages brought behind the page they left. */
export interface DocumentLines {
  readonly head: DocumentHead
  readonly lines: readonly Line[]
  readonly page: number | null
}

interface Stretch extends DocumentLines {
  /** The page on which it says that it goes on. */
  readonly opens: number | null
}

/**
 * Sorts the lines of an issue into documents. A continuation (上接第N页) belongs to the document that was left on
 * page N: by the pages of the contents where there are any, else in the order of those pages.
 */
export function sortIntoDocuments(
  source: Source,
  lines: readonly Line[],
  contents: readonly ContentsEntry[],
): { readonly documents: readonly DocumentLines[]; readonly faults: readonly Fault[] } {
  const listed = new Set(
    contents.filter((each) => each.number === null && each.title.length > 5).map((each) => squeeze(each.title)),
  )
  const starts = documentStarts(source, lines, listed)
  const page = pagesIn(contents)
  const documents: { readonly head: DocumentHead; readonly lines: Line[]; readonly page: number | null }[] = []
  const tails: { readonly page: number; readonly lines: Line[] }[] = []
  let current: Line[] = []
  lines.forEach((line, i) => {
    const head = starts.get(i)
    if (head) {
      current = []
      documents.push({ head, lines: current, page: page(head) })
    }
    if (line.jumpFrom !== undefined && (documents.at(-1)?.lines.length ?? 0) > 0) {
      current = []
      tails.push({ page: line.jumpFrom, lines: current })
    }
    current.push(line)
  })
  return attach(documents.map(withJump), tails)
}

function withJump(document: DocumentLines): Stretch {
  return { ...document, opens: document.lines.find((line) => line.jumpTo !== undefined)?.jumpTo ?? null }
}

/** The page that the contents give for a document, by its 文号 or its title. */
function pagesIn(contents: readonly ContentsEntry[]): (head: DocumentHead) => number | null {
  const bare = (title: string) => squeeze(title).replace(/[《》（）()]/g, '')
  const entries = contents.map(({ number, title, page }) => ({
    number,
    page,
    title: bare(title),
    length: title.length,
  }))
  return (head) => {
    const title = bare(head.title)
    const entry =
      entries.find((each) => each.number !== null && each.number === head.number) ??
      entries.find(
        (each) => title !== '' && each.length > 4 && (title.endsWith(each.title) || each.title.startsWith(title)),
      )
    return entry?.page ?? null
  }
}

function attach(
  documents: readonly Stretch[],
  tails: readonly { readonly page: number; readonly lines: readonly Line[] }[],
): { readonly documents: readonly DocumentLines[]; readonly faults: readonly Fault[] } {
  const faults: Fault[] = []
  const added = documents.map(() => [] as Line[])
  const open = documents.map((each, i) => (each.opens === null ? -1 : i)).filter((i) => i >= 0)
  const byPage = [...tails].sort((a, b) => a.page - b.page)
  const paged = open.length * tails.length < 4_000_000 && open.every((i) => documents[i]?.page !== null)
  byPage.forEach((tail, rank) => {
    const owner = paged
      ? lastBefore(documents, open, tail.page)
      : byPage.length === open.length
        ? open[rank]
        : open.find((i) => (added[i]?.length ?? 0) === 0)
    const line = tail.lines[0]?.no ?? 1
    if (owner === undefined) {
      faults.push({
        line,
        code: 'page-jump-unmatched',
        message: `“上接第${tail.page}页”找不到是从哪份文件转来的，这段文字暂放在前一份文件之后，请核对。`,
      })
    }
    const place = added[owner ?? Math.max(0, nearest(documents, line))]
    for (const each of tail.lines) place?.push(each)
  })
  for (const i of open) {
    if ((added[i]?.length ?? 0) > 0) continue
    const line = documents[i]?.lines.find((each) => each.jumpTo !== undefined)
    faults.push({
      line: line?.no ?? 1,
      code: 'page-jump-unmatched',
      message: `“下转第${line?.jumpTo ?? ''}页”没有找到接续的文字，这份文件可能不完整，请核对原件。`,
    })
  }
  return {
    documents: documents.map((each, i) => ({
      head: each.head,
      lines: goOn(each.lines, added[i] ?? []),
      page: each.page,
    })),
    faults,
  }
}

/** A continuation stands behind the line that it was broken from; a table printed below that line comes after it. */
function goOn(lines: readonly Line[], added: readonly Line[]): readonly Line[] {
  const left = lines.findIndex((line) => line.jumpTo !== undefined)
  const at = left < 0 ? lines.length : left + 1
  return [...lines.slice(0, at), ...added, ...lines.slice(at)]
}

/** The last document that begins on or before a page and was left open. */
function lastBefore(documents: readonly Stretch[], open: readonly number[], page: number): number | undefined {
  let best: number | undefined
  for (const i of open) {
    const begins = documents[i]?.page ?? Number.POSITIVE_INFINITY
    if (begins <= page && (best === undefined || begins >= (documents[best]?.page ?? 0))) best = i
  }
  return best
}

function nearest(documents: readonly Stretch[], no: number): number {
  return documents.findLastIndex((each) => (each.lines[0]?.no ?? 0) <= no)
}
