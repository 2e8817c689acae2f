import type { PlainDate } from '@guangyue/kernel/calendar'
import type { Imprint, PrintedDocument, PrintedIssue } from '@guangyue/kernel/gazette-print'
import { canonicalText, type Plain } from '@guangyue/kernel/proof'
import type { Ctx } from '@guangyue/platform/db'
import { digestOf, issueUrl } from '../model.ts'

/** What an editor types of a document; what is not known yet is null. */
export interface ManuscriptContent {
  readonly section: string
  readonly number: string | null
  readonly title: string
  readonly issuer: string | null
  readonly signedOn: PlainDate | null
  readonly addressees: string | null
  readonly body: string
  readonly annex: string
}

/** A published document that an issue may print. */
export interface Manuscript extends ManuscriptContent {
  readonly id: string
  /** What it comes from, where no editor typed it. */
  readonly thing: string | null
  readonly withdrawn: boolean
  readonly writtenBy: string | null
  readonly writtenName: string
  readonly writtenAt: string
  readonly version: number
  /** The issue that printed it. */
  readonly printedIn: string | null
}

export interface Section {
  readonly name: string
  readonly manuscripts: readonly string[]
}

export interface TypedAct {
  readonly on: PlainDate
  readonly text: string
}

export interface TypedEvent {
  readonly start: PlainDate
  readonly end: PlainDate
  readonly text: string
}

/** What the editor decides of an issue. */
export interface CompositionContent {
  /** First day of the month that it is about. */
  readonly month: PlainDate
  readonly publishedOn: PlainDate
  readonly sections: readonly Section[]
  readonly acts: readonly TypedAct[]
  readonly chronicle: readonly TypedEvent[]
}

export type CompositionState = 'draft' | 'reviewed' | 'signed' | 'void'

/** An issue being composed. */
export interface Composition extends CompositionContent {
  readonly id: string
  readonly title: string
  readonly year: number
  readonly number: number
  readonly serial: number | null
  readonly sponsor: string
  readonly publisher: string
  readonly state: CompositionState
  readonly composedBy: string | null
  readonly composedName: string
  readonly composedOn: PlainDate
  readonly reviewedBy: string | null
  readonly reviewedName: string | null
  readonly reviewedOn: PlainDate | null
  readonly reviewedDigest: string | null
  readonly voidReason: string | null
  readonly version: number
}

/**
 * The issue as it would be printed, with the manuscripts as they stand now; those that are gone are left out. What is
 * not known yet is said in brackets: the checks refuse it before a review.
 */
export function printedIssueOf(
  composition: Composition,
  { manuscripts, note }: { readonly manuscripts: ReadonlyMap<string, Manuscript>; readonly note: string | null },
): PrintedIssue {
  const { title, year, number, serial, publishedOn, month, sponsor, publisher, acts, chronicle } = composition
  return {
    ...{ title, year, number, serial, publishedOn, month, sponsor, publisher, acts, note },
    documents: composition.sections.flatMap(({ name, manuscripts: ids }) =>
      ids.flatMap((id) => {
        const manuscript = manuscripts.get(id)
        return manuscript ? [printedDocumentOf({ ...manuscript, section: name }, publishedOn)] : []
      }),
    ),
    chronicle: chronicle.toSorted((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0)),
  }
}

/** A manuscript as it would be printed; the day of the issue stands for a day not known. */
export function printedDocumentOf(content: ManuscriptContent, day: PlainDate): PrintedDocument {
  const { section, number, title, issuer, signedOn, addressees, body, annex } = content
  return {
    section,
    number,
    title,
    issuer: issuer ?? '（发文机关）',
    signedOn: signedOn ?? day,
    addressees,
    body,
    annex,
  }
}

/** The canonical text of what an issue prints, from which its hash comes. */
export function contentText(issue: PrintedIssue): string {
  return canonicalText(plainOf(issue))
}

/** Only what is printed, each part named: nothing else can enter the hash by accident. */
function plainOf(issue: PrintedIssue): Plain {
  const { title, year, number, serial, publishedOn, month, sponsor, publisher, note } = issue
  return {
    ...{
      format: 'guangyue-gazette-content/1',
      title,
      year,
      number,
      serial,
      publishedOn,
      month,
      sponsor,
      publisher,
      note,
    },
    documents: issue.documents.map((one) => ({
      ...{ section: one.section, number: one.number, title: one.title, issuer: one.issuer, signedOn: one.signedOn },
      ...{ addressees: one.addressees, body: one.body, annex: one.annex },
    })),
    acts: issue.acts.map(({ on, text }) => ({ on, text })),
    chronicle: issue.chronicle.map(({ start, end, text }) => ({ start, end, text })),
  }
}

/** What is signed of an issue. */
export interface Statement {
  readonly issue: string
  /** SHA-256 of the content. */
  readonly content: string
  /** Hash of the statement of the issue before, noughts for the first. */
  readonly previous: string
  readonly seal: { readonly id: number; readonly seal: string }
  readonly signedOn: PlainDate
  /** SHA-256 of the public key. */
  readonly key: string
}

/** The text that is hashed and signed. */
export function statementText({ issue, content, previous, seal, signedOn, key }: Statement): string {
  return canonicalText({
    format: 'guangyue-gazette-statement/1',
    ...{ issue, content, previous, signedOn, key },
    audit: { seal: seal.id, head: seal.seal },
  })
}

/** 2023-4, as statements and addresses name an issue. */
export function issueName({ year, number }: Pick<Composition, 'year' | 'number'>): string {
  return `${year}-${number}`
}

export interface Proof extends Statement {
  /** SHA-256 of the statement. */
  readonly hash: string
  readonly signature: string
  readonly signedName: string
  readonly verifyAt: string
}

/** The page of the imprint of a signed issue: everything by which anyone can prove it. */
export function imprintOf(proof: Proof, seal: Imprint['seal']): Imprint {
  const first = proof.previous === '0'.repeat(64)
  return {
    heading: '本期印证',
    seal,
    lines: [
      '本期内容摘要（SHA-256）',
      proof.content,
      first ? '上一期印证：本期是第一份签发的公报' : '上一期印证（SHA-256）',
      proof.previous,
      `签发时审计链链头（封签${proof.seal.id}）`,
      proof.seal.seal,
      '本期印证（SHA-256）',
      proof.hash,
      '签名（Ed25519）',
      proof.signature,
      '公钥指纹（SHA-256）',
      proof.key,
      `签发：${proof.signedName}`,
      `验证：${proof.verifyAt}`,
    ],
  }
}

/** Where anyone verifies an issue, as it is printed. */
export function verifyAddress(ctx: Pick<Ctx, 'city'>, name: string): string {
  return `${ctx.city.outlets.publicUrl ?? ''}${issueUrl(name)}/verify`
}

/** Only a demonstration presses a seal, and it reads so. */
export function sealOf(ctx: Pick<Ctx, 'city'>): Imprint['seal'] {
  return ctx.city.demonstration ? 'demonstration' : 'none'
}

/** The same page of an issue that is not signed. */
export const proofImprint: Imprint = {
  heading: '本期印证',
  lines: ['样稿，未经签发。签发后，这里印出本期内容摘要、上一期印证、审计链链头和签名。'],
  seal: 'none',
}

/** SHA-256 in hex of a canonical text. */
export const hashOf = (text: string): string => digestOf(text)
