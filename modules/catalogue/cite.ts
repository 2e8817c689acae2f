import { citationOf, findCitation, type ProvisionRef } from '@guangyue/kernel/provision'
import type { Db } from '@guangyue/platform/db'
import { urlsOf } from '../gazette/index.ts'
import type { BasisRow } from './item.ts'

/** A clause as pages show it; without an address its text is not held. */
export interface Cited {
  readonly label: string
  readonly href: string | null
}

export type CiteAll = (basis: readonly BasisRow[] | string) => readonly Cited[]

/** How a basis, or a citation in words, is shown: linked to the clause's page where the document is on record. */
export async function citing(db: Db, asked: readonly (readonly BasisRow[] | string)[]): Promise<CiteAll> {
  const refs = asked.flatMap((basis) => rowsOf(basis).flatMap((row) => ('ref' in row ? [row.ref] : [])))
  const urls = await urlsOf(db, refs)
  const known = new Map(refs.map((ref, at) => [JSON.stringify(ref), urls[at]]))
  return (basis) =>
    rowsOf(basis).map((row) => ({
      label: row.label,
      href: ('ref' in row ? known.get(JSON.stringify(row.ref)) : undefined) ?? null,
    }))
}

function rowsOf(
  basis: readonly BasisRow[] | string,
): readonly ({ label: string } | { label: string; ref: ProvisionRef })[] {
  if (typeof basis === 'string') {
    const ref = findCitation(basis)
    return [ref ? { label: basis, ref } : { label: basis }]
  }
  return basis.map((row) => {
    if ('source' in row) return { label: row.source }
    const ref = { document: row.document, path: row.path }
    return { label: citationOf(ref), ref }
  })
}
