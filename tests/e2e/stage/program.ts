import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from '@playwright/test'

const root = join(import.meta.dirname, '../../..')

/** Where a program keeps what is its own, and the port on which it answers. */
export interface Place {
  readonly port: number
  readonly dataFolder: string
  /** Plays the year on this scale; otherwise the demonstration stands at its beginning. */
  readonly scale?: number
}

/** The program as a demonstration, as `npm start` runs it once everything is built. */
export function startProgram({ port, dataFolder, scale }: Place): ChildProcess {
  return spawn(process.execPath, ['--disable-warning=ExperimentalWarning', join(root, 'apps/server/main.ts')], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: {
      ...process.env,
      PORT: String(port),
      GUANGYUE_DATA: dataFolder,
      GUANGYUE_MODE: 'demonstration',
      GUANGYUE_DEMONSTRATION: scale === undefined ? 'start' : 'year',
      GUANGYUE_DEMONSTRATION_SCALE: String(scale ?? 1),
      DATABASE_URL: '',
    },
  })
}

/** Ends it, and comes back once it has ended. */
export async function endProgram(program: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const ended = once(program, 'exit')
  program.kill(signal)
  await ended
}

/** A program of one's own with both cities at their beginning, as long as `use` runs; it gets the port. */
export async function withProgram(use: (port: number) => Promise<void>): Promise<void> {
  const place = { port: await freePort(), dataFolder: mkdtempSync(join(tmpdir(), 'guangyue-own-')) }
  const program = startProgram(place)
  try {
    await answers(place.port)
    await use(place.port)
  } finally {
    await endProgram(program, 'SIGTERM')
    rmSync(place.dataFolder, { recursive: true, force: true })
  }
}

/** Comes back once the program on that port is ready. */
export async function answers(port: number): Promise<void> {
  await expect
    .poll(
      () =>
        fetch(`http://127.0.0.1:${port}/healthz`).then(
          ({ ok }) => ok,
          () => false,
        ),
      { timeout: 120_000 },
    )
    .toBe(true)
}

/** A port on which nothing listens now. */
export async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address !== null ? address.port : 0
}
