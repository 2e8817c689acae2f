import { createHash } from 'node:crypto'
import type { PlainDate } from '@guangyue/kernel/calendar'
import type { ContentsEntry, Fault, MeasureRead, MilestoneRead, Piece } from '@guangyue/kernel/gazette-text'
import { permalinkOf } from '@guangyue/kernel/provision'

export type Openness = '主动公开' | '依申请公开' | '不予公开'

/** An issue as lists and covers show it. `version` 0: only its facts are known, the text is not held. */
export interface Issue {
  readonly id: string
  readonly key: string
  readonly title: string
  readonly year: number | null
  readonly number: number | null
  readonly serial: number | null
  readonly label: string
  readonly sponsor: string | null
  readonly publisher: string | null
  readonly contents: readonly ContentsEntry[]
  readonly version: number
}

/** A document as published. `textVersion` 0: its facts are known, its text is not held. */
export interface Document {
  readonly id: string
  /** First part of its addresses: the number, else the title. */
  readonly key: string
  readonly number: string | null
  readonly title: string
  readonly kind: string | null
  readonly issuer: string | null
  readonly signedOn: PlainDate | null
  readonly addressees: string | null
  readonly effectiveFrom: PlainDate | null
  /** Inclusive. */
  readonly effectiveUntil: PlainDate | null
  readonly openness: string | null
  readonly issueId: string | null
  readonly section: string | null
  readonly page: number | null
  readonly origin: 'pack' | 'import' | 'hand'
  /** What the pack says beside the columns: headings, annexes, supervision, milestones, rank target. */
  readonly facts: Readonly<Record<string, unknown>>
  readonly textVersion: number
  readonly version: number
}

/** A place in a document that can be cited, as stored. */
export interface Provision {
  readonly id: string
  readonly documentId: string
  readonly version: number
  readonly position: number
  readonly depth: number
  readonly path: readonly string[]
  readonly pathKey: string
  readonly kind: string
  readonly mark: string | null
  readonly heading: string | null
  readonly text: string
  readonly line: number
  readonly pieces: readonly Piece[]
}

/** A measure as the parser read it, with where it stands. */
export interface MeasureOnRecord {
  readonly id: string
  readonly documentId: string
  readonly documentNumber: string | null
  readonly documentTitle: string
  readonly path: readonly string[]
  readonly pathKey: string
  readonly provisionId: string | null
  readonly read: MeasureRead
}

/** What a document is known by when its text is not held: pack facts, 批示, 会议纪要, 上级通知. */
export interface DocumentFacts {
  readonly number: string | null
  readonly title: string
  readonly kind?: string | null
  readonly issuer?: string | null
  readonly signedOn?: PlainDate | null
  readonly addressees?: string | null
  readonly effectiveFrom?: PlainDate | null
  readonly effectiveUntil?: PlainDate | null
  readonly openness?: Openness | null
  readonly issueId?: string | null
  readonly section?: string | null
  readonly page?: number | null
  readonly origin: 'pack' | 'hand'
  readonly facts?: Readonly<Record<string, unknown>>
}

export type Stage = 'received' | 'reading' | 'parsing' | 'writing' | 'drafting' | 'drafted' | 'refused' | 'failed'
export type Outcome = 'new' | 'same' | 'corrected'

/** How many of each were read. */
export interface ImportCounts {
  readonly documents: number
  readonly newDocuments: number
  readonly correctedDocuments: number
  readonly provisions: number
  readonly measures: number
  readonly appointments: number
  readonly chronicle: number
  readonly faults: number
}

export interface Refusal {
  readonly code: string
  readonly message: string
}

/** A file handed in, and how far it has come. */
export interface Import {
  readonly id: string
  readonly fileName: string
  readonly fileSize: number
  readonly fileDigest: string
  /** The year that dates without one mean, said by whoever imported; null where the text tells. */
  readonly year: number | null
  readonly stage: Stage
  readonly percent: number
  readonly outcome: Outcome | null
  readonly counts: Partial<ImportCounts>
  readonly faults: readonly Fault[]
  readonly notes: readonly string[]
  readonly refusal: Refusal | null
  readonly issueId: string | null
  readonly documentIds: readonly string[]
  readonly draft: Readonly<Record<string, number>> | null
  readonly accountName: string
  readonly receivedAt: string
  readonly finishedAt: string | null
}

export interface DocumentText {
  readonly version: number
  readonly sourceId: string
  readonly line: number
  readonly milestones: readonly MilestoneRead[]
  readonly readAt: string
}

/**
 * A citation as citations are compared: no spaces, one form of brackets and digits. `聊政发[2021]7号` and
 * `聊政发〔2021〕 7 号` become the same; works for titles too.
 */
export function foldCitation(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/gu, '')
    .replace(/[([【〔〈]/g, '（')
    .replace(/[)\]】〕〉]/g, '）')
    .replace(/["“”]/g, '')
    .replace(/,/g, '，')
}

/** The canonical form of a path inside one document. */
export function pathKeyOf(path: readonly string[]): string {
  return path.join('/')
}

/** Address of a document, or of one of its clauses: `/documents/聊政发〔2021〕7号/附件/一/（一）`, percent-encoded. */
export function documentUrl(key: string, path: readonly string[] = []): string {
  return permalinkOf({ document: key, path })
}

/** The id of a clause on the pages that show it. */
export function clauseAnchor(path: readonly string[]): string {
  return path.join('').replace(/\s/g, '')
}

/** The address of a clause that leads to where it stands in its text. */
export function clauseUrl(key: string, path: readonly string[]): string {
  return path.length === 0 ? documentUrl(key) : `${documentUrl(key, path)}#${encodeURIComponent(clauseAnchor(path))}`
}

export function issueUrl(key: string): string {
  return `/gazette/issues/${encodeURIComponent(key)}`
}

/** Readable name of an issue in addresses: `2021-6`; from the label where year or number is not printed. */
export function issueKeyOf(year: number | null, number: number | null, label: string): string {
  return year !== null && number !== null ? `${year}-${number}` : label.replaceAll(/[\s/]/g, '')
}

/** SHA-256 in hex. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}
