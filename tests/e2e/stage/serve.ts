// The program for the whole run, on the empty data folder E2E_DATA that goes with it: node tests/e2e/stage/serve.ts PORT
import { mkdirSync, rmSync } from 'node:fs'
import { endProgram, startProgram } from './program.ts'

const dataFolder = process.env.E2E_DATA ?? ''
mkdirSync(dataFolder)
const program = startProgram({ port: Number(process.argv[2]), dataFolder })
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void endProgram(program, 'SIGTERM'))
program.on('exit', (code) => {
  rmSync(dataFolder, { recursive: true, force: true })
  process.exit(code ?? 1)
})
