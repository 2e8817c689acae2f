import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { getImportEndpoint, listImportsEndpoint, listRecordsEndpoint } from '@guangyue/modules/gazette/api'
import {
  confirmMeasuresEndpoint,
  listDocumentsEndpoint,
  listDraftsEndpoint,
  listTasksEndpoint,
  releaseDocumentEndpoint,
} from '@guangyue/modules/ledger/api'
import type { ReplyOf } from '@guangyue/platform/http/endpoint'
import { type Browser, expect, type Page } from '@playwright/test'
import { told } from './ask.ts'

const root = join(import.meta.dirname, '../../..')

/** The invented city's issue, as a file of each kind. */
export const issueFile = (kind: 'txt' | 'docx' | 'pdf') => join(root, `packs/sample/gazette/issue.${kind}`)

/** The real issue, which lies beside the repository where somebody has put it. */
export const realIssue = join(root, '../shared/gazette/liaocheng-2021-06.txt')
export const realIssueAbsent = existsSync(realIssue) ? '' : '旁边没有 shared/gazette/liaocheng-2021-06.txt'

/** A file as a browser hands it over. */
export interface Dropped {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

/** The issue of the same month a year later: the sample's text under other numbers and dates. */
export function anotherIssue(): Dropped {
  const text = readFileSync(issueFile('txt'), 'utf8').replaceAll('2023', '2024').replaceAll('总第141期', '总第153期')
  return { name: 'another.txt', mimeType: 'text/plain', buffer: Buffer.from(text) }
}

/** A text printed as a pdf by the browser, a paragraph a line, with page numbers. */
export async function printed(browser: Browser, text: string): Promise<Dropped> {
  const page = await browser.newPage()
  const marked = (line: string) => line.replace(/&/g, '&amp;').replace(/</g, '&lt;')
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  await page.setContent(
    `<!doctype html><meta charset="utf-8"><style>body{font:12pt serif;line-height:1.6}p{margin:0 0 4pt}</style>
    ${lines.map((line) => `<p>${marked(line)}</p>`).join('')}`,
  )
  const footerTemplate =
    '<div style="font-size:9px;width:100%;text-align:center">- <span class="pageNumber"></span> -</div>'
  const margin = { top: '30mm', bottom: '30mm', left: '26mm', right: '26mm' }
  const buffer = await page.pdf({
    format: 'A4',
    margin,
    displayHeaderFooter: true,
    headerTemplate: '<i></i>',
    footerTemplate,
  })
  await page.close()
  return { name: 'printed.pdf', mimeType: 'application/pdf', buffer }
}

export type Imported = ReplyOf<typeof getImportEndpoint>

/** Drops a file on 导入公报 and waits until the import has ended, one way or the other. */
export async function dropGazette(page: Page, file: string | Dropped): Promise<Imported> {
  await page.goto('/desk/gazette/import')
  await page.locator('input[type=file]').setInputFiles(file)
  await expect(page).toHaveURL(/\/gazette\/imports\//)
  const id = page.url().split('/').at(-1) ?? ''
  const state = { ended: null as Imported | null }
  await expect
    .poll(
      async () => {
        const shown = await told(page, getImportEndpoint, { params: { id } })
        state.ended = shown
        return shown.stage
      },
      { timeout: 90_000, intervals: [200] },
    )
    .toMatch(/^(drafted|refused)$/)
  if (state.ended === null) throw new Error('no answer')
  return state.ended
}

/** The sample issue, which the demonstration hands in, is on record and drafted. */
export async function withSampleIssue(page: Page): Promise<void> {
  const stages = async () => (await told(page, listImportsEndpoint)).map(({ stage }) => stage)
  await expect.poll(stages, { timeout: 60_000, intervals: [200] }).toContain('drafted')
}

/** Besides, what has no fault is confirmed, so that there are tasks. */
export async function withSampleTasks(page: Page): Promise<void> {
  await withSampleIssue(page)
  for (const { id } of (await told(page, listDocumentsEndpoint)).items) {
    await told(page, confirmMeasuresEndpoint, { body: { document: id } })
  }
}

/** What the public sees of a document from now on. */
export async function release(page: Page, number: string, step: 'nothing' | 'tracked' | 'progress'): Promise<void> {
  const { items } = await told(page, listDocumentsEndpoint)
  const document = items.find((one) => one.number === number)
  if (document === undefined) throw new Error(`not in the ledger: ${number}`)
  if (document.release === step) return
  const body = { version: document.version, release: step }
  await told(page, releaseDocumentEndpoint, { params: { id: document.id }, body })
}

/** How much is on record. What is refused or comes twice changes none of these. */
export async function countsOf(page: Page) {
  const records = await told(page, listRecordsEndpoint)
  const drafts = await told(page, listDraftsEndpoint, { query: { limit: 1 } })
  const tasks = await told(page, listTasksEndpoint, { query: { limit: 1 } })
  return {
    issues: records.issues.length,
    documents: records.documents.length,
    texts: records.documents.reduce((sum, { textVersion }) => sum + textVersion, 0),
    measures: drafts.counts.all,
    tasks: tasks.figures.all,
  }
}
