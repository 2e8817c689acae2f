import { getDocumentProxy, getResolvedPDFJS } from 'unpdf'
import { ChineseCMaps } from './pdf-cmaps.ts'
import { type PathOperators, type Rule, rulesOf } from './pdf-rules.ts'
import { radicalsRepaired } from './radicals.ts'
import type { RefusalCode } from './source-read.ts'

/** A run of text as the file places it. Points from the lower left corner of the page; `y` is the baseline. */
export interface Run {
  readonly text: string
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
}

export interface PdfPage {
  readonly height: number
  readonly runs: readonly Run[]
  readonly rules: readonly Rule[]
}

export interface Extracted {
  readonly pages: readonly PdfPage[]
  readonly empty: readonly number[]
  readonly broken: readonly number[]
  /** How many radical signs were made whole characters. */
  readonly repaired: number
}

const MAX_PAGES = 3000
const MAX_LETTERS = 20_000_000

type Document = Awaited<ReturnType<typeof getDocumentProxy>>
type Page = Awaited<ReturnType<Document['getPage']>>

/** What stands on each page, or why the file cannot be read. */
export async function extractPages(bytes: Uint8Array): Promise<Extracted | RefusalCode> {
  const document = await open(bytes)
  if (typeof document === 'string') return document
  if (document.numPages > MAX_PAGES) return 'pdf-too-much'
  const { OPS } = await getResolvedPDFJS()
  const pages: PdfPage[] = []
  const empty: number[] = []
  const broken: number[] = []
  let letters = 0
  let repaired = 0
  for (let number = 1; number <= document.numPages; number++) {
    const page = await extractPage(document, number, OPS)
    if (page === null) broken.push(number)
    else if (page.runs.length === 0) empty.push(number)
    pages.push(page ?? { height: 0, runs: [], rules: [] })
    for (const run of page?.runs ?? []) letters += run.text.length
    repaired += page?.repaired ?? 0
    if (letters > MAX_LETTERS) return 'pdf-too-much'
  }
  return broken.length === document.numPages ? 'pdf-broken' : { pages, empty, broken, repaired }
}

async function open(bytes: Uint8Array): Promise<Document | RefusalCode> {
  try {
    // Of a picture only its place would be of use, so none is unpacked.
    return await getDocumentProxy(bytes, {
      verbosity: 0,
      stopAtErrors: false,
      maxImageSize: 1,
      cMapPacked: false,
      BinaryDataFactory: ChineseCMaps,
      useWorkerFetch: false,
    })
  } catch (error) {
    return error instanceof Error && error.name === 'PasswordException' ? 'source-encrypted' : 'pdf-broken'
  }
}

async function extractPage(
  document: Document,
  number: number,
  operators: PathOperators,
): Promise<(PdfPage & { repaired: number }) | null> {
  try {
    const page = await document.getPage(number)
    const { runs, repaired } = await runsOf(page)
    const rules = runs.length > 0 ? rulesOf(await page.getOperatorList(), operators) : []
    page.cleanup()
    const [, bottom = 0, , top = 0] = page.view
    return { height: top - bottom, runs, rules, repaired }
  } catch {
    return null
  }
}

/** Upright text only: what stands aslant or on its side is a watermark or a stamp. */
async function runsOf(page: Page): Promise<{ runs: readonly Run[]; repaired: number }> {
  const { items } = await page.getTextContent()
  const [left = 0, bottom = 0] = page.view
  const runs: Run[] = []
  let repaired = 0
  for (const item of items) {
    if (!('str' in item) || item.str.trim() === '') continue
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = item.transform
    if (Math.abs(b) > Math.abs(a) / 10 || a < 0) continue
    const size = Math.hypot(c, d)
    if (size === 0) continue
    const { text, count } = radicalsRepaired(item.str)
    repaired += count
    runs.push({ text, x: x - left, y: y - bottom, width: item.width, size })
  }
  return { runs, repaired }
}
