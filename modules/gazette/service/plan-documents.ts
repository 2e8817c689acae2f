import type { ContentsEntry, DocumentRead, Fault } from '@guangyue/kernel/gazette-text'
import { type Document, foldCitation } from '../model.ts'

/** What an import does with one document that it read. */
export interface PlannedDocument {
  readonly read: DocumentRead
  /** The document as it will stand, `textVersion` not yet raised. */
  readonly document: Document
  readonly known: boolean
}

export interface DocumentPlan {
  readonly planned: readonly PlannedDocument[]
  readonly faults: readonly Fault[]
}

export interface PlanInput {
  readonly reads: readonly DocumentRead[]
  /** Documents on record that share a number or a title with one that was read, or stand in the same issue. */
  readonly onRecord: readonly Document[]
  readonly issue: { readonly id: string; readonly key: string; readonly contents: readonly ContentsEntry[] } | null
  /** Ids of documents that an earlier import read from the very same file. */
  readonly sameFile: ReadonlySet<string>
  readonly keysTaken: ReadonlySet<string>
  readonly newId: () => string
}

/**
 * Matches what was read with what is on record: by number, or by title where none is printed and the date, the issue or
 * the file is the same. A number that two documents of one text carry identifies the first only; the second is kept under its
 * title, with a fault.
 */
export function planDocuments(input: PlanInput): DocumentPlan {
  const faults: Fault[] = []
  const used = new Set<string>()
  const keys = new Set(input.keysTaken)
  const planned = input.reads.map((read) => {
    const same = input.onRecord.filter((document) => !used.has(document.id) && isSame(document, read, input))
    const known = same.find(({ title }) => sameText(title, read.title)) ?? same[0]
    const document = known ? filled(known, read, input.issue) : made(read, input, freeKey(read, keys, input.issue))
    const twice = read.number !== null && !known && document.key !== read.number
    if (twice)
      faults.push({
        line: read.line,
        code: 'number-twice',
        message: `文号 ${read.number} 与另一份文件相同，本件按题名收录`,
      })
    if (known && titlesDiffer(known.title, read.title)) faults.push(titleFault(known, read))
    used.add(document.id)
    keys.add(document.key)
    return { read, document, known: known !== undefined }
  })
  return { planned, faults }
}

/** Keys that new documents may want, to be looked up before planning. */
export function wantedKeys(reads: readonly DocumentRead[], issueKey: string | null): readonly string[] {
  return reads.flatMap((read) => candidates(read, issueKey))
}

function isSame(document: Document, read: DocumentRead, { issue, sameFile }: PlanInput): boolean {
  if (read.number !== null) {
    return document.number !== null && document.key === document.number && sameText(document.number, read.number)
  }
  if (document.number !== null) return false
  const sameIssue = issue !== null && document.issueId === issue.id
  if (sameIssue) return titlesMatch(document.title, read.title)
  if (!sameText(document.title, read.title)) return false
  return sameFile.has(document.id) || (document.signedOn !== null && document.signedOn === read.date)
}

/** Facts of the pack stay where the text says nothing; a corrected text replaces what an earlier text said. */
function filled(known: Document, read: DocumentRead, issue: PlanInput['issue']): Document {
  const entry = contentsEntry(read, issue)
  return {
    ...known,
    title:
      known.origin === 'import' || !titlesMatch(known.title, read.title)
        ? longer(known.title, read.title)
        : known.title,
    kind: known.kind ?? read.kind,
    issuer: read.issuer ?? known.issuer,
    signedOn: read.date ?? known.signedOn,
    addressees: read.addressees ?? known.addressees,
    effectiveFrom: read.effectiveFrom ?? known.effectiveFrom,
    effectiveUntil: read.effectiveUntil ?? known.effectiveUntil,
    issueId: known.issueId ?? issue?.id ?? null,
    section: known.section ?? entry?.section ?? null,
    page: known.page ?? read.page ?? entry?.page ?? null,
  }
}

function made(read: DocumentRead, input: PlanInput, key: string): Document {
  const entry = contentsEntry(read, input.issue)
  return {
    id: input.newId(),
    key,
    number: read.number,
    title: read.title,
    kind: read.kind,
    issuer: read.issuer,
    signedOn: read.date,
    addressees: read.addressees,
    effectiveFrom: read.effectiveFrom,
    effectiveUntil: read.effectiveUntil,
    openness: null,
    issueId: input.issue?.id ?? null,
    section: entry?.section ?? null,
    page: read.page ?? entry?.page ?? null,
    origin: 'import',
    facts: {},
    textVersion: 0,
    version: 1,
  }
}

function freeKey(read: DocumentRead, keys: ReadonlySet<string>, issue: PlanInput['issue']): string {
  const wanted = candidates(read, issue?.key ?? null)
  const free = wanted.find((key) => !keys.has(key))
  if (free !== undefined) return free
  const last = wanted.at(-1) ?? read.title
  let count = 2
  while (keys.has(`${last}·${count}`)) count += 1
  return `${last}·${count}`
}

function candidates(read: DocumentRead, issueKey: string | null): readonly string[] {
  const names = [
    read.title,
    ...(read.date ? [`${read.title}·${read.date}`] : []),
    ...(issueKey ? [`${read.title}·${issueKey}`] : []),
  ]
  return (read.number === null ? names : [read.number, ...names]).map(asKey)
}

function asKey(name: string): string {
  return name.replaceAll(/\s+/g, '')
}

function contentsEntry(read: DocumentRead, issue: PlanInput['issue']): ContentsEntry | undefined {
  return issue?.contents.find((entry) =>
    entry.number !== null && read.number !== null
      ? sameText(entry.number, read.number)
      : entry.number === read.number && titlesMatch(read.title, entry.title),
  )
}

function sameText(a: string, b: string): boolean {
  return foldCitation(a) === foldCitation(b)
}

/** Contents print titles without the issuer before or the month in brackets after. */
function titlesMatch(a: string, b: string): boolean {
  const [one, other] = [a, b].map((title) => foldCitation(title).replace(/（[^（）]*）$/, ''))
  if (one === undefined || other === undefined || one === '' || other === '') return false
  return one.endsWith(other) || other.endsWith(one)
}

function titlesDiffer(a: string, b: string): boolean {
  return !titlesMatch(a, b)
}

function longer(a: string, b: string): string {
  return titlesMatch(a, b) && a.length > b.length ? a : b
}

function titleFault(known: Document, read: DocumentRead): Fault {
  return {
    line: read.line,
    code: 'title-changed',
    message: `文号 ${known.number ?? ''} 原登记题名为“${known.title}”，与本次不同，请核对`,
  }
}
