import type { Tx } from '@guangyue/platform/db'
import { addSearchTerms, replaceEntries, type SearchEntry } from '@guangyue/platform/search'
import { bodiesOn } from '../../organisations/index.ts'
import { type Document, documentUrl, type Provision } from '../model.ts'
import type { NewAct, NewChronicle } from '../store/texts.ts'

/** A document with what can be found in it. */
export interface SearchableText {
  readonly document: Document
  readonly provisions: readonly Provision[]
  readonly acts: readonly NewAct[]
  readonly chronicle: readonly NewChronicle[]
}

/** Makes texts findable, clause by clause; what was findable of the same documents before is replaced. */
export async function indexTexts(tx: Tx, texts: readonly SearchableText[]): Promise<void> {
  await replaceEntries(
    tx,
    texts.map(({ document }) => scopeOf(document.id)),
    texts.flatMap(entriesOf),
  )
}

/** Lets a query keep the names of bodies whole, as they are called on the day; asks on the transaction's connection. */
export async function addBodyTerms(tx: Tx, day: string): Promise<void> {
  const bodies = await bodiesOn({ db: tx, today: day })
  await addSearchTerms(
    tx,
    bodies.flatMap(({ name, short }) => [name, short]),
  )
}

/** What a document's entries are filed under. */
export function scopeOf(documentId: string): string {
  return `document/${documentId}`
}

function entriesOf({ document, provisions, acts, chronicle }: SearchableText): readonly SearchEntry[] {
  const common = { scope: scopeOf(document.id), year: yearOf(document), may: 'anyone' } as const
  // The title of an annex would make all its clauses answer to the words of the title.
  const headings = new Map(provisions.map(({ pathKey, heading, kind }) => [pathKey, kind === 'part' ? null : heading]))
  return [
    {
      ...common,
      thing: scopeOf(document.id),
      kind: 'document',
      title: document.title,
      context: [document.number, document.issuer, document.kind].filter((part) => part !== null).join(' '),
      body: headingsOf(document).join('　'),
      url: documentUrl(document.key),
    },
    ...provisions.map((provision) => ({
      ...common,
      thing: `provision/${provision.id}`,
      kind: 'provision',
      title: provision.heading ?? '',
      context: headingsAbove(provision.path, headings).join(' · '),
      body: provision.text,
      url: documentUrl(document.key, provision.path),
    })),
    ...acts.map(({ id, read }) => ({
      ...common,
      thing: `act/${id}`,
      kind: 'act',
      title: read.person,
      context: document.title,
      body: `${actWords[read.action]}${read.person}　${read.post}`,
      url: `/officials?name=${encodeURIComponent(read.person)}`,
    })),
    ...chronicle.map(({ id, read }) => ({
      ...common,
      thing: `chronicle/${id}`,
      kind: 'chronicle',
      year: Number(read.start.slice(0, 4)),
      title: '',
      context: document.title,
      body: read.text,
      url: `/chronicle?from=${read.start}&to=${read.end}#${id}`,
    })),
  ]
}

const actWords = { appoint: '任命', remove: '免去', lapse: '职务自然免除' } as const

function headingsAbove(path: readonly string[], headings: ReadonlyMap<string, string | null>): readonly string[] {
  return path.slice(0, -1).flatMap((_, index) => headings.get(path.slice(0, index + 1).join('/')) ?? [])
}

/** The headings that the pack knows of a document whose text is not held. */
function headingsOf(document: Document): readonly string[] {
  const { headings } = document.facts
  if (document.textVersion > 0 || !Array.isArray(headings)) return []
  return headings.flatMap((row: { heading?: unknown }) => (typeof row.heading === 'string' ? [row.heading] : []))
}

function yearOf(document: Document): number | null {
  const year = document.signedOn?.slice(0, 4) ?? /[〔（[(](\d{4})/.exec(document.number ?? '')?.[1]
  return year === undefined ? null : Number(year)
}
