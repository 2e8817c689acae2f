import { once } from 'node:events'
import { join } from 'node:path'
import { runCommandLine } from './run.ts'

// `guangyue … | head` closes the pipe early: that is the reader's right, not an error
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit(0)
  throw error
})

process.exitCode = await runCommandLine(process.argv.slice(2), {
  root: join(import.meta.dirname, '..', '..'),
  cwd: process.cwd(),
  env: process.env,
  async print(text) {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain')
  },
  warn: (line) => void process.stderr.write(`${line}\n`),
})
