import { Worker } from 'node:worker_threads'
import type { ThreadTask } from './reader-thread.ts'
import { refuse, type SourceRead } from './source-read.ts'

/** Memory that one file may take. Past it the thread ends, this process goes on. */
const MAX_MEGABYTES = 1024

/** Reads a file in a thread of its own that is ended when the time is up, whatever the file makes it do. */
export async function readApart(task: ThreadTask, maxMilliseconds: number): Promise<SourceRead> {
  const worker = new Worker(new URL('./reader-thread.ts', import.meta.url), {
    workerData: task,
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
    env: {},
    stdout: true,
    stderr: true,
  })
  const kind = task.container === 'pdf' ? 'pdf' : 'docx'
  const { promise, resolve } = Promise.withResolvers<SourceRead>()
  const timer = setTimeout(() => resolve(refuse('source-too-slow')), maxMilliseconds)
  worker.once('message', resolve)
  worker.once('error', (error) => resolve(refuse(outOfMemory(error) ? `${kind}-too-much` : `${kind}-broken`)))
  worker.once('exit', () => resolve(refuse(`${kind}-broken`)))
  try {
    return await promise
  } finally {
    clearTimeout(timer)
    await worker.terminate()
  }
}

function outOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
