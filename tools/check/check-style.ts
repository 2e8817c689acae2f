import { relative, resolve } from 'node:path'
import type { Fault } from './fault.ts'
import { failure, runProgram } from './run-program.ts'

/** biome's complaints about layout and habits. `biome check --write` mends most of them. */
export async function checkStyle(root: string): Promise<readonly Fault[]> {
  const options = ['check', '--reporter=github', '--diagnostic-level=error', '--max-diagnostics=200']
  const result = await runProgram(root, ['node_modules/@biomejs/biome/bin/biome', ...options])
  if (result.code === 0) return []
  const faults = [...result.stdout.matchAll(/^::error title=([^,]*),file=([^,]*),line=(\d+),[^:]*::(.*)$/gm)].map(
    ([, rule, file = '', line, message]) => ({
      file: relative(root, resolve(root, file)),
      line: Number(line),
      message: `${rule}: ${message}`,
    }),
  )
  return faults.length > 0 ? faults : [failure(result, 'biome.json')]
}
