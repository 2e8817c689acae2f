import type { PlainDate } from '@guangyue/kernel/calendar'
import { documentText } from '@guangyue/kernel/gazette-print'
import {
  type DocumentRead,
  type IssueRead,
  type Piece,
  type ProvisionRead,
  parseIssue,
} from '@guangyue/kernel/gazette-text'
import { foldCitation } from '../model.ts'
import { NotOneDocument } from './errors.ts'
import { type ManuscriptContent, printedDocumentOf } from './model.ts'

/** What the parser finds in a manuscript as it would be printed. */
export interface Reading {
  readonly documents: number
  readonly kind: string | null
  readonly headings: readonly { readonly depth: number; readonly text: string }[]
  readonly provisions: number
  readonly measures: number
  readonly acts: readonly string[]
  /** Where what is read is not what was typed, in Chinese. */
  readonly differences: readonly string[]
}

const actWords = { appoint: '任命', remove: '免去', lapse: '自然免除' } as const

/** Reads a manuscript as the gazette would print it and compares what is read with what was typed. */
export function readManuscript(content: ManuscriptContent, today: PlainDate): Reading {
  const read = parseIssue(documentText(printedDocumentOf(content, today)))
  const [document] = read.documents
  const flat = (document?.provisions ?? []).flatMap((one) => flatten(one, 0))
  return {
    documents: read.documents.length,
    kind: document?.kind ?? null,
    headings: flat.flatMap(({ depth, provision: { mark, heading, kind } }) =>
      heading === null || (mark === null && kind !== 'part') ? [] : [{ depth, text: `${mark ?? ''}${heading}` }],
    ),
    provisions: flat.length,
    measures: read.measures.length,
    acts: read.appointments.map(({ person, action, post }) => `${actWords[action]}${person}　${post}`),
    differences: differencesOf(content, read),
  }
}

function flatten(
  provision: ProvisionRead,
  depth: number,
): readonly { readonly depth: number; readonly provision: ProvisionRead }[] {
  return [{ depth, provision }, ...provision.children.flatMap((child) => flatten(child, depth + 1))]
}

function differencesOf(content: ManuscriptContent, read: IssueRead): readonly string[] {
  const [document, ...more] = read.documents
  if (!document) return ['没有读出公文，请核对标题和正文']
  const pairs = [
    ['文号', content.number, document.number],
    ['标题', content.title, document.title],
    ['发文机关', content.issuer, document.issuer],
    ['成文日期', content.signedOn, document.date],
    ['主送机关', content.addressees, document.addressees],
  ] as const
  const different = pairs
    .filter(([, typed, found]) => typed !== null && foldCitation(typed) !== foldCitation(found ?? ''))
    .map(([name, typed, found]) => `${name}填写的是“${typed}”，读出的是“${found ?? '（没有）'}”`)
  return [...different, ...more.map(({ title, number }) => `正文中的“${number ?? title}”会被读成另一份文件`)]
}

/**
 * What is typed of a document when its text comes as a file: read off by the parser, the rest is body and, behind the
 * signature, annex. Refuses (NotOneDocument) what is not one document.
 */
export function contentOfText(text: string, section: string): ManuscriptContent {
  const read = parseIssue(text)
  const [document] = read.documents
  if (!document || read.documents.length !== 1 || document.title === '') throw new NotOneDocument(read.documents.length)
  const headEnd = endOf(document.head) ?? 0
  const signed = document.signature.toSorted((a, b) => a.source - b.source)
  const from = signed[0]?.source ?? text.length
  return {
    section: document.kind === '任免' ? '人事任免' : section,
    number: document.number,
    title: document.title,
    issuer: document.issuer,
    signedOn: document.date,
    addressees: document.addressees,
    body: linesOf(text.slice(headEnd, from)),
    annex: linesOf(text.slice(endOf(signed) ?? text.length)),
  }
}

function endOf(pieces: readonly Piece[]): number | undefined {
  return pieces.length === 0 ? undefined : Math.max(...pieces.map(({ source, length }) => source + length))
}

function linesOf(text: string): string {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
}

/** Provisions as they are compared: where they stand and what they say. */
export function provisionTexts(document: DocumentRead): readonly string[] {
  return document.provisions
    .flatMap((one) => flatten(one, 0))
    .map(({ provision }) => `${provision.path.join('/')} ${foldCitation(provision.text)}`)
}
