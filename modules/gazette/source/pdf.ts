import { Worker } from 'node:worker_threads'
import type { PdfText } from './pdf-worker.ts'
import { looksGarbled } from './plausible.ts'
import { radicalsNote } from './radicals.ts'
import { type RefusalCode, refuse, type SourceLimits, type SourceRead } from './source-read.ts'

/** Memory that one pdf may take. Past it the worker ends, this process goes on. */
const MAX_MEGABYTES = 1024
/** A page of a scan now and then carries a stamp or a page number as text. */
const FEWEST_LETTERS = 20

/** Text of a pdf, read in a worker thread that is ended when the time is up, whatever the file makes it do. */
export async function readPdf(bytes: Uint8Array, limits: SourceLimits): Promise<SourceRead> {
  const read = await inWorker(bytes, limits.maxMilliseconds)
  if (typeof read === 'string') return refuse(read)
  const letters = read.text.match(/[\p{L}\p{N}]/gu)?.length ?? 0
  if (letters < FEWEST_LETTERS) return refuse('pdf-no-text')
  if (looksGarbled(read.text)) return refuse('pdf-garbled')
  const notes = [...radicalsNote(read.repaired), ...emptyNote(read), ...brokenNote(read)]
  return { ok: true, kind: 'pdf', text: read.text, pages: read.pages, notes }
}

function inWorker(bytes: Uint8Array, milliseconds: number): Promise<PdfText | RefusalCode> {
  const worker = new Worker(new URL('./pdf-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
    env: {},
    stdout: true,
    stderr: true,
  })
  const { promise, resolve } = Promise.withResolvers<PdfText | RefusalCode>()
  const timer = setTimeout(() => resolve('pdf-too-slow'), milliseconds)
  worker.once('message', resolve)
  worker.once('error', (error) => resolve(outOfMemory(error) ? 'pdf-too-much' : 'pdf-broken'))
  worker.once('exit', () => resolve('pdf-broken'))
  return promise.finally(() => {
    clearTimeout(timer)
    return worker.terminate()
  })
}

function outOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}

function emptyNote({ empty }: PdfText): readonly string[] {
  return empty.length > 0 ? [`第 ${empty.join('、')} 页没有文字（可能是扫描页或空白页），没有读入。`] : []
}

function brokenNote({ broken }: PdfText): readonly string[] {
  return broken.length > 0 ? [`第 ${broken.join('、')} 页无法读取，没有读入。`] : []
}
