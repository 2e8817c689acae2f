import type { Db } from '@guangyue/platform/db'
import type { Tenure } from '../../organisations/index.ts'
import { documentUrl } from '../model.ts'
import { findDocuments } from '../service/facts.ts'
import type { PrintedAct } from '../store/acts.ts'
import type { ActsOfDocument, Basis, TenureRow } from './officials.view.ts'

export type ActWord = 'appoint' | 'remove' | 'lapse'

export function personUrl(person: string): string {
  return `/officials/${encodeURIComponent(person)}`
}

/** Acts under the document that says them, in the order given. */
export function actsByDocument(acts: readonly PrintedAct[]): readonly ActsOfDocument[] {
  return [...Map.groupBy(acts, ({ documentId }) => documentId).values()].flatMap((of) => {
    const [first] = of
    if (!first) return []
    return {
      title: first.documentTitle,
      number: first.documentNumber,
      href: documentUrl(first.documentKey),
      date: of.find(({ on }) => on !== null)?.on ?? null,
      acts: of.map(({ id, action, person, post, probationMonths, note }) => ({
        key: id,
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

/** Tenures with links to the documents that began and ended them; several in one post in their printed order. */
export async function tenureRows(db: Db, tenures: readonly Tenure[]): Promise<readonly TenureRow[]> {
  const cited = tenures.flatMap(({ appointedBy, endedBy }) => [appointedBy, endedBy].filter((name) => name !== null))
  const documents = await findDocuments(db, [...new Set(cited)])
  const basis = (name: string | null): Basis | null => {
    if (name === null) return null
    const document = documents.get(name)
    return { label: document?.number ?? name, href: document ? documentUrl(document.key) : null }
  }
  return inRankOrder(tenures).map((tenure) => ({
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

/** 列甲之后: among holders of one post, a person printed to rank after another stands after that one. */
export function inRankOrder(tenures: readonly Tenure[]): readonly Tenure[] {
  return [...Map.groupBy(tenures, ({ post }) => post).values()].flatMap((of) => {
    const ordered = of.filter(({ rankNote }) => rankedAfter(rankNote) === undefined)
    const waiting = of.filter(({ rankNote }) => rankedAfter(rankNote) !== undefined)
    for (const tenure of waiting) {
      const before = ordered.findIndex(({ person }) => person === rankedAfter(tenure.rankNote))
      ordered.splice(before < 0 ? ordered.length : before + 1, 0, tenure)
    }
    return ordered
  })
}

function rankedAfter(note: string | null): string | undefined {
  return /列(.+?)(?:同志)?之后/.exec(note ?? '')?.[1]
}
