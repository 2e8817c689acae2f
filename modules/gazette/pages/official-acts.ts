import type { Db } from '@guangyue/platform/db'
import type { ActOnRecord, Tenure } from '../../organisations/index.ts'
import { documentUrl } from '../model.ts'
import { findDocuments } from '../service/facts.ts'
import type { ActsOfDocument, Basis, TenureRow } from './officials.view.ts'

export type ActWord = ActOnRecord['action']

export function personUrl(person: string): string {
  return `/officials/${encodeURIComponent(person)}`
}

/** Acts under the document that says them, in the order given; a document that is not on record by its number alone. */
export async function actsByDocument(db: Db, acts: readonly ActOnRecord[]): Promise<readonly ActsOfDocument[]> {
  const documents = await findDocuments(db, [...new Set(acts.map(({ document }) => document))])
  return [...Map.groupBy(acts, ({ document }) => document)].map(([name, of]) => {
    const document = documents.get(name)
    return {
      key: name,
      title: document?.title ?? name,
      number: document?.number ?? null,
      href: document ? documentUrl(document.key) : null,
      date: of.find(({ on }) => on !== null)?.on ?? null,
      acts: of.map(({ key, action, person, post, probationMonths, note }) => ({
        key,
        action,
        person,
        personHref: personUrl(person),
        post,
        probationMonths,
        note: action === 'lapse' && note?.includes('自然免除') ? null : note,
      })),
    }
  })
}

/** Tenures with links to the documents that began and ended them, in the order given. */
export async function tenureRows(db: Db, tenures: readonly Tenure[]): Promise<readonly TenureRow[]> {
  const cited = tenures.flatMap(({ appointedBy, endedBy }) => [appointedBy, endedBy].filter((name) => name !== null))
  const documents = await findDocuments(db, [...new Set(cited)])
  const basis = (name: string | null): Basis | null => {
    if (name === null) return null
    const document = documents.get(name)
    return { label: document?.number ?? name, href: document ? documentUrl(document.key) : null }
  }
  return tenures.map((tenure) => ({
    key: tenure.id,
    person: tenure.person,
    personHref: personUrl(tenure.person),
    post: tenure.post,
    since: tenure.heldFrom,
    until: tenure.heldUntil,
    appointedBy: basis(tenure.appointedBy),
    endedBy: basis(tenure.endedBy),
    probationUntil: tenure.probationUntil,
    note: tenure.rankNote,
  }))
}
