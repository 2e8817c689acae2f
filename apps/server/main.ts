import { fileURLToPath } from 'node:url'
import { readConfig } from '@guangyue/platform/config'
import { startProgram } from './start.ts'

// The only place of the server that reads the environment and the signals.
const root = fileURLToPath(new URL('../../', import.meta.url))
try {
  const program = await startProgram(readConfig(process.env, root), (line) => console.log(line))
  let stopping = false
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, async () => {
      if (stopping) return
      stopping = true
      await program.stop()
      process.exit(0)
    })
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  if (process.env.LOG_LEVEL === 'debug') console.error(error)
  process.exit(1)
}
