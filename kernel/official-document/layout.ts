import { type Flowing, fillPages, type Page, type PagePart, type SetDocument } from '../typesetting/index.ts'
import { attachmentList, attachmentPages } from './attachments.ts'
import { flowing, paragraph, titleBlock } from './blocks.ts'
import { bodyBlocks } from './body.ts'
import { checkContent } from './check-content.ts'
import type { OfficialDocument } from './content.ts'
import { officialGrid } from './grid.ts'
import { headBlock } from './head.ts'
import { imprint } from './imprint.ts'
import { pagesOf } from './pages.ts'
import { type Refusal, refusal } from './refusal.ts'
import { signatureBlocks } from './signature.ts'

export type OfficialLayout =
  | { readonly ok: true; readonly value: SetDocument }
  | { readonly ok: false; readonly refusals: readonly Refusal[] }

/**
 * Sets an official document in the layout of GB/T 9704-2012: 22 lines of 28 characters a page, head, body, signature,
 * attachments, imprint. Refused, with every reason found, where the content breaks a rule or does not fit. Where the
 * addressees leave no room for body text on the first page, they are moved to the imprint, as the standard says.
 */
export function layOutDocument(document: OfficialDocument): OfficialLayout {
  const faults = checkContent(document)
  if (faults.length > 0) return { ok: false, refusals: faults }
  const parts = partsOf(document)
  if ('code' in parts) return { ok: false, refusals: [parts] }
  let fault: Refusal | undefined
  for (const way of waysOf(document)) {
    const set = setOnce(document, parts, way)
    if (!('code' in set)) return { ok: true, value: set }
    fault ??= set
  }
  return { ok: false, refusals: fault === undefined ? [] : [fault] }
}

interface Way {
  readonly addresseesMoved: boolean
  /** Lines of the body that stay with the signature. */
  readonly held: number
}

/** The first that does is taken. */
function waysOf({ addressees }: OfficialDocument): readonly Way[] {
  const moves = addressees.length > 0 ? [false, true] : [false]
  return moves.flatMap((addresseesMoved) => [2, 1, 0].map((held) => ({ addresseesMoved, held })))
}

interface Parts {
  readonly head: readonly Flowing[]
  readonly body: readonly Flowing[]
  readonly list: readonly Flowing[]
  readonly signature: readonly Flowing[]
  readonly attached: readonly Flowing[]
}

function partsOf(document: OfficialDocument): Parts | Refusal {
  const words = [...document.titleWords, ...document.mark.organs, ...document.signature, ...document.addressees]
  const title = titleBlock('title', document.title, words)
  if (title === undefined) return refusal('title-too-long', 'title')
  const [head, signature, attached] = [headBlock(document), signatureBlocks(document), attachmentPages(document)]
  if ('code' in head) return head
  if ('code' in signature) return signature
  if ('code' in attached) return attached
  const body = bodyBlocks(document.body)
  const list = attachmentList(document.attachments)
  const tall = [...body, ...attached].some(({ block }) => block.kind === 'table' && isTall(block))
  if (tall) return refusal('table-row', 'body')
  return {
    head: [flowing(head), flowing(title), flowing({ kind: 'blank', lines: 1 })],
    body,
    list,
    signature,
    attached,
  }
}

function isTall({ head, rows }: { head: { height: number }; rows: readonly { height: number }[] }): boolean {
  return rows.some(({ height }) => head.height + height > officialGrid.lines) || head.height > officialGrid.lines
}

function setOnce(document: OfficialDocument, parts: Parts, { addresseesMoved, held }: Way): SetDocument | Refusal {
  const addressees = addresseesMoved || document.addressees.length === 0 ? [] : [addressed(document.addressees)]
  const body = parts.body.map((one, i) => (i === parts.body.length - 1 ? { ...one, held } : one))
  const flow = [...parts.head, ...addressees, ...body, ...parts.list, ...parts.signature, ...parts.attached]
  const filled = fillPages(flow, officialGrid.lines)
  if (!shows(filled[0], parts.body)) return refusal('body-first-page', 'title')
  const text = [...parts.body, ...parts.list]
  if (filled.some((page) => shows(page, parts.signature) && !shows(page, text))) {
    return refusal('signature-on-next-page', 'body')
  }
  const foot = imprint(document, addresseesMoved)
  const pages: readonly Page[] | undefined = pagesOf(filled, foot)
  if (pages === undefined) return refusal('imprint-too-long', 'copies')
  const creator = document.mark.organs[0] ?? ''
  return { title: document.title, creator, grid: officialGrid, flow, foot, pages }
}

function addressed(addressees: readonly string[]): Flowing {
  return flowing(paragraph('addressees', [{ text: `${addressees.join('，')}：`, face: 'fangsong' }], 0))
}

function shows(page: readonly PagePart[] | undefined, blocks: readonly Flowing[]): boolean {
  return page?.some((part) => blocks.some(({ block }) => block === part.block && block.kind !== 'blank')) ?? false
}
