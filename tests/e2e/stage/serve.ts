// The program for the whole run, on an empty data folder that goes with it: node tests/e2e/stage/serve.ts PORT
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endProgram, startProgram } from './program.ts'

const dataFolder = mkdtempSync(join(tmpdir(), 'guangyue-e2e-'))
const program = startProgram({ port: Number(process.argv[2]), dataFolder })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void endProgram(program, 'SIGTERM'))
program.on('exit', (code) => {
  rmSync(dataFolder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
