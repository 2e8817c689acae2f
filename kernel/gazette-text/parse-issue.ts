import { readDocument } from './document.ts'
import { doubledFaults } from './doubled.ts'
import { unflatten } from './flat-lines.ts'
import { readIssueHead } from './issue-head.ts'
import { splitLines } from './lines.ts'
import type { Fault, IssueHead, IssueRead } from './model.ts'
import { sortIntoDocuments } from './page-jumps.ts'
import { foldSource } from './source.ts'

/**
 * Reads the text of a gazette, or of one official document, into documents, provisions, measures, appointments and
 * chronicle. Total: any string is read, nothing that was read is dropped, and what a person should look at is a fault
 * with the line of the source. Every piece, mark and span leads back to the source given. `year` is used where the
 * text prints none.
 */
export function parseIssue(source: string, options: { readonly year?: number } = {}): IssueRead {
  const folded = foldSource(source)
  const lines = splitLines(folded)
  const { head, body } = readIssueHead(lines)
  const flat = unflatten(folded.shadow, lines.slice(body))
  const sorted = sortIntoDocuments(folded, flat, head.contents)
  const given = options.year ?? head.year
  const read = sorted.documents.map((document) => readDocument(folded, document, given))
  const documents = read.map((each) => each.document)
  const faults = [
    ...sorted.faults,
    ...read.flatMap((each) => each.faults),
    ...doubledFaults(documents),
    ...issueFaults(head, {
      documents: documents.map((each) => ({ number: each.number, title: each.title })),
      empty: flat.length === 0,
    }),
  ]
  return {
    issue: head,
    documents,
    measures: read.flatMap((each) => each.measures),
    appointments: read.flatMap((each) => each.appointments),
    chronicle: read.flatMap((each) => each.chronicle),
    faults: faults.sort((a, b) => a.line - b.line),
  }
}

function issueFaults(
  head: IssueHead,
  read: {
    readonly documents: readonly { readonly number: string | null; readonly title: string }[]
    readonly empty: boolean
  },
): readonly Fault[] {
  const faults: Fault[] = []
  if (read.empty) return [{ line: 1, code: 'empty', message: '文件里没有文字。如果是扫描件，请先做文字识别再导入。' }]
  if (head.title === null && read.documents.every((each) => each.title === '' && each.number === null)) {
    faults.push({
      line: 1,
      code: 'not-a-gazette',
      message: '没有读到公报封面、文号或公文标题，这段文字可能不是公报或公文；读到的内容已保留。',
    })
  }
  const numbers = new Set(read.documents.map((each) => each.number))
  const titles = read.documents.map((each) => each.title)
  for (const entry of head.contents) {
    const found =
      entry.number !== null
        ? numbers.has(entry.number)
        : titles.some(
            (title) => title !== '' && (title.includes(entry.title.slice(0, 12)) || entry.title.includes(title)),
          )
    if (!found)
      faults.push({
        line: 1,
        code: 'contents-unmatched',
        message: `目录里的“${entry.title.slice(0, 30)}”在正文中没有找到，请核对文本是否完整。`,
      })
  }
  return faults
}
