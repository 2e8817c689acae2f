import { citationOf } from '@guangyue/kernel/provision'
import { clauseUrl } from '@guangyue/modules/gazette'
import type { LedgerDocument } from '../store/documents.ts'

/** A clause as it is cited, with the address of its page where the gazette holds the document. */
export interface Cite {
  readonly document: string
  readonly documentId: string
  readonly title: string
  readonly path: string[]
  readonly label: string
  readonly href: string | null
}

export function citeOf(document: LedgerDocument | undefined, path: readonly string[]): Cite {
  if (!document) return { document: '', documentId: '', title: '', path: [...path], label: path.join(''), href: null }
  const name = document.number ?? document.title
  return {
    document: name,
    documentId: document.id,
    title: document.title,
    path: [...path],
    label: labelOf(name, path),
    href: document.gazetteDocumentId === null ? null : clauseUrl(document.key, path),
  }
}

/** As people cite it; rows of a spreadsheet, which no citation can name, by their sheet and number. */
function labelOf(document: string, path: readonly string[]): string {
  const citation = citationOf({ document, path })
  return citation.startsWith('documents/') ? [document, ...path].join(' ') : citation
}
