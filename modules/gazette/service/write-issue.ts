import type { Fault, IssueHead, IssueRead } from '@guangyue/kernel/gazette-text'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { SignedIssueStands } from '../compose/errors.ts'
import { findSigned } from '../compose/signed-store.ts'
import { issueImported } from '../events.ts'
import { digestOf, type ImportCounts, type Issue, issueKeyOf, type Outcome } from '../model.ts'
import * as documentStore from '../store/documents.ts'
import * as importStore from '../store/imports.ts'
import * as issueStore from '../store/issues.ts'
import * as sourceStore from '../store/sources.ts'
import { planDocuments, wantedKeys } from './plan-documents.ts'
import { gatherDocuments, type ReadDocument, writeTexts } from './write-texts.ts'

export interface IssueToWrite {
  readonly importId: string
  readonly text: string
  readonly read: IssueRead
  readonly fileName: string
  readonly fileKind: string
  readonly fileDigest: string
  /** The year that the importer said, if any. */
  readonly year: number | null
  readonly pages: number | null
  readonly notes: readonly string[]
}

/**
 * Puts a read text on record, ends its import and announces it, all in the caller's transaction. The same text again
 * adds nothing; a document whose words changed gets a new version. Safe to repeat: an import that has ended is left
 * alone. Refuses (SignedIssueStands) other words for an issue that was signed. Writers of one city come one after another.
 */
export async function writeIssue(ctx: Ctx, tx: Tx, input: IssueToWrite): Promise<void> {
  await sourceStore.lockGazette(tx)
  const stage = await importStore.lockImport(tx, input.importId)
  if (stage === undefined || stage === 'drafting' || stage === 'drafted' || stage === 'refused') return
  const digest = digestOf(input.year === null ? input.text : `${input.year}\n${input.text}`)
  const known = await sourceStore.findSourceId(tx, digest)
  if (known !== undefined) return endAsKnown(ctx, tx, { ...input, sourceId: known })

  const sourceId = ctx.newId()
  await sourceStore.insertSource(tx, { ...input, id: sourceId, digest, readAt: ctx.now })
  const issue = await issueRead(ctx, tx, input.read.issue)
  const { documents, faults } = await planTexts(ctx, tx, { input, issue })
  const changed = documents.filter((document) => document.change !== 'none')
  await refuseOverSigned(tx, issue, changed)
  if (issue)
    await issueStore.putIssue(tx, changed.length > 0 ? { ...issue, version: issue.version + 1 } : issue, sourceId)
  await documentStore.insertDocuments(
    tx,
    changed.filter(({ known }) => !known).map(({ document }) => document),
  )
  await documentStore.updateDocuments(
    tx,
    documents.filter(({ known }) => known).map(({ document }) => document),
  )
  await writeTexts(ctx, tx, { importId: input.importId, sourceId, documents: changed })

  const outcome = outcomeOf(documents)
  const allFaults = [...input.read.faults, ...faults]
  const documentIds = changed.map(({ document }) => document.id)
  await importStore.endImport(tx, input.importId, {
    stage: outcome === 'same' ? 'drafted' : 'drafting',
    outcome,
    counts: countsOf(documents, allFaults),
    faults: allFaults,
    issueId: issue?.id ?? null,
    sourceId,
    documentIds: outcome === 'same' ? documents.map(({ document }) => document.id) : documentIds,
    finishedAt: outcome === 'same' ? ctx.now : null,
  })
  await ctx.audit(tx, 'gazette.import', {
    thing: `import/${input.importId}`,
    after: { source: digest, documents: documentIds, outcome },
  })
  if (outcome === 'same') return
  await ctx.publish(tx, issueImported({ importId: input.importId, issueId: issue?.id ?? null, documentIds }))
}

/** The very same text is on record: the answer points at what the first import of it made. */
async function endAsKnown(ctx: Ctx, tx: Tx, input: IssueToWrite & { readonly sourceId: string }): Promise<void> {
  const first = await importStore.findImportOfSource(tx, input.sourceId)
  await importStore.endImport(tx, input.importId, {
    stage: 'drafted',
    outcome: 'same',
    counts: { ...readCounts(input.read, input.read.faults), newDocuments: 0, correctedDocuments: 0 },
    faults: input.read.faults,
    issueId: first?.issueId ?? null,
    sourceId: input.sourceId,
    documentIds: first?.documentIds ?? [],
    finishedAt: ctx.now,
  })
  await ctx.audit(tx, 'gazette.import', { thing: `import/${input.importId}`, after: { outcome: 'same' } })
}

