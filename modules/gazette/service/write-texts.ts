import type { AppointmentRead, ChronicleRead, IssueRead, MeasureRead } from '@guangyue/kernel/gazette-text'
import type { Ctx, Tx } from '@guangyue/platform/db'
import { type Act, recordActs } from '../../organisations/index.ts'
import { type Document, digestOf, foldCitation, type Provision, pathKeyOf } from '../model.ts'
import { actsOfText } from '../store/acts.ts'
import { insertTexts } from '../store/documents.ts'
import { insertActs, insertChronicle, insertMeasures, insertProvisions } from '../store/texts.ts'
import { type FlatProvision, flattenProvisions } from './flatten-provisions.ts'
import { addBodyTerms, indexTexts } from './index-texts.ts'
import type { PlannedDocument } from './plan-documents.ts'

/** One document of an import with everything that was read of it. */
export interface ReadDocument extends PlannedDocument {
  readonly provisions: readonly FlatProvision[]
  readonly measures: readonly MeasureRead[]
  readonly acts: readonly AppointmentRead[]
  readonly chronicle: readonly ChronicleRead[]
  /** Over paths and words without spaces, so that the same text from txt, docx and pdf is one version; a year said makes another. */
  readonly digest: string
}

/** Hands what was read of an issue to the documents that it was read from; nothing is left over. */
export function gatherDocuments(
  planned: readonly PlannedDocument[],
  { read, year }: { readonly read: IssueRead; readonly year: number | null },
): readonly ReadDocument[] {
  const home = homeFinder(planned)
  const measures = Map.groupBy(read.measures, (measure) => home(measure.document, measure.line))
  const acts = Map.groupBy(read.appointments, (act) => home(act.document, act.line))
  const chronicle = Map.groupBy(read.chronicle, (entry) => home(null, entry.line))
  return planned.map((plan) => {
    const parts = {
      provisions: flattenProvisions(plan.read.provisions),
      measures: measures.get(plan) ?? [],
      acts: acts.get(plan) ?? [],
      chronicle: chronicle.get(plan) ?? [],
    }
    return { ...plan, ...parts, digest: textDigest(parts, year) }
  })
}

/** By number or title; otherwise the document that begins last before the line. */
function homeFinder(planned: readonly PlannedDocument[]) {
  const named = new Map<string, PlannedDocument>()
  for (const plan of planned.toReversed()) {
    named.set(foldCitation(plan.read.title), plan)
    if (plan.read.number !== null) named.set(foldCitation(plan.read.number), plan)
  }
  const inOrder = planned.toSorted((a, b) => a.read.line - b.read.line)
  return (document: string | null, line: number): PlannedDocument | undefined =>
    (document === null ? undefined : named.get(foldCitation(document))) ??
    inOrder.findLast((plan) => plan.read.line <= line) ??
    inOrder[0]
}

function textDigest(parts: Omit<ReadDocument, keyof PlannedDocument | 'digest'>, year: number | null): string {
  const words = [
    ...(year === null ? [] : [String(year)]),
    ...parts.provisions.flatMap((provision) => [provision.pathKey, provision.read.text]),
    ...parts.acts.flatMap((act) => [act.person, act.action, act.post, act.date ?? '']),
    ...parts.chronicle.flatMap((entry) => [entry.start, entry.text]),
  ]
  return digestOf(words.map(foldCitation).join('\n'))
}

export interface WriteTexts {
  readonly importId: string
  readonly sourceId: string
  /** Documents whose text is new or corrected, with `textVersion` already raised. */
  readonly documents: readonly ReadDocument[]
}

/** Writes texts with all that belongs to them, one statement a kind, and makes them findable. */
export async function writeTexts(ctx: Ctx, tx: Tx, { importId, sourceId, documents }: WriteTexts): Promise<void> {
  await insertTexts(
    tx,
    documents.map(({ document, digest, read }) => ({
      ...at(document),
      sourceId,
      importId,
      digest,
      line: read.line,
      milestones: read.milestones,
      readAt: ctx.now,
    })),
  )
  const texts = documents.map((document) => ({ ...document, ...rowsOf(ctx, document) }))
  await insertProvisions(
    tx,
    texts.flatMap(({ provisions }) => provisions),
  )
  await insertMeasures(
    tx,
    texts.flatMap(({ measures }) => measures),
  )
  await insertActs(
    tx,
    texts.flatMap(({ acts }) => acts),
  )
  await insertChronicle(
    tx,
    texts.flatMap(({ chronicle }) => chronicle),
  )
  await recordPrintedActs(ctx, tx, documents)
  await indexTexts(tx, texts)
  await addBodyTerms(tx, ctx.today)
}

/** Acts that an earlier text of a document printed and its new text does not are taken back. */
async function recordPrintedActs(ctx: Ctx, tx: Tx, documents: readonly ReadDocument[]): Promise<void> {
  const printed = documents.flatMap(({ document, acts }) => acts.map((read) => postedAct(document, read)))
  const same = new Set(printed.map(actKey))
  const before: Act[] = []
  for (const { document } of documents) {
    if (document.textVersion < 2) continue
    before.push(...(await actsOfText(tx, { documentId: document.id, version: document.textVersion - 1 }, document.key)))
  }
  const withdrawn = before.filter((act) => !same.has(actKey(act)))
  await recordActs(ctx, tx, printed, withdrawn)
}

function actKey({ person, action, post, date, document, probationMonths, note }: Act): string {
  return JSON.stringify([person, action, post, date, document, probationMonths, note])
}

function at(document: Document) {
  return { documentId: document.id, version: document.textVersion }
}

function rowsOf(ctx: Ctx, { document, provisions, measures, acts, chronicle }: ReadDocument) {
  const placed = provisions.map(
    ({ path, pathKey, depth, read }, position): Provision => ({
      ...at(document),
      id: ctx.newId(),
      position,
      depth,
      path,
      pathKey,
      kind: read.kind,
      mark: read.mark,
      heading: read.heading,
      text: read.text,
      line: read.line,
      pieces: read.pieces,
    }),
  )
  const ids = new Map(placed.map(({ id, pathKey }) => [pathKey, id]))
  return {
    provisions: placed,
    measures: measures.map((read, position) => ({
      ...at(document),
      id: ctx.newId(),
      provisionId: ids.get(pathKeyOf(read.path)) ?? null,
      position,
      read,
    })),
    acts: acts.map((read, position) => ({ ...at(document), id: ctx.newId(), position, read })),
    chronicle: chronicle.map((read, position) => ({ ...at(document), id: ctx.newId(), position, read })),
  }
}

function postedAct(document: Document, act: AppointmentRead): Act {
  return {
    person: act.person,
    action: act.action,
    post: act.post,
    date: act.date,
    document: document.key,
    probationMonths: act.probation_months,
    note: act.note,
  }
}
