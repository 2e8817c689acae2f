import type { ProvisionRef } from '@guangyue/kernel/provision'
import type { Ctx, Db, Tx } from '@guangyue/platform/db'
import { TextNotHeld } from '../errors.ts'
import {
  type Document,
  type DocumentFacts,
  documentUrl,
  foldCitation,
  type MeasureOnRecord,
  type Provision,
  pathKeyOf,
} from '../model.ts'
import * as documentStore from '../store/documents.ts'
import * as sourceStore from '../store/sources.ts'
import * as textStore from '../store/texts.ts'
import { indexTexts } from './index-texts.ts'

/** Measures of an issue's documents, newest texts, in printed order. */
export async function measuresOfIssue(db: Db, issueId: string): Promise<readonly MeasureOnRecord[]> {
  const documents = await documentStore.documentsOfIssue(db, issueId)
  return textStore.measuresOf(
    db,
    documents.map(({ id }) => id),
  )
}

/** Measures of these documents, newest texts, in printed order. */
export function measuresOfDocuments(db: Db, documentIds: readonly string[]): Promise<readonly MeasureOnRecord[]> {
  return textStore.measuresOf(db, documentIds)
}

/** The document with this number or, where none has it, this title; the newest when several share a title. */
export async function findDocument(db: Db, numberOrTitle: string): Promise<Document | undefined> {
  const folded = foldCitation(numberOrTitle)
  const cited = await documentStore.documentsCited(db, [numberOrTitle])
  return cited.find(({ number }) => number !== null && foldCitation(number) === folded) ?? cited[0]
}

/** Each of these citations that names a document on record, with that document. */
export async function findDocuments(db: Db, citations: readonly string[]): Promise<ReadonlyMap<string, Document>> {
  const cited = await documentStore.documentsCited(db, citations)
  const names = new Map<string, Document>()
  for (const document of cited.toReversed()) names.set(foldCitation(document.title), document)
  for (const document of cited) if (document.number !== null) names.set(foldCitation(document.number), document)
  return new Map(
    citations.flatMap((citation) => {
      const document = names.get(foldCitation(citation))
      return document ? [[citation, document] as const] : []
    }),
  )
}

export async function findDocumentById(db: Db, id: string): Promise<Document | undefined> {
  return documentStore.findDocumentBy(db, { id })
}

/** A cited place in the newest text; undefined when the text is not held or has no such place. */
export async function findProvision(db: Db, ref: ProvisionRef): Promise<Provision | undefined> {
  const document = await findDocument(db, ref.document)
  if (!document || document.textVersion === 0) return undefined
  return textStore.findProvisionAt(db, { documentId: document.id, version: document.textVersion }, pathKeyOf(ref.path))
}

/** The places of a document's newest text, in order; none while its text is not held. */
export async function provisionsOfDocument(db: Db, document: Document): Promise<readonly Provision[]> {
  return textStore.provisionsOf(db, { documentId: document.id, version: document.textVersion })
}

/** What a document says, joined over page breaks, a place a line. Refuses (TextNotHeld) where only facts are known. */
export async function documentSourceText(db: Db, documentId: string): Promise<string> {
  const document = await documentStore.findDocumentBy(db, { id: documentId })
  if (!document || document.textVersion === 0) throw new TextNotHeld()
  return (await provisionsOfDocument(db, document)).map(({ text }) => text).join('\n')
}

/** The whole text of the file that a document's newest text was read from: pieces and spans count in it. */
export async function sourceTextOf(db: Db, documentId: string): Promise<string> {
  const [newest] = await documentStore.textsOf(db, documentId)
  const text = newest && (await sourceStore.findSourceText(db, newest.sourceId))
  if (text === undefined) throw new TextNotHeld()
  return text
}

/** Where a cited place is shown; undefined for what is not on record, such as a law. */
export async function urlsOf(db: Db, refs: readonly ProvisionRef[]): Promise<readonly (string | undefined)[]> {
  const documents = await findDocuments(
    db,
    refs.map(({ document }) => document),
  )
  return refs.map(({ document, path }) => {
    const known = documents.get(document)
    return known && documentUrl(known.key, path)
  })
}

/**
 * Puts a document on record whose text is not held: pack facts, 批示, 会议纪要, 上级通知. The same number (or title and
 * date, where there is none) again changes nothing. Returns its id. The caller's transaction, authority and audit.
 */
export async function registerDocumentFacts(ctx: Ctx, tx: Tx, facts: DocumentFacts): Promise<string> {
  await sourceStore.lockGazette(tx)
  const cited = await documentStore.documentsCited(tx, [facts.number ?? facts.title])
  const known = cited.find((document) =>
    facts.number === null
      ? document.number === null && document.signedOn === (facts.signedOn ?? null)
      : document.number !== null && foldCitation(document.number) === foldCitation(facts.number),
  )
  if (known) return known.id
  const id = ctx.newId()
  const document = { ...factsAsDocument(facts), id, key: await freeKey(tx, facts, id) }
  await documentStore.insertDocuments(tx, [document])
  await indexTexts(tx, [{ document, provisions: [], acts: [], chronicle: [] }])
  return id
}

function factsAsDocument(facts: DocumentFacts): Omit<Document, 'id' | 'key'> {
  return {
    number: facts.number,
    title: facts.title,
    kind: facts.kind ?? null,
    issuer: facts.issuer ?? null,
    signedOn: facts.signedOn ?? null,
    addressees: facts.addressees ?? null,
    effectiveFrom: facts.effectiveFrom ?? null,
    effectiveUntil: facts.effectiveUntil ?? null,
    openness: facts.openness ?? null,
    issueId: facts.issueId ?? null,
    section: facts.section ?? null,
    page: facts.page ?? null,
    origin: facts.origin,
    facts: facts.facts ?? {},
    textVersion: 0,
    version: 1,
  }
}

async function freeKey(tx: Tx, facts: DocumentFacts, id: string): Promise<string> {
  const name = (facts.number ?? facts.title).replaceAll(/\s+/g, '')
  const wanted = facts.signedOn ? [name, `${name}·${facts.signedOn}`] : [name]
  const taken = await documentStore.keysTaken(tx, wanted)
  return wanted.find((key) => !taken.has(key)) ?? `${name}·${id}`
}
