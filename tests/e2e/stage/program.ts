import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

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
