// Entry point of the thread that reads one pdf: bytes come as workerData, one message goes back.
import { parentPort, workerData } from 'node:worker_threads'
import { extractPages } from './pdf-pages.ts'
import { pdfText } from './pdf-text.ts'
import type { RefusalCode } from './source-read.ts'

export interface PdfText {
  readonly text: string
  readonly pages: number
  /** How many radical signs were made whole characters. */
  readonly repaired: number
  /** Numbers of the pages without any text. */
  readonly empty: readonly number[]
  /** Numbers of the pages that could not be read. */
  readonly broken: readonly number[]
}

async function read(bytes: Uint8Array): Promise<PdfText | RefusalCode> {
  const extracted = await extractPages(bytes)
  if (typeof extracted === 'string') return extracted
  const { pages, ...counts } = extracted
  return { ...counts, text: pdfText(pages), pages: pages.length }
}

parentPort?.postMessage(await read(workerData))
