// Entry point of the thread that reads one file: its bytes come as workerData, one message goes back.
import { parentPort, workerData } from 'node:worker_threads'
import type { SourceRead } from './source-read.ts'

export interface ThreadTask {
  readonly container: 'pdf' | 'zip'
  readonly bytes: Uint8Array
}

async function read({ container, bytes }: ThreadTask): Promise<SourceRead> {
  // The pdf reader is large, so it is loaded for a pdf only.
  if (container === 'pdf') return (await import('./pdf.ts')).readPdf(bytes)
  return (await import('./office-package.ts')).readPackage(bytes)
}

parentPort?.postMessage(await read(workerData))