/** The issue with what its text says of it, not yet put on record; null for a single document that is no gazette. */
async function issueRead(ctx: Ctx, tx: Tx, head: IssueHead): Promise<Issue | null> {
  if (head.title === null) return null
  const label = head.label ?? '期号不详'
  const before = await issueStore.findPrintedIssue(tx, {
    title: head.title,
    year: head.year,
    number: head.number,
    label,
  })
  return {
    id: before?.id ?? ctx.newId(),
    key: before?.key ?? (await freeIssueKey(tx, issueKeyOf(head.year, head.number, label))),
    title: head.title,
    year: head.year,
    number: head.number,
    serial: head.serial ?? before?.serial ?? null,
    label: before?.label ?? label,
    sponsor: head.sponsor ?? before?.sponsor ?? null,
    publisher: head.publisher ?? before?.publisher ?? null,
    contents: head.contents.length > 0 ? head.contents : (before?.contents ?? []),
    version: before?.version ?? 0,
  }
}

/** A signed issue keeps its words: neither it nor a document that it printed gets others by an import. */
async function refuseOverSigned(tx: Tx, issue: Issue | null, changed: readonly ChangedDocument[]): Promise<void> {
  const corrected = changed.filter(({ change }) => change === 'corrected')
  const touched = [...(issue && changed.length > 0 ? [issue.id] : []), ...corrected.map((one) => one.document.issueId)]
  for (const issueId of new Set(touched)) {
    const signed = issueId === null ? undefined : await findSigned(tx, { issueId })
    if (signed) throw new SignedIssueStands(signed.label)
  }
}

async function freeIssueKey(tx: Tx, wanted: string): Promise<string> {
  let key = wanted
  for (let count = 2; await issueStore.isIssueKeyTaken(tx, key); count += 1) key = `${wanted}-${count}`
  return key
}

interface ChangedDocument extends ReadDocument {
  readonly change: 'new' | 'corrected' | 'none'
}

/** Which documents are new, which have other words than before, and which stay as they are. */
async function planTexts(
  ctx: Ctx,
  tx: Tx,
  { input: { read, year, fileDigest }, issue }: { input: IssueToWrite; issue: Issue | null },
): Promise<{ documents: readonly ChangedDocument[]; faults: readonly Fault[] }> {
  const cited = await documentStore.documentsCited(
    tx,
    read.documents.flatMap(({ number, title }) => [number ?? title, title]),
  )
  const inIssue = issue ? await documentStore.documentsOfIssue(tx, issue.id) : []
  const { planned, faults } = planDocuments({
    reads: read.documents,
    onRecord: [...new Map([...cited, ...inIssue].map((document) => [document.id, document])).values()],
    issue,
    sameFile: await importStore.documentsOfFile(tx, fileDigest),
    keysTaken: await documentStore.keysTaken(tx, wantedKeys(read.documents, issue?.key ?? null)),
    newId: ctx.newId,
  })
  const digests = await documentStore.newestDigests(
    tx,
    planned.map(({ document }) => document.id),
  )
  const documents = gatherDocuments(planned, { read, year }).map((gathered): ChangedDocument => {
    if (digests.get(gathered.document.id) === gathered.digest) return { ...gathered, change: 'none' }
    const textVersion = gathered.document.textVersion + 1
    return {
      ...gathered,
      document: { ...gathered.document, textVersion },
      change: textVersion === 1 ? 'new' : 'corrected',
    }
  })
  return { documents, faults }
}

function outcomeOf(documents: readonly ChangedDocument[]): Outcome {
  if (documents.some(({ change }) => change === 'corrected')) return 'corrected'
  return documents.some(({ change }) => change === 'new') ? 'new' : 'same'
}

function countsOf(documents: readonly ChangedDocument[], faults: readonly Fault[]): ImportCounts {
  const sum = (count: (document: ChangedDocument) => number) => documents.reduce((all, one) => all + count(one), 0)
  return {
    documents: documents.length,
    newDocuments: sum(({ change }) => (change === 'new' ? 1 : 0)),
    correctedDocuments: sum(({ change }) => (change === 'corrected' ? 1 : 0)),
    provisions: sum(({ provisions }) => provisions.length),
    measures: sum(({ measures }) => measures.length),
    appointments: sum(({ acts }) => acts.length),
    chronicle: sum(({ chronicle }) => chronicle.length),
    faults: faults.length,
  }
}

/** What was read, before it is known what of it is new. */
export function readCounts(
  read: IssueRead,
  faults: readonly Fault[],
): Omit<ImportCounts, 'newDocuments' | 'correctedDocuments'> {
  const provisions = (tree: IssueRead['documents'][number]['provisions']): number =>
    tree.reduce((all, { children }) => all + 1 + provisions(children), 0)
  return {
    documents: read.documents.length,
    provisions: read.documents.reduce((all, document) => all + provisions(document.provisions), 0),
    measures: read.measures.length,
    appointments: read.appointments.length,
    chronicle: read.chronicle.length,
    faults: faults.length,
  }
}
